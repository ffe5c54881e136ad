// Numbers as people type them.
import { Refused } from '../backend';

/**
 * The whole number in a field; none if nothing was typed.
 *
 * @param field name of the field, for the refusal
 * @throws Refused where something else was typed
 */
export function numberOf(field: string, typed: string): number | null {
  const text = typed.trim();
  if (text === '') return null;
  if (!/^\d{1,7}$/.test(text)) throw new Refused({ code: 'invalid-input', values: { field } });
  return Number(text);
}
