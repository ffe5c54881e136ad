// What Svelte keeps for pages of another kind is left out. The window draws everything itself and never takes over what
// a server had drawn (Svelte calls that hydrating): for that, every element of every screen would have a call that
// does nothing. And no screen is a custom element.
import type { Plugin } from 'vite';

/** Modules of Svelte, by their ends, and what stands in for them. */
const STAND_INS: Record<string, string> = {
  '/svelte/src/internal/client/dom/hydration.js': [
    'export const hydrating = false, hydrate_node = undefined;',
    ...['set_hydrating', 'set_hydrate_node', 'hydrate_next', 'reset', 'hydrate_template', 'next', 'skip_nodes', 'read_hydration_instruction']
      .map((name) => `export function ${name}() {}`),
  ].join('\n'),
  '/svelte/src/internal/client/dom/elements/custom-element.js': 'export function create_custom_element() {}',
};
const CALLS = /^\s*\$\.(reset|next)\([\w$]*\);$/gm;
/** Told for components of the old kind; ours are given snippets. */
const SLOTS = /,\s*\$\$slots: \{[^}]*\}/g;

/** A compiled component without what does nothing here. */
export function lean(code: string): string {
  return code.replace(CALLS, '').replace(SLOTS, '');
}

export function drawnAnew(): Plugin {
  return {
    name: 'drawn-anew',
    apply: 'build',
    enforce: 'pre',
    load: (id) => Object.entries(STAND_INS).find(([end]) => id.endsWith(end))?.[1],
    transform: {
      order: 'post',
      handler: (code, id) => (id.endsWith('.svelte') ? { code: lean(code), map: null } : undefined),
    },
  };
}
