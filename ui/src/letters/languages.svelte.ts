// The languages papers are made in: the program's, and those an office added by files.
import { backend, type PaperLanguageView } from '../backend';
import type { Option } from '../parts/option';
import { failureWords, language, word } from '../words.svelte';

/** The languages of the program, in which the county can word its papers too. */
export const LETTER_LANGUAGES = ['en', 'es'];

/** Those of the program from the beginning, those of the office once they were read. */
export class PaperLanguages {
  all = $state.raw<PaperLanguageView[]>(LETTER_LANGUAGES.map((tag) => ({ tag, own: false, usable: true, failure: null })));

  async read(): Promise<void> {
    this.all = await backend.paperLanguages();
  }

  /** Whether a paper can be made in it. */
  has(tag: string): boolean {
    return this.all.some((one) => one.tag === tag && one.usable);
  }

  /** What can be chosen; one that cannot be used says why. */
  options(withAdded: boolean): Option[] {
    return this.all.filter((one) => withAdded || !one.own).map((one) => ({
      value: one.tag, label: languageWords(one.tag), disabled: !one.usable, reason: one.failure ? failureWords(one.failure).what : undefined,
    }));
  }
}

/** What a language is called; one that the lists do not have, as the system calls it. */
export function languageWords(tag: string): string {
  const words = word('language', tag);
  if (words !== tag) return words;
  try {
    return new Intl.DisplayNames(language(), { type: 'language' }).of(tag) ?? tag;
  } catch {
    // No tag of a language at all: shown as it is, as every code is that this program does not know.
    return tag;
  }
}
