// Which npm packages end up in the window, as the bundler knows it: for the notices of their licences (scripts/notices.mjs).
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Beside what is built, not among it: no program carries this list. */
export const LIST = '../target/notices/npm.json';

/** The package a module belongs to, as its folder below `node_modules`; nothing for our own. */
export function packageOf(module: string): string | undefined {
  return /(?:^|.*\/)node_modules\/((?:@[^/]+\/)?[^/?]+)/.exec(module.replaceAll('\\', '/'))?.[1];
}

export function shipped(): Plugin {
  return {
    name: 'shipped',
    apply: 'build',
    generateBundle(_options, bundle) {
      const built = Object.values(bundle);
      const modules = built.flatMap((one) => (one.type === 'chunk' ? one.moduleIds : one.originalFileNames));
      const names = [...new Set(modules.map(packageOf).filter((name) => name !== undefined))].sort();
      if (!names.includes('svelte')) this.error('the packages of the window were not found in what was built');
      mkdirSync(join(LIST, '..'), { recursive: true });
      writeFileSync(LIST, `${JSON.stringify(names, null, 2)}\n`);
    },
  };
}
