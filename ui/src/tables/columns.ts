// What a person decides about each column of an old table, and the mapping that becomes of it.
import type { ImportField, MappedColumn, Mapping } from '../backend';

/** Choices of a column beside the fields. */
export const UNDECIDED = '';
export const LEAVE_OUT = '-';
export const KEY = '#';

/** What a value still waits for, in a mapping. */
export const OPEN = '?';

export interface ColumnChoice {
  column: string;
  /** A field, or one of the choices above. */
  means: string;
  /** The code of each value; `OPEN` while nobody has explained it. */
  values: Record<string, string | null>;
  rest: Pick<MappedColumn, 'empty' | 'partedBy'>;
}

/** The columns of a mapping as a person goes over them: those that wait for her first. */
export function choicesOf(mapping: Mapping): ColumnChoice[] {
  const of = (column: string, means: string): ColumnChoice => ({ column, means, values: {}, rest: {} });
  return [
    ...(mapping.undecided ?? []).map((column) => of(column, UNDECIDED)),
    ...(mapping.key ? [of(mapping.key, KEY)] : []),
    ...mapping.columns.map(({ column, field, values, ...rest }) => ({ ...of(column, field), values: values ?? {}, rest })),
    ...(mapping.leaveOut ?? []).map((column) => of(column, LEAVE_OUT)),
  ];
}

/** The mapping with what she chose. */
export function mappingOf(mapping: Mapping, choices: ColumnChoice[], dates: string, always: Record<string, string>): Mapping {
  const named = (means: string): string[] => choices.filter((one) => one.means === means).map((one) => one.column);
  const fields = choices.filter((one) => ![UNDECIDED, LEAVE_OUT, KEY].includes(one.means));
  return {
    ...mapping,
    key: named(KEY)[0] ?? null,
    dates: dates.split(',').map((format) => format.trim()).filter(Boolean),
    columns: fields.map(({ column, means, values, rest }) => ({ ...rest, column, field: means, values })),
    always: Object.fromEntries(Object.entries(always).filter(([, value]) => value.trim() !== '')),
    leaveOut: named(LEAVE_OUT),
    undecided: named(UNDECIDED),
  };
}

/** The fields every row needs and no column is. */
export function unanswered(fields: ImportField[], choices: ColumnChoice[]): ImportField[] {
  return fields.filter((field) => field.needed && !choices.some((one) => one.means === field.name));
}

/** How many decisions a person still has to make. */
export function openDecisions(choices: ColumnChoice[]): number {
  return choices.filter((one) => one.means === UNDECIDED || Object.values(one.values).includes(OPEN)).length;
}
