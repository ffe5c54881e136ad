// What can be chosen, and by which key.
import { t, word } from '../words.svelte';

/** One thing that can be chosen. A disabled one says why. */
export interface Option {
  value: string;
  label: string;
  disabled?: boolean;
  reason?: string;
  detail?: string;
}

/** The digit that chooses the option at `index`: 1 to 9, then 0. */
export function digitOf(index: number): string | undefined {
  if (index < 9) return String(index + 1);
  return index === 9 ? '0' : undefined;
}

/** The place a pressed digit stands for; none for another key, or while a chord is held. */
export function indexOfDigit(event: KeyboardEvent): number | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey || !/^[0-9]$/.test(event.key)) return undefined;
  return event.key === '0' ? 9 : Number(event.key) - 1;
}

/** Letters and digits belong to a field that has the focus. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'submit'].includes(target.type);
}

/** The codes of a list with their words; with `none`, "not said" stands first. */
export function codeOptions(codes: Record<string, string[]>, list: string, none = false): Option[] {
  const options = (codes[list] ?? []).map((code) => ({ value: code, label: word(list, code) }));
  return none ? [{ value: '', label: t('not-said') }, ...options] : options;
}
