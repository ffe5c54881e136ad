// Languages of the directory are those of ISO 639; the screens offer the ones of the code list, and keep the others.
import type { Option } from '../parts/option';
import { language, word } from '../words.svelte';

export function languageOptions(codes: Record<string, string[]>, known: string[]): Option[] {
  const listed = (codes.language ?? []).filter((code) => code !== 'other');
  const names = new Intl.DisplayNames(language(), { type: 'language' });
  const labelOf = (code: string): string => (listed.includes(code) ? word('language', code) : (names.of(code) ?? code));
  return [...new Set([...listed, ...known])].map((code) => ({ value: code, label: labelOf(code) }));
}
