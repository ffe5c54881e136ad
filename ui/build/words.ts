// What the window speaks of `assets/words`: each `.ftl` as a text, without comments and without the messages of the
// command line (`cli-…`).
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** A file of messages without those that only the command line says. */
export function ofTheWindow(source: string): string {
  const kept: string[] = [];
  let keeping = true;
  for (const line of source.split('\n')) {
    if (line.startsWith('#') || line.trim() === '') continue;
    if (/^[a-z]/.test(line)) keeping = !line.startsWith('cli-');
    if (keeping) kept.push(line);
  }
  return kept.join('\n') + '\n';
}

export function words(): Plugin {
  return {
    name: 'words',
    enforce: 'pre',
    load(id) {
      if (!id.endsWith('.ftl')) return undefined;
      return { code: `export default ${JSON.stringify(ofTheWindow(readFileSync(id, 'utf8')))};`, moduleType: 'js' };
    },
  };
}
