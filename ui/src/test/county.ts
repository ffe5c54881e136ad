// What the made-up county knows of its laptops, keys and orders.
import type { DisclosureView, DueList, ErasableRecord, EraseOrders, KeysView, KnownUnlockCode, LaptopView, LooksView, PaperLanguageView, ParkedView, WordingView } from '../backend';
import { record } from './records';

function laptop(id: string, laptopName: string, quietDays: number, more: Partial<LaptopView> = {}): LaptopView {
  return {
    id, laptopName, personName: 'Deputy Webb', revoked: false, revokedAt: null, lastHeardAt: '2026-02-24T08:10:00-07:00', lastMadeAt: '2026-02-24T07:00:00-07:00', quietDays, late: quietDays > 14,
    sent: 9, neverCame: 0, missing: 0, histories: 1, lacks: 0, clockDaysOff: 0, knowsNewestRoster: true, ...more,
  };
}
export const laptops: LaptopView[] = [
  laptop('aa11', 'Laptop 03', 19, { missing: 16 }),
  laptop('bb22', 'Laptop 07', 2, { clockDaysOff: -3 }),
  laptop('cc33', 'Laptop 09', 80, { revoked: true, late: false }),
];
export const parked: ParkedView[] = [
  { id: 'f00d', fileName: 'cl-late.clb', parkedAt: '2026-03-01T08:00:00-07:00', sizeBytes: 4000, failure: { code: 'bundle-revoked-laptop', values: {} } },
  { id: 'beef', fileName: 'cl-new.clb', parkedAt: '2026-03-02T08:00:00-07:00', sizeBytes: 4000, failure: { code: 'newer-program', values: {} } },
];
export const keys: KeysView = {
  epoch: 3, since: '2025-11-20', words: ['maple', 'river', 'candle', 'orbit', 'saddle', 'winter'], replaceOn: '2026-02-20', replaceSuggested: true, ownKeyMissing: false,
  replaced: [
    { epoch: 2, replacedAt: '2025-11-20T09:00:00-07:00', waitsFor: ['Laptop 03'], canGoOn: null, destroyedAt: null },
    { epoch: 1, replacedAt: '2025-08-20T09:00:00-07:00', waitsFor: [], canGoOn: '2026-01-02', destroyedAt: null },
  ],
  alarms: [],
};
export const eraseOrders: EraseOrders = {
  orders: [{
    id: 'e0e0', basis: 'court_order', orderedAt: '2026-02-20T09:00:00-07:00', by: 'Coordinator Hale', records: 14, finishedHere: true, outstanding: 1,
    places: [{ place: 'County desk', person: 'Coordinator Hale', confirmedAt: '2026-02-20T09:00:00-07:00', revoked: false }, { place: 'Laptop 03', person: 'Deputy Webb', confirmedAt: null, revoked: false }],
    late: [],
  }],
  refused: [],
};
export const due: DueList = {
  identityMonths: 36, statisticsMonths: 84, sample: null, due: [{ victimId: 'v2', caseNumber: 'RV-26-B7-0011', lastWorkOn: '2022-11-02', clock: 'identity' }],
  held: [{ victimId: 'v4', caseNumber: 'RV-26-B7-0020', lastWorkOn: '2022-10-02', clock: 'identity' }],
};
/** What was looked at in a week. */
export const looks: LooksView = {
  since: '2026-02-25', until: '2026-03-03', all: 3, everybody: true, broken: ['Deputy Webb'], reviewedAt: '2026-02-20T08:00:00-07:00', reviewedBy: 'Coordinator Hale', reviewDue: true,
  looks: [
    { at: '2026-03-03T15:10:00+00:00', staffId: 's1', name: 'Deputy Ortiz', what: 'victim_page', victimId: 'v1', caseNumber: 'RV-26-B7-0004', times: 0 },
    { at: '2026-03-03T15:05:00+00:00', staffId: 's2', name: 'Coordinator Hale', what: 'victim_record', victimId: 'v9', caseNumber: '', times: 0 },
    { at: '2026-03-03T15:00:00+00:00', staffId: 's2', name: 'Coordinator Hale', what: 'opened', victimId: null, caseNumber: '', times: 2 },
  ],
};

export const disclosures: DisclosureView[] = [...record.disclosures, { ...record.disclosures[0], id: 'd8', caseNumber: 'RV-26-B7-0011', recipient: 'County Clinic', basis: 'court_or_statute', order: 'Subpoena 12' }];

function wording(message: string, programText: string, more: Partial<WordingView> = {}): WordingView {
  return { message, programText, ownText: null, values: [], discreet: false, notUsed: false, inConflict: false, seen: '', ...more };
}
export const wordings: WordingView[] = [
  wording('agency-reply-1', 'We have reached her.'),
  wording('discreet-title', 'Community numbers', { discreet: true }),
  wording('letter-closing', 'You are not alone in this.', { ownText: 'We are here for you.', seen: 'seen-closing' }),
  wording('letter-signed', '{ $office }', { values: ['office'] }),
  wording('letterhead', '{ $office }', { values: ['office'], ownText: '{ $office', notUsed: true, seen: 'seen-head' }),
];
export const paperLanguages: PaperLanguageView[] = [
  ...['en', 'es'].map((tag) => ({ tag, own: false, usable: true, failure: null })),
  { tag: 'so', own: true, usable: true, failure: null },
  { tag: 'vi', own: true, usable: false, failure: { code: 'language-refused', values: { language: 'vi', flaw: 'missing', what: 'letter-title', word: '' } } },
];

export const erasable: ErasableRecord[] = [
  { record: 'victim', id: 'v2', values: [{ label: 'field-case-number', value: 'RV-26-B7-0011', codeList: null }], fields: ['birth_year', 'zone'] },
  { record: 'contact', id: 'k9', values: [{ label: 'field-channel', value: 'phone', codeList: 'channel' }, { label: 'field-note', value: 'Asked about the bus.', codeList: null }], fields: ['note'] },
];

export const unlockCodes: KnownUnlockCode[] = [
  { laptopName: 'Laptop 03', personName: 'Deputy Webb', number: 2, receivedAt: '2026-02-24T08:10:00-07:00' },
  { laptopName: 'Laptop 07', personName: 'Deputy Ortiz', number: null, receivedAt: null },
];
