import { FluentBundle, FluentResource } from '@fluent/bundle';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { messagesOf, ofTheWindow, wordsOf } from '../../build/words';
import type { Language } from '../words.svelte';
import { composedIds } from './words';
import { codeLists } from './codes';

const WORDS = '../assets/words';
const LANGUAGES: Language[] = ['en', 'es'];

/** The words of a language as the window speaks them, without those of the command line. */
function bundle(language: Language): FluentBundle {
  const made = new FluentBundle(language);
  made.addResource(new FluentResource(wordsOf(language)));
  return made;
}

function ids(language: string, file: string): string[] {
  return [...readFileSync(join(WORDS, language, file), 'utf8').matchAll(/^([a-z][a-z0-9-]*) =/gm)].map(([, id]) => id);
}

function sources(folder = 'src'): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'test' ? [] : sources(path);
    return /\.(svelte|ts)$/.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}
const text = sources().join('\n');

test('both_languages_have_the_same_words', () => {
  expect(ids('es', 'window.ftl')).toEqual(ids('en', 'window.ftl'));
  const all = (language: Language) => Object.keys(messagesOf(language)).sort();
  expect(all('en').length).toBeGreaterThan(1500);
  // None stands in for the other, so both are whole.
  expect(all('es')).toEqual(all('en'));
});

test('the_window_carries_no_words_of_the_command_line', () => {
  const source = '# A comment\ncli-a = Run\n  { $x ->\n    [one] it\n   *[other] them\n}\ncli-b = Done\nkept = Kept\n    on two lines\n\n## More\ncli-c = No\n';
  expect(ofTheWindow(source)).toBe('kept = Kept\n    on two lines\n');
  expect(LANGUAGES.map(wordsOf).join('\n')).not.toMatch(/^cli-|^#/m);
});

/** Numbers that are never 1: what a text says they are, or what others made them. */
const NEVER_ONE = ['today-no-return', 'ask-again-why', 'rec-text-too-long', 'err-release-too-long', 'err-locked-for-now', 'enrol-files'];

test.each(LANGUAGES)('one_of_something_is_said_in_the_singular_in_%s', (language) => {
  const plural = Object.entries(messagesOf(language)).filter(([, value]) => Array.isArray(value) && value.some((part, at) => {
    const next = value[at + 1];
    return typeof part !== 'string' && part.type === 'var' && /^(count|days|minutes|changes|contacts|referrals|victims|commits|rows|points|miles|fresh|services|organizations|most)$/.test(part.name)
      && typeof next === 'string' && /^ (?!más)(new )?[a-záéíóúñ]+s(?![a-záéíóúñ])/.test(next);
  })).map(([id]) => id);
  expect(plural.filter((id) => !NEVER_ONE.includes(id))).toEqual([]);
  const say = (id: string, values: Record<string, number>): string => {
    const bundle = new FluentBundle(language, { useIsolating: false });
    bundle.addResource(new FluentResource(wordsOf(language)));
    return bundle.formatPattern(bundle.getMessage(id)!.value!, values);
  };
  expect([1, 0, 2].map((count) => say('week-contacts', { count }))).toEqual(language === 'en' ? ['contact', 'contacts', 'contacts'] : ['contacto', 'contactos', 'contactos']);
  expect(say('send-among', { contacts: 1, referrals: 0, victims: 1 })).toBe(language === 'en' ? 'Among them: 1 contact, 0 referrals, 1 new victim.' : 'Entre ellos: 1 contacto, 0 referencias, 1 víctima nueva.');
});

test('no_word_is_written_twice', () => {
  const all = ids('en', 'window.ftl');
  expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([]);
});

test('every_word_reads_as_the_language_expects', () => {
  for (const language of LANGUAGES) {
    const made = new FluentBundle(language);
    const source = readFileSync(join(WORDS, language, 'window.ftl'), 'utf8');
    expect(made.addResource(new FluentResource(source))).toEqual([]);
    expect([...ids(language, 'window.ftl')].filter((id) => !made.getMessage(id)?.value)).toEqual([]);
  }
});

test.each(LANGUAGES)('every_word_a_screen_asks_for_exists_in_%s', (language) => {
  const words = bundle(language);
  const asked = [...text.matchAll(/\bt\(\s*'([a-z0-9-]+)'/g)].map(([, id]) => id);
  const chosen = [...text.matchAll(/\bt\([^'()]*\? '([a-z0-9-]+)' : '([a-z0-9-]+)'/g)].flatMap(([, yes, no]) => [yes, no]);
  const refused = [...text.matchAll(/\.refuse\('([a-z-]+)'/g)].flatMap(([, code]) => [`err-${code}`, `rec-${code}`]);
  const tabled = [...text.matchAll(/'((?:rail|key|help|more|counts|incident)-[a-z-]+)'/g)].map(([, id]) => id);
  expect(asked.length).toBeGreaterThan(150);
  expect(chosen.length).toBeGreaterThan(7);
  expect(tabled.length).toBeGreaterThan(25);
  const leads = tabled.filter((id) => id.startsWith('more-') && !id.endsWith('-lead')).map((id) => `${id}-lead`);
  expect(leads.length).toBeGreaterThan(2);
  const all = [...asked, ...leads, ...chosen, ...refused, ...tabled, ...composedIds()];
  expect([...new Set(all)].filter((id) => !words.getMessage(id)?.value)).toEqual([]);
});

test.each(LANGUAGES)('every_code_has_a_word_in_%s', (language) => {
  const words = bundle(language);
  const wanted = Object.entries(codeLists).flatMap(([list, codes]) => codes.map((code) => `${list}-${code}`.replaceAll('_', '-')));
  expect(wanted.filter((id) => !words.getMessage(id)?.value)).toEqual([]);
});

test.each(LANGUAGES)('every_refusal_of_the_program_has_words_in_%s', (language) => {
  const words = bundle(language);
  const codesWithWords = ids(language, 'failures.ftl').filter((id) => id.startsWith('err-'));
  expect(codesWithWords.length).toBeGreaterThan(40);
  expect(codesWithWords.filter((id) => !words.getMessage(id.replace('err-', 'rec-'))?.value)).toEqual([]);
});

test('no_sentence_is_written_in_a_component', () => {
  const markup = sources()
    .filter((source) => source.includes('<script lang="ts">'))
    .map((source) => source.replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, ''));
  const sentences = markup.flatMap((source) => [...source.matchAll(/>([^<>{}]*[A-Za-z]{3,} [A-Za-z]{2,}[^<>{}]*)</g)].map(([, words]) => words.trim()));
  expect(sentences).toEqual([]);
});
