// An old table behind the window: its columns, what they can be, and what bringing it in comes to.
import type { ImportField, ImportReport, Mapping, Proposal } from '../backend';

const field = (name: string, codeList: string | null = null, codes: string[] = [], needed = false): ImportField => ({ name, codeList, codes, needed });

export const importFields: ImportField[] = [
  field('given_name'), field('family_name'), field('birth_date'), field('phone'), field('phone_safe', 'safe', ['yes', 'with_conditions', 'no', 'not_asked']),
];

const mapping: Mapping = {
  what: 'victims', source: 'Access 2015', sheet: null, key: 'ClientID', dates: ['MM/DD/YYYY'],
  columns: [
    { column: 'First', field: 'given_name', values: {}, empty: null, partedBy: null },
    { column: 'SafeToCall', field: 'phone_safe', values: { Y: 'yes', sometimes: '?' }, empty: null, partedBy: null },
  ],
  always: {}, leaveOut: [], undecided: ['Narrative'],
};

export const proposal: Proposal = { mapping, notTaken: ['Narrative'], unexplained: ['SafeToCall'], otherSheets: [] };

export function imported(dryRun: boolean): ImportReport {
  return {
    what: 'victims', dryRun, encoding: 'windows-1252', sheet: null, otherSheets: [], rows: 4, taken: 2, hereAlready: 1, repeated: 0, refused: 1,
    refusals: [{ row: 3, columns: ['DOB'], failure: { code: 'date-in-future', values: { field: 'birth_date' } } }], refusedByCode: { 'date-in-future': 1 },
    leftOut: ['Narrative'], doubles: [{ row: 2, caseNumber: 'RV-26-B7-0004', otherRow: null, band: 'probable' }], tooManyToCompare: false, stopped: false,
    rejects: dryRun ? null : '/stick/refused.csv',
  };
}
