// A value of a record in words.
import type { LabelledValue } from '../backend';
import { t, word } from '../words.svelte';

export function valueWords(labelled: LabelledValue): string {
  if (!labelled.value) return t('value-empty');
  return labelled.codeList ? word(labelled.codeList, labelled.value) : labelled.value;
}
