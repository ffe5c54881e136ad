// What stands in the fields of a form, as the person sees it, so that a form keeps its draft without knowing of it.
// Nothing secret is read: no passphrase, and no form that asks for one or for a code word (`KEPT_NOWHERE`). What was
// chosen from a search is chosen again by hand.
import { tick } from 'svelte';

/** The forms, by the id of `SaveForm`, of which nothing is ever kept: unlock codes, recovery sheets, and the code word of a way. */
export const KEPT_NOWHERE = ['code', 'sheets', 'conditions'];

type Entry = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
/** By the id of the field: its text, or whether it is chosen. */
export type Fields = Record<string, string | boolean>;

const isChosen = (entry: Entry): entry is HTMLInputElement => entry instanceof HTMLInputElement && ['checkbox', 'radio'].includes(entry.type);

function entriesOf(form: HTMLFormElement): Entry[] {
  return [...form.querySelectorAll<Entry>('input, select, textarea')]
    .filter((entry) => entry.id !== '' && !['password', 'file'].includes(entry.type) && entry.getAttribute('role') !== 'combobox');
}

export function fieldsOf(form: HTMLFormElement): Fields {
  return Object.fromEntries(entriesOf(form).map((entry) => [entry.id, isChosen(entry) ? entry.checked : entry.value]));
}

/** Writes into one field as a person would. */
function write(entry: Entry, value: string | boolean): void {
  if (isChosen(entry)) {
    if (entry.checked !== value && (value || entry.type === 'checkbox')) entry.click();
    return;
  }
  if (entry.value === value || typeof value !== 'string') return;
  entry.value = value;
  entry.dispatchEvent(new Event(entry instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
}

/**
 * Brings back what stood in the fields, but where somebody has typed since the form stood as in `begun`. What one answer
 * brings up is written after it.
 */
export async function bringBack(form: HTMLFormElement, fields: Fields, begun: Fields): Promise<void> {
  const written = new Set<string>();
  for (;;) {
    const entry = entriesOf(form).find((one) => one.id in fields && !written.has(one.id));
    if (!entry) return;
    written.add(entry.id);
    if (entry.id in begun && (isChosen(entry) ? entry.checked : entry.value) !== begun[entry.id]) continue;
    write(entry, fields[entry.id]);
    await tick();
  }
}
