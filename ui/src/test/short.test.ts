// A component that was written shortly when the window was built draws what it did before, at first and after a change.
import * as svelte from 'svelte';
import { compile } from 'svelte/compiler';
// @ts-expect-error what compiled components call has no types
// eslint-disable-next-line svelte/no-svelte-internal
import * as $ from 'svelte/internal/client';
import { expect, test } from 'vitest';
import { lean } from '../../build/drawn-anew';
import { short } from '../../build/short';
import * as parts from '../../build/short-parts';
import { t } from '../words.svelte';

type Component = svelte.Component<{ of: Record<string, unknown> }>;

const PART = '<script>let { label, hint, children } = $props();</script><p title={hint}>{label}</p><b>{@render children?.()}</b>';
const WHOLE = `
<script>
  import Part from './Part.svelte';
  import { t } from '../words.svelte';
  let { of } = $props();
  const twice = (value) => value + value;
</script>
{#snippet low(what)}<i>{what}</i>{t('cancel')}{/snippet}
<p class={twice(of.name)} title={of.name ? twice('a') : t('save')}>{twice(of.name)}, {t('save')} {of.count}</p>
{#if of.count}{t('cancel')}{/if}
{#if of.count > 1}many{:else}{twice(of.name)}{/if}
{#if of.count > 2}<b>3</b>{:else if of.count > 1}<b>2</b>{:else}<b>1</b>{/if}
<Part label={t('save')} hint={twice(of.name)}>{t('cancel')}<Part label={t('cancel')} hint={t('save')}>{of.name}</Part></Part>
<Part label={t(of.name)} hint={t('cancel') + of.count}>{@render low(twice(of.name))}</Part>
{#each of.list as t (t)}<select><option value={twice(t)}>{twice(t)}</option></select>{/each}`;

const compiled = (source: string): string => lean(compile(source, { generate: 'client', runes: true, dev: false, filename: 'Component.svelte' }).js.code);

/** The component that a compiled one is, run as the window would run it. */
function run(code: string, Part?: Component): Component {
  const body = code.replace(/^import .*$/gm, '').replace('export default function Component', 'return function Component');
  return new Function('$', 't', 'Part', '$$said', '$$when', body)($, t, Part, parts.said, parts.when) as Component;
}

function drawnBy(component: Component): string[] {
  const of = $.proxy({ name: 'save', count: 0, list: ['x', 'y'] }) as { name: string; count: number; list: string[] };
  const target = document.createElement('div');
  svelte.mount(component, { target, props: { of } });
  const drawn = [target.innerHTML];
  const changes: Partial<typeof of>[] = [{ count: 1 }, { name: 'cancel' }, { count: 2 }, { list: ['y', 'z', 'x'] }, { count: 3 }, { count: 0 }];
  for (const change of changes) {
    svelte.flushSync(() => void Object.assign(of, change));
    drawn.push(target.innerHTML);
  }
  return drawn;
}

test('a_component_draws_the_same_when_it_is_written_shortly', () => {
  const [part, whole] = [compiled(PART), compiled(WHOLE)];
  const drawn = drawnBy(run(short(whole), run(short(part))));
  expect(drawn).toEqual(drawnBy(run(whole, run(part))));
  expect(new Set(drawn).size).toBe(7);
});

test('what_is_known_is_short_and_nothing_else_is_touched', () => {
  const shapes = (code: string, of: RegExp): number => [...code.matchAll(of)].length;
  const [long, brief] = [compiled(WHOLE), short(compiled(WHOLE))];
  // Words by their id alone are kept nowhere; what is made of words is.
  expect([long, brief].map((code) => shapes(code, /\$\.derived\(\(\) => t\('/g))).toEqual([4, 1]);
  expect(brief).toContain('$.derived(() => t($$props.of.name))');
  expect(brief).toMatch(/\$\.template_effect\(\s*\(\) => \{/);
  expect(shapes(brief, /\$\$when\(/g)).toBe(2);
  expect(shapes(brief, /\$\.if\(/g)).toBe(1);
  expect(shapes(brief, /\$\$said\(\(\) => /g)).toBe(3);
});
