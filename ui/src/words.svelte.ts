// Words for everything a person reads. No sentence is written in a component: each comes from
// assets/words/<language>, by its id. English stands in where a language has no word yet.
//
// Both languages of the screens are written left to right, so variables are not wrapped in isolating
// characters; names, which may be in any script, stand in <bdi> elements of their own.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { Failure } from './backend';

export type Language = 'en' | 'es';
type Values = Record<string, FluentVariable>;

const sources = import.meta.glob<string>('../../assets/words/*/*.ftl', { query: '?raw', import: 'default', eager: true });

function bundleFor(language: Language): FluentBundle {
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const [path, source] of Object.entries(sources)) {
    if (path.includes(`/${language}/`)) bundle.addResource(new FluentResource(source));
  }
  return bundle;
}

const bundles: Record<Language, FluentBundle> = { en: bundleFor('en'), es: bundleFor('es') };
const chosen = $state<{ language: Language }>({ language: 'en' });

/** The language of the screens. */
export function language(): Language {
  return chosen.language;
}

export function speak(wanted: string): void {
  chosen.language = wanted === 'es' ? 'es' : 'en';
}

function sentence(id: string, values?: Values): string | undefined {
  for (const bundle of [bundles[chosen.language], bundles.en]) {
    const message = bundle.getMessage(id);
    if (message?.value) return bundle.formatPattern(message.value, values);
  }
  return undefined;
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
