// What the window speaks of `assets/words`: the messages of a language, without comments and without those of the
// command line (`cli-…`), read once when the window is built, so that no reader of Fluent is in the program.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentResource } from '@fluent/bundle';
import type { Plugin } from 'vite';
import type { Language, Messages } from '../src/words.svelte';
import { ownFile } from './own-file.ts';

const WORDS = join(import.meta.dirname, '../../assets/words');

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

const filesOf = (language: Language): string[] =>
  readdirSync(join(WORDS, language)).filter((name) => name !== 'command-line.ftl').map((name) => join(WORDS, language, name));

/** Everything the window says in a language, as Fluent writes it. */
export function wordsOf(language: Language): string {
  return filesOf(language).map((path) => ofTheWindow(readFileSync(path, 'utf8'))).join('');
}

/** The same, each message by its id, ready to be spoken. */
export function messagesOf(language: Language): Messages {
  return Object.fromEntries(new FluentResource(wordsOf(language)).body.map(({ id, value, attributes }) => {
    if (value === null || Object.keys(attributes).length > 0) throw new Error(`“${id}” is more than a text`);
    return [id, value];
  }));
}

export function words(): Plugin {
  return {
    name: 'words',
    resolveId: (id) => (id.startsWith('words:') ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith('\0words:')) return undefined;
      const language = id.slice('\0words:'.length) as Language;
      for (const path of filesOf(language)) this.addWatchFile(path);
      return ownFile(this, language, messagesOf(language));
    },
  };
}
