// Words for everything a person reads. No sentence is written in a component: each comes from
// assets/words/<language>, by its id. A language is loaded when it is first spoken; both are complete, so none stands in
// for the other.
//
// Both languages of the screens are written left to right, so variables are not wrapped in isolating
// characters; names, which may be in any script, stand in <bdi> elements of their own.
import { FluentBundle, type FluentResource, type FluentVariable } from '@fluent/bundle';
import en from 'words:en';
import es from 'words:es';
import type { Failure } from './backend';
import { ownFile } from './backend/own-file';

export type Language = 'en' | 'es';
type Values = Record<string, FluentVariable>;

/** The messages of a language by their ids, as `@fluent/bundle` keeps them once they are read. */
export type Messages = Record<string, NonNullable<FluentResource['body'][number]['value']>>;

const files: Record<Language, string> = { en, es };
/** What was asked for once is not read again. */
const asked: Partial<Record<Language, Promise<FluentBundle>>> = {};

let spoken = $state.raw<{ language: Language; bundle: FluentBundle }>({ language: 'en', bundle: new FluentBundle('en') });

/** The language of the screens. */
export function language(): Language {
  return spoken.language;
}

/** Speaks a language, with its words loaded if need be; English, if it is none of ours. */
export async function speak(wanted: string): Promise<void> {
  const language = wanted === 'es' ? 'es' : 'en';
  const bundle = await (asked[language] ??= load(language));
  if (spoken.bundle !== bundle) spoken = { language, bundle };
}

async function load(language: Language): Promise<FluentBundle> {
  const messages = await ownFile<Messages>(files[language]);
  const bundle = new FluentBundle(language, { useIsolating: false });
  bundle.addResource({ body: Object.entries(messages).map(([id, value]) => ({ id, value, attributes: {} })) });
  return bundle;
}

function sentence(id: string, values?: Values): string | undefined {
  const message = spoken.bundle.getMessage(id);
  return message?.value ? spoken.bundle.formatPattern(message.value, values) : undefined;
}

/** The words with this id. */
export function t(id: string, values?: Values): string {
  return sentence(id, values) ?? id;
}

/** What the office calls codes of its own. */
let own = $state.raw<Record<string, Record<Language, string>>>({});

export function nameOwn(codes: { code: string; en: string; es: string }[]): void {
  own = Object.fromEntries(codes.map((one) => [one.code, one]));
}

/** The words for a code of a list; a code from a newer program is shown as it is. */
export function word(list: string, code: string): string {
  return sentence(`${list}-${code}`.replaceAll('_', '-')) ?? own[code]?.[spoken.language] ?? code;
}

/** What happened, and what the person can do about it. */
export function failureWords(failure: Failure): { what: string; remedy: string } {
  const what = sentence(`err-${failure.code}`, failure.values);
  if (what === undefined) return { what: t('refused-unexpected', { code: failure.code }), remedy: t('refused-unexpected-remedy') };
  return { what, remedy: sentence(`rec-${failure.code}`, failure.values) ?? '' };
}
