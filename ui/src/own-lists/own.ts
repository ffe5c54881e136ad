// The office's own kinds of crime and needs, beside those of the program.
import type { OwnCode, OwnListsView } from '../backend';
import { codeOptions, type Option } from '../parts/option';
import { language, nameOwn, word } from '../words.svelte';

/** The code lists with what the office offers of its own, under `own_<list>`; its names are words from now on. */
export function withOwn(codes: Record<string, string[]>, lists: OwnListsView): Record<string, string[]> {
  nameOwn([...lists.crimes, ...lists.needs]);
  const offered = (own: OwnCode[]) => own.filter((one) => !one.retired).map((one) => one.code);
  return { ...codes, own_victimization: offered(lists.crimes), own_need: offered(lists.needs) };
}

/** The codes of a list, the office's own behind them, and those that stand in the record already. */
export function ownOptions(codes: Record<string, string[]>, list: string, held: string[] = []): Option[] {
  const offered = [...(codes[list] ?? []), ...(codes[`own_${list}`] ?? [])];
  const own = [...new Set([...offered, ...held])].slice(codes[list]?.length ?? 0);
  return [...codeOptions(codes, list), ...own.map((code) => ({ value: code, label: word(list, code) }))];
}

/** What something of the office's own is called. */
export function ownName(own: OwnCode): string {
  return language() === 'es' ? own.es : own.en;
}
