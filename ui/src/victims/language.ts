// The language a victim speaks. Nobody asked is an answer of its own: it is not English.
import type { Option } from '../parts/option';
import { t, word } from '../words.svelte';

export function languageWord(code: string): string {
  return code ? word('language', code) : t('not-known');
}

export function languageOptions(codes: Record<string, string[]>): Option[] {
  return ['', ...(codes.language ?? [])].map((code) => ({ value: code, label: languageWord(code) }));
}
