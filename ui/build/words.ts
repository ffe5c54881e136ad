// What the window speaks of `assets/words`: the messages of a language, without comments and without those of the
// command line (`cli-…`), read once when the window is built, so that no reader of Fluent is in the program.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentResource } from '@fluent/bundle';
import type { HtmlTagDescriptor, Plugin } from 'vite';
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

/** The language of which a built file holds the words; nothing if it is another file. */
export function languageOf(fileName: string): Language | undefined {
  return /(?:^|\/)(en|es)-[^/]+\.json$/.exec(fileName)?.[1] as Language | undefined;
}

/** The page's head asks for the words before its program runs; which language is left to who hands it out (window.rs). */
function askedFor(fileName: string): HtmlTagDescriptor[] {
  const hreflang = languageOf(fileName);
  return hreflang ? [{ tag: 'link', attrs: { rel: 'preload', as: 'fetch', crossorigin: true, hreflang, href: `/${fileName}` }, injectTo: 'head' }] : [];
}

export function words(): Plugin {
  return {
    name: 'words',
    transformIndexHtml: { order: 'post', handler: (_page, { bundle }) => Object.keys(bundle ?? {}).flatMap(askedFor) },
    resolveId: (id) => (id.startsWith('words:') ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith('\0words:')) return undefined;
      const language = id.slice('\0words:'.length) as Language;
      for (const path of filesOf(language)) this.addWatchFile(path);
      return ownFile(this, language, messagesOf(language));
    },
  };
}
