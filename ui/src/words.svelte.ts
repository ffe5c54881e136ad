// Words for everything a person reads. No sentence is written in a component: each comes from
// assets/words/<language>, by its id. One language is loaded at a time; both are complete, so none stands in for the
// other.
//
// Both languages of the screens are written left to right, so variables are not wrapped in isolating
// characters; names, which may be in any script, stand in <bdi> elements of their own.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { Failure } from './backend';

export type Language = 'en' | 'es';
type Values = Record<string, FluentVariable>;

const sources: Record<Language, () => Promise<{ default: string[] }>> = {
  en: () => import('./words/en'),
  es: () => import('./words/es'),
};

let spoken = $state.raw<{ language: Language; bundle: FluentBundle; loaded: boolean }>({ language: 'en', bundle: new FluentBundle('en'), loaded: false });

/** The language of the screens. */
export function language(): Language {
  return spoken.language;
}

/** Loads the words of a language and speaks it; English, if it is none of ours. */
export async function speak(wanted: string): Promise<void> {
  const language = wanted === 'es' ? 'es' : 'en';
  if (language === spoken.language && spoken.loaded) return;
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const source of (await sources[language]()).default) bundle.addResource(new FluentResource(source));
  spoken = { language, bundle, loaded: true };
}

function sentence(id: string, values?: Values): string | undefined {
  const message = spoken.bundle.getMessage(id);
  return message?.value ? spoken.bundle.formatPattern(message.value, values) : undefined;
}

/** The words with this id. */
export function t(id: string, values?: Values): string {
  return sentence(id, values) ?? id;
}

/** The words for a code of a list; a code from a newer program is shown as it is. */
export function word(list: string, code: string): string {
  return sentence(`${list}-${code}`.replaceAll('_', '-')) ?? code;
}

/** What happened, and what the person can do about it. */
export function failureWords(failure: Failure): { what: string; remedy: string } {
  const what = sentence(`err-${failure.code}`, failure.values);
  if (what === undefined) return { what: t('refused-unexpected', { code: failure.code }), remedy: t('refused-unexpected-remedy') };
  return { what, remedy: sentence(`rec-${failure.code}`, failure.values) ?? '' };
}
