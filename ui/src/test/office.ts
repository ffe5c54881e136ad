// A made-up office behind the window, for tests and for looking at the screens: it answers each command from
// memory, remembers what it was asked, and can be told to refuse.
import type {
  AgreementView, CountSettings, TrustHistory,
  CandidateView, HowFar, ConflictView, ContactForm, ContactMethodView, Draft, DraftKey, DraftView, DueRow, EditableValue, Failure, FollowUpView, HiddenView, InboxItem, IncomingBundle, LabelledValue, LetterPreview, LogoView, MergeRehearsal, MergeUndo,
  Fit, FitQuestion, HistoryEntry, Origin, PaperKindView, PaperRequest, PartnerView, PolicyView, QueueView, ReferralView, ReleaseView, SafeContactView,
  StaffView, StartView, TimelineEntry, UndoView, VictimPage, VictimSummary, WaitingReferral, WayView,
} from '../backend';
import { codeLists } from './codes';
import * as county from './county';
import * as program from './program';
import { anonymous, guarded, instruments, nextSteps, packs, papers, record, referralDetails, screens, services } from './records';
import { imported, importFields, proposal } from './tables';

export const TODAY = '2026-03-03';

const careful: SafeContactView = { level: 'with_conditions', channel: 'text', hours: '9 to 11 am', coverName: 'the library', voicemail: 'no' };
const open: SafeContactView = { level: 'safe', channel: 'phone', hours: 'any time', coverName: '', voicemail: 'yes' };
const stop: SafeContactView = { level: 'do_not_contact', channel: null, hours: '', coverName: '', voicemail: 'unknown' };

function victim(id: string, caseNumber: string, name: string, safeContact: SafeContactView, more: Partial<VictimSummary> = {}): VictimSummary {
  const initials = name.split(' ').map((part) => `${part[0]}.`).join('');
  return { id, caseNumber, initials, name, birthYear: 1991, phoneEnd: '88', language: 'es', lastContactOn: '2026-02-28', safeContact, inConflict: false, otherNumbers: [], ...more };
}

export const victims: VictimSummary[] = [
  victim('v1', 'RV-26-B7-0004', 'Maria Núñez', careful),
  victim('v2', 'RV-26-B7-0011', 'Dolores Reyes', open, { language: 'en', birthYear: 1978, phoneEnd: '41' }),
  victim('v3', 'RV-26-B7-0017', 'Jane Placeholder', stop, { language: 'en', lastContactOn: null, phoneEnd: null }),
  victim('v4', 'RV-26-B7-0020', 'Ana Bird', open, { inConflict: true, language: 'so' }),
];

/** Whose record is in a week that has not come yet. */
const notHere: VictimSummary = { ...victim('v9', '', '', stop), initials: '—' };

function due(id: string, of: VictimSummary, reason: string, dueOn: string, daysLate: number): DueRow {
  return { followUpId: id, victimId: of.id, caseNumber: of.caseNumber, initials: of.initials, name: of.name, reason, dueOn, assignedTo: '', daysLate, safeContact: of.safeContact };
}

export const method: ContactMethodView = {
  id: 'm1',
  form: { channel: 'text', value: '555-0188', safe: 'with_conditions', voicemail: 'no', hours: '9 to 11 am', coverName: 'the library' },
  doNotContact: false,
  blocked: false,
  watched: false,
  closed: false,
  verifiedOn: '2026-02-28',
  askAgain: false,
  inConflict: false,
  seen: 'seen-by-this-form',
};
const way: WayView = {
  ...method.form, markReason: '', id: method.id, whoMayAnswer: '', envelope: '', languageRelay: '', monitoredDevice: 'not_asked', hasCodeWord: true,
  verifiedOn: method.verifiedOn, askAgain: false, usable: true, obstacles: [], inConflict: false, seen: method.seen,
};
const unsafe: ContactMethodView = { ...method, id: 'm2', form: { ...method.form, channel: 'phone', value: '555-0141', safe: 'no' }, seen: 'seen-m2' };
const unsafeWay: WayView = { ...way, hasCodeWord: false, whoMayAnswer: 'her sister', monitoredDevice: 'yes', askAgain: true, id: 'm2', channel: 'phone', value: '…41', safe: 'no', markReason: 'He reads her calls', usable: false, obstacles: ['not_safe'], seen: 'seen-m2' };

const timeline: TimelineEntry[] = [
  { id: 't1', at: '2026-02-28T14:03:00-07:00', kind: 'contact', facts: { channel: 'text', outcome: 'reached_talked' }, by: 'Deputy Ortiz', place: 'Laptop 07', note: 'Asked about the bus on Thursday.' },
  { id: 't2', at: '2026-02-28T14:10:00-07:00', kind: 'referral', facts: { partner: 'Rural Legal Aid', need: 'legal', status: 'accepted' }, by: 'Deputy Ortiz', place: 'Laptop 07', note: '' },
  { id: 't3', at: '2026-02-28T14:12:00-07:00', kind: 'letter', facts: { form: 'discreet', language: 'es', given: 'printed' }, by: 'Deputy Ortiz', place: 'Laptop 07', note: '' },
  { id: 't4', at: '2026-02-12T21:40:00-07:00', kind: 'contact', facts: { channel: 'in_person', outcome: 'reached_talked' }, by: 'Deputy Webb', place: 'Laptop 03', note: '' },
];
const referrals: ReferralView[] = [
  { id: 'r1', reference: 'R-7K3M-92QX', partnerId: 'p1', partnerName: 'Rural Legal Aid', serviceName: 'Protection orders', need: 'legal', kind: 'warm_phone', status: 'accepted', nextStatuses: ['in_progress', 'completed', 'could_not_reach'], madeOn: '2026-02-28', inConflict: false, seen: 'seen-r1' },
  { id: 'r2', reference: 'R-01AB-CDEF', partnerId: 'p2', partnerName: 'County Clinic', serviceName: '', need: 'medical', kind: 'cold_info', status: 'offered', nextStatuses: ['sent', 'declined_by_victim'], madeOn: '2026-02-28', inConflict: true, seen: 'seen-r2' },
  { id: 'r3', reference: 'R-0Z9Y-8X7W', partnerId: 'p1', partnerName: 'Rural Legal Aid', serviceName: '', need: 'legal', kind: 'letter', status: 'draft', nextStatuses: ['sent', 'declined_by_victim'], madeOn: '2026-02-28', inConflict: false, seen: 'seen-r3' },
];
const releases: ReleaseView[] = [
  { id: 'l1', recipientId: 'p1', recipientName: 'Rural Legal Aid', items: ['name', 'safe_contact', 'need'], methods: [], excludedItems: '', signedOn: '2026-02-28', effectiveOn: '2026-02-28', signerCapacity: '', revokedOn: null, revokedHow: '', expiresOn: '2026-05-30', state: 'in_force', inConflict: false, seen: 'seen-l1' },
  { id: 'l2', recipientId: 'p2', recipientName: 'County Clinic', items: ['name'], methods: ['letter'], excludedItems: 'Where I work.', signedOn: '2026-01-10', effectiveOn: '2026-01-10', signerCapacity: '', revokedOn: null, revokedHow: '', expiresOn: '2026-02-10', state: 'expired', inConflict: false, seen: 'seen-l2' },
];
const queue: QueueView[] = [
  { staffId: null, name: '', followUps: [{ followUpId: 'f1', victimId: 'v1', caseNumber: 'RV-26-B7-0004', reason: 'next_contact', dueOn: '2026-03-01' }, { followUpId: 'f0', victimId: 'v1', caseNumber: 'RV-26-B7-0004', reason: 'other', dueOn: '2026-03-02' }] },
  { staffId: 's2', name: 'Coordinator Hale', followUps: Array.from({ length: 17 }, (_, index) => ({ followUpId: `q${index}`, victimId: 'v2', caseNumber: `RV-26-B7-0${100 + index}`, reason: 'next_contact', dueOn: '2026-03-09' })) },
];
const followUps: FollowUpView[] = [{ id: 'f1', dueOn: '2026-03-01', reason: 'next_contact', about: '', state: 'open', assignedTo: null, seen: 'seen-f1' }];

function partner(id: string, name: string, kind: string, needs: string[], more: Partial<PartnerView['form']> = {}, stale = false): PartnerView {
  return {
    id,
    form: { name, kind, needs, languages: ['en', 'es'], phone: '555-0115', hours: 'Mon to Fri 9 to 5', address: '', zone: 'Rivertown', confidentialLocation: false, victimServiceProgram: false, ...more },
    assuredOn: '2026-02-19',
    stale,
    locationHidden: more.confidentialLocation === true || (more.confidentialLocation === null && kind === 'shelter'),
    relationshipStage: 'cooperating',
    inConflict: false,
  };
}
const partners: PartnerView[] = [
  partner('p1', 'Rural Legal Aid', 'legal_aid', ['legal', 'protection_order']),
  partner('p2', 'County Clinic', 'clinic', ['medical'], { phone: '555-0114', zone: 'Elm Creek' }),
  partner('p3', 'Hope House', 'shelter', ['shelter', 'safety_planning'], { phone: '555-0113', hours: '24 hours', confidentialLocation: true, zone: '', victimServiceProgram: true }),
  partner('p4', 'Valley Food Bank', 'food', ['food'], { phone: '555-0118', hours: 'Thu 9 to 12', languages: ['en'] }, true),
  partner('p5', 'Winter Shelter', 'shelter', ['shelter'], { phone: '555-0119', confidentialLocation: null }),
];

/** As the program ranks them: those that answer the need, who speaks the language and is fresh before the others. */
function fits({ need, language, zone, now }: FitQuestion): Fit[] {
  const answering = partners.filter((one) => one.form.needs.includes(need));
  return answering.map((one): Fit => {
    const reasons = [
      { code: 'answers_need', points: 0, value: null },
      ...(zone ? [one.form.zone === zone ? { code: 'serves_zone', points: 30, value: zone } : { code: 'other_zone', points: -30, value: one.form.zone }] : []),
      ...(now ? [{ code: 'hours_not_said', points: 0, value: one.form.hours }] : []),
      ...(language ? [one.form.languages.includes(language) ? { code: 'speaks_language', points: 20, value: null } : { code: 'language_not_said', points: -10, value: null }] : []),
      { code: 'travel_short', points: 15, value: '25' },
      one.stale ? { code: 'stale', points: -10, value: '2025-06-02' } : { code: 'checked', points: 10, value: one.assuredOn },
    ];
    return { partnerId: one.id, partnerName: one.form.name, serviceId: null, name: '', phone: one.form.phone, alert: one.id === 'p2' ? 'Closed for a week' : '', points: reasons.reduce((sum, reason) => sum + reason.points, 0), reasons };
  }).toSorted((a, b) => b.points - a.points);
}

const paperKinds: PaperKindView[] = [
  { code: 'resource_list', about: 'victim', mayBeBlank: true, mayGoWithHer: true, speaksAddedLanguages: true },
  { code: 'release_form', about: 'release', mayBeBlank: true, mayGoWithHer: true, speaksAddedLanguages: true },
  { code: 'rights_notice', about: 'nothing', mayBeBlank: false, mayGoWithHer: true, speaksAddedLanguages: false },
  { code: 'danger_signs', about: 'nothing', mayBeBlank: false, mayGoWithHer: true, speaksAddedLanguages: true },
  { code: 'safe_contact_card', about: 'victim', mayBeBlank: false, mayGoWithHer: false, speaksAddedLanguages: true },
  { code: 'agreement_page', about: 'agreement', mayBeBlank: false, mayGoWithHer: false, speaksAddedLanguages: false },
];

const WORDS = ['maple', 'river', 'candle', 'orbit', 'saddle', 'winter'];

function letterPage(title: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 612 792"><rect width="612" height="792" fill="#fff"/><text x="72" y="110" font-size="26" font-family="sans-serif" font-weight="bold">${title}</text><path d="M72 130h468" stroke="#333"/>${['Despensa del valle . . . . . 555-0118', 'Clínica del condado . . . . . 555-0114', 'Ayuda legal . . . . . . . . . . . 555-0115'].map((line, index) => `<text x="72" y="${180 + index * 34}" font-size="17" font-family="sans-serif">${line}</text>`).join('')}</svg>`;
}

const preview: LetterPreview = {
  pages: [letterPage('Recursos de la comunidad')],
  text: 'Recursos de la comunidad. Despensa del valle 555-0118. Clínica del condado 555-0114. Ayuda legal 555-0115.',
  checks: [
    { code: 'check-no-denied-word', values: {}, passed: true, warning: false },
    { code: 'check-no-agency-name', values: {}, passed: true, warning: false },
    { code: 'check-stale-numbers', values: { count: '1' }, passed: false, warning: true },
  ],
  fileName: 'letter.pdf',
  ready: true,
};

const files: IncomingBundle[] = [
  { path: '/stick/cl-1a2b3c4d.clb', fileName: 'cl-1a2b3c4d.clb', state: 'ready', place: 'Laptop 07', person: 'Deputy Ortiz', madeAt: '2026-03-03T16:10:00-07:00', newChanges: 23, knownChanges: 4, missing: 0, failure: null },
  { path: '/stick/cl-5e6f7a8b.clb', fileName: 'cl-5e6f7a8b.clb', state: 'ready', place: 'Laptop 03', person: 'Deputy Webb', madeAt: '2026-03-02T09:00:00-07:00', newChanges: 112, knownChanges: 0, missing: 16, failure: null },
  { path: '/stick/cl-99aa00bb.clb', fileName: 'cl-99aa00bb.clb', state: 'already_merged', place: 'Laptop 05', person: 'Deputy Lane', madeAt: '2026-03-01T12:00:00-07:00', newChanges: 0, knownChanges: 18, missing: 0, failure: null },
  { path: '/stick/cl-00000000.clb', fileName: 'cl-00000000.clb', state: 'refused', place: null, person: null, madeAt: null, newChanges: 0, knownChanges: 0, missing: 0, failure: { code: 'bundle-altered', values: {} } },
];

const sideValues = (value: string, safe: string) => [
  { label: 'field-channel', value: 'phone', codeList: 'channel' },
  { label: 'field-value', value, codeList: null },
  { label: 'field-safe', value: safe, codeList: 'safe' },
  { label: 'field-hours', value: '9 to 11 am', codeList: null },
];
function editable(values: LabelledValue[]): EditableValue[] {
  return values.map((one) => ({ name: one.label.replace('field-', '').replaceAll('-', '_'), ...one }));
}
const conflicts: ConflictView[] = [
  {
    id: 'c1', record: 'contact_method', field: 'method', about: 'RV-26-B7-0004', victimId: 'v1', protective: true, urgency: 'safety', mayKeepBoth: true, seen: 'seen-c1',
    editable: editable(sideValues('555-0133', 'no')),
    sides: [
      { side: 's1', values: sideValues('555-0133', 'no'), by: 'Deputy Webb', place: 'Laptop 03', signedBy: null, claimedAt: '2026-03-01T17:40:00-07:00', receivedAt: '2026-03-03T08:10:00-07:00', bundle: 'cl-1a2b3c4d.clb', inEffect: true },
      { side: 's2', values: sideValues('555-0188', 'yes'), by: 'Deputy Ortiz', place: 'Laptop 07', signedBy: null, claimedAt: '2026-03-02T10:12:00-07:00', receivedAt: '2026-03-03T08:11:00-07:00', bundle: 'cl-1a2b3c4d.clb', inEffect: false },
    ],
  },
  {
    id: 'c2', record: 'partner', field: 'phone', about: 'Rural Legal Aid', victimId: null, protective: false, urgency: 'contact', mayKeepBoth: false, seen: 'seen-c2',
    editable: editable([{ label: 'field-phone', value: '555-0115', codeList: null }]),
    sides: [
      { side: 's3', values: [{ label: 'field-phone', value: '555-0115', codeList: null }], by: 'Coordinator Hale', place: 'County desk', signedBy: null, claimedAt: '2026-03-01T17:40:00-07:00', receivedAt: null, bundle: null, inEffect: true },
      { side: 's4', values: [{ label: 'field-phone', value: '555-0116', codeList: null }], by: 'Deputy Ortiz', place: 'Laptop 03', signedBy: 'Deputy Webb', claimedAt: '2026-03-02T10:12:00-07:00', receivedAt: '2026-03-03T08:11:00-07:00', bundle: 'cl-1a2b3c4d.clb', inEffect: false },
    ],
  },
];

const origin = (by: string, place: string, claimedAt: string, bundle: string | null): Origin => ({ by, place, signedBy: null, claimedAt, receivedAt: bundle && '2026-03-03T08:11:00-07:00', bundle });
const blank: InboxItem = { id: '', kind: '', urgency: 'other', record: '', field: '', about: '', victimId: null, origins: [], writtenBy: [], values: [], victims: [], ways: ['seen'], seen: '', conflict: null, candidate: null };
const recorder = { by: 'Deputy Webb', place: 'Laptop 03', signedBy: null, claimedAt: '2026-03-01T17:40:00-07:00', receivedAt: null, bundle: null };
const candidate: CandidateView = {
  one: { victim: victims[0], recorded: recorder, values: [{ label: 'field-given-name', value: 'Maria', codeList: null }, { label: 'field-zone', value: 'Rivertown', codeList: null }] },
  other: { victim: victims[3], recorded: recorder, values: [{ label: 'field-zone', value: 'Rivertown', codeList: null }] },
  band: 'possible', probability: 0.91, weight: 14.2,
  reasons: [{ field: 'phone', level: 'same', weight: 9.6 }, { field: 'given', level: 'different', weight: -4.1 }],
};

const items: InboxItem[] = [
  ...conflicts.map((conflict): InboxItem => ({
    ...blank, id: conflict.id, kind: 'conflict', urgency: conflict.urgency, record: conflict.record, field: conflict.field, about: conflict.about,
    victimId: conflict.victimId, ways: conflict.mayKeepBoth ? ['side', 'other', 'both'] : ['side', 'other'], seen: conflict.seen, conflict,
  })),
  {
    ...blank, id: 'd1', kind: 'deleted_while_edited', urgency: 'safety', record: 'contact_method', about: 'RV-26-B7-0011', victimId: 'v2', seen: 'seen-d1', ways: ['keep', 'hide'],
    values: sideValues('555-0141', 'no'), origins: [origin('Coordinator Hale', 'County desk', '2026-03-01T09:00:00-07:00', null)],
    writtenBy: [origin('Deputy Ortiz', 'Laptop 07', '2026-03-02T10:12:00-07:00', 'cl-1a2b3c4d.clb')],
  },
  {
    ...blank, id: 'p1', kind: 'same_case_number', record: 'victim', field: 'case_number', about: 'RV-26-B7-0004', seen: '',
    victims: [{ victimId: 'v1', caseNumber: 'RV-26-B7-0004', initials: 'M.N.' }, { victimId: 'v2', caseNumber: 'RV-26-B7-0004', initials: 'D.R.' }],
    origins: [origin('Deputy Webb', 'Laptop 03', '2026-03-01T17:40:00-07:00', 'cl-5e6f7a8b.clb')],
  },
  {
    ...blank, id: 'same_person/v1/v4', kind: 'same_person', record: 'victim', about: 'RV-26-B7-0004 · RV-26-C3-0012', ways: ['same', 'not_same'],
    origins: [recorder, recorder], candidate,
  },
];
const hidden: HiddenView[] = [
  { record: 'contact_method', id: 'm9', values: sideValues('555-0177', 'unknown'), by: 'Deputy Ortiz', place: 'Laptop 07', at: '2026-03-02T10:12:00-07:00', seen: 'seen-m9' },
];
const rehearsal: MergeRehearsal = {
  files: files.map((file, index) => ({
    file, added: 7, changed: 50, problems: 0, hidden: 0,
    conflicts: index === 1 ? [{ record: 'contact_method', field: 'way', about: 'RV-26-B7-0004', urgency: 'safety' }] : [],
    takesEffect: index === 0 ? [{ record: 'contact_method', field: 'way', about: 'RV-26-B7-0011', values: sideValues('555-0141', 'no') }] : [],
  })),
  added: 14, changed: 109, newChanges: 135, knownChanges: 22, missing: 16, conflicts: 1, problems: 0, takesEffect: 1, hidden: 0, samePerson: 1,
};
const undo: MergeUndo = { mergedAt: '2026-03-03T08:11:00-07:00', by: 'Coordinator Hale', files: 2, changes: 135, refused: null };

const agreement: AgreementView = {
  id: 'a1', form: { title: 'Working together', partyIds: ['p1'], scope: 'They see people within three days.', confidentialityTerms: 'No names without a release.', signedOn: '2025-04-01', reviewOn: '2026-04-01', endedOn: null },
  partyNames: ['Rural Legal Aid'], renewals: [], daysLeft: 29, due: true, inConflict: false, seen: 'seen-a1',
};
const trust: TrustHistory = {
  stages: [{ on: '2026-02-19', stage: 'cooperating' }, { on: '2025-11-03', stage: 'wary' }, { on: '2025-09-10', stage: 'contacted' }],
  concerns: [{ on: '2025-11-03', person: 'R. Hale', concerns: ['capacity', 'client_confidentiality'], answer: 'We send no names without a release.' }, { on: '2025-09-10', person: 'R. Hale', concerns: ['no_history'], answer: '' }],
  commitments: [{ contactId: 'k1', on: '2026-02-19', commitment: 'A phone line for deputies', by: 'them', state: 'open', seen: 'seen-k1' }, { contactId: 'k2', on: '2025-11-03', commitment: 'Bring the cards', by: 'us', state: 'kept', seen: 'seen-k2' }],
  nextSteps: [{ contactId: 'k1', step: 'Meet their board', dueOn: '2026-03-01', doneOn: null }],
  agreements: [agreement],
  referrals: { accepted: 3, completed: 4, could_not_reach: 1 },
};

export function person(id: string, name: string, role: string, place: string, more: Partial<StaffView> = {}): StaffView {
  return {
    id, form: { name, role, place, trainingHours: null, backgroundCheckOn: null, availability: [] }, disabledOn: null, hasAccess: true, minutesGiven: 0,
    inConflict: false, seen: `seen-${id}`, ...more,
  };
}

export interface Call {
  command: string;
  args: Record<string, unknown>;
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const written: Origin = { by: 'Deputy Ortiz', place: 'Laptop 07', signedBy: null, claimedAt: '2026-02-28T14:03:00-07:00', receivedAt: '2026-03-01T08:00:00-07:00', bundle: 'cl-1a2b3c4d.clb' };
const history: HistoryEntry[] = [
  { id: 'h4', record: 'contact_method', kind: 'hidden', changes: [], origin: written },
  { id: 'h3', record: 'victim', kind: 'changed', changes: [{ label: 'field-family-name', codeList: null, before: ['Nunes'], after: ['Núñez'] }, { label: 'field-needs', codeList: 'need', before: ['legal'], after: [] }], origin: { ...written, receivedAt: null, bundle: null } },
  { id: 'h2', record: 'contact', kind: 'made', changes: [{ label: 'field-outcome', codeList: 'outcome', before: [], after: ['reached_talked'] }, { label: 'field-note', codeList: null, before: [], after: ['Asked about the bus.'] }], origin: written },
  { id: 'h1', record: 'contact_method', kind: 'made', changes: [{ label: 'field-value', codeList: null, before: [], after: ['…88'] }, { label: 'field-code-word', codeList: null, before: [], after: ['…'] }], origin: { ...written, signedBy: 'Deputy Webb' } },
];

export class Office {
  readonly calls: Call[] = [];
  /** What the person before the window is here. */
  role = 'deputy';
  start: StartView;
  policy: PolicyView = {
    verifyAfterDays: 30, statePack: 'ohio', pack: { name: 'ohio 3', sample: false }, packStandsIn: false, identityMonths: 36, identityIsOwn: false,
    statisticsMonths: 84, statisticsIsOwn: false, sampleMonths: false, callBackPhone: '', seen: '',
  };
  #candidates = [candidate];
  #refusals = new Map<string, Failure>();
  #items = [...items];
  #undo: MergeUndo | null = null;
  #kept: string[] = [];
  drafts: DraftView[] = [];
  #finishing: DraftKey | null = null;
  /** What can be taken back. */
  undo: UndoView | null = null;
  /** When recovery sheets were made. */
  sheetsMadeAt: string | null = null;
  howFar: HowFar | null = null;
  /** How many papers are out with an old number. */
  toRecall = 0;
  onCall = program.onCall;
  /** Referrals that no agency has answered. */
  waiting: WaitingReferral[] = [];
  zones: string[] = [];
  logo: LogoView = { shows: null, png: null, seen: '' };

  constructor(start: Partial<StartView> = {}) {
    this.start = {
      state: 'unlocked', kind: 'laptop', officeName: 'Cedar County', placeName: 'Laptop 07', personName: 'Deputy Ortiz', role: null, training: false,
      language: 'en', theme: 'day', zoom: 100, version: '0.2.0', singleKeys: true, lastSentAt: '2026-02-22T18:10:00-07:00', lastBackupAt: '2026-03-02T18:10:00-07:00', ...start,
    };
  }

  /** Makes a command fail from now on. */
  refuse(command: string, code: string, values: Record<string, string> = {}): void {
    this.#refusals.set(command, { code, values });
  }

  /** Lets a command go on again. */
  allow(command: string): void {
    this.#refusals.delete(command);
  }

  /** What a command was asked last. */
  asked(command: string): Record<string, unknown> | undefined {
    return this.calls.findLast((call) => call.command === command)?.args;
  }

  invoke = async (command: string, args: Record<string, unknown> = {}): Promise<unknown> => {
    this.calls.push({ command, args });
    const failure = this.#refusals.get(command);
    if (failure) throw failure;
    return structuredClone(this.#answer(command, args));
  };

  #state(start: StartView = this.start): StartView {
    this.start = { ...start, role: start.state === 'unlocked' ? this.role : null };
    return this.start;
  }

  #letGo(key: DraftKey): void {
    this.drafts = this.drafts.filter((draft) => draft.form !== key.form || draft.about !== key.about);
  }

  #answer(command: string, args: Record<string, unknown>): unknown {
    const saved = { id: 'v1', savedAt: `${TODAY}T14:03:00-07:00` };
    // As the program does: what a form becomes takes its draft along.
    if (this.#finishing && !['finish_draft', 'keep_draft'].includes(command)) {
      this.#letGo(this.#finishing);
      this.#finishing = null;
    }
    if (args.draft && 'form' in args && command !== 'keep_draft') this.#letGo(args.draft as DraftKey);
    const page: VictimPage = {
      summary: victims.find((one) => one.id === args.victimId) ?? victims[0], about: { givenName: 'Maria', familyName: 'Núñez', birthYear: 1991, language: 'es', zone: 'Rivertown', needs: ['legal', 'food'] }, doNotContact: args.victimId === 'v3', doNotContactReason: args.victimId === 'v3' ? 'She asked us not to' : '',
      contactMethods: [way, unsafeWay], timeline, referrals, followUps,
      releases: args.victimId === 'v2' ? releases.map((one) => ({ ...one, methods: ['phone'], excludedItems: 'Where I work.' })) : releases,
      hidden, samePerson: null, seen: '7:1', notSent: 2, holdsMore: false, roleDisclosureDue: args.victimId === 'v3',
    };
    const enrolment = { laptopName: 'Laptop 07', personName: 'Deputy Ortiz', words: WORDS, path: '/stick/cl-join.cle' };
    const welcome = { countyName: 'Cedar County', laptopName: 'Laptop 07', words: WORDS, path: '/stick/cl-welcome.clw', files: 1 };
    const bundle = { number: 42, madeAt: `${TODAY}T16:10:00-07:00`, path: '/stick/cl-1a2b3c4d.clb', fileName: 'cl-1a2b3c4d.clb', changes: 23, sizeBytes: 41_000, sha256: 'ab'.repeat(32), files: 1 };
    switch (command) {
      case 'start': return this.#state();
      case 'unlock': case 'unlock_with_code': case 'unlock_with_sheets': case 'accept_welcome': case 'create_office': return this.#state({ ...this.start, state: 'unlocked' });
      case 'lock': return this.#state({ ...this.start, state: 'locked' });
      case 'import_fields': return importFields;
      case 'propose_mapping': return proposal;
      case 'read_mapping': return proposal.mapping;
      case 'save_mapping': return null;
      case 'import_table': return imported(args.dryRun === true);
      case 'export_table': return { path: args.path, rows: 3, withheld: 1 };
      case 'export_directory': return { path: args.folder, organizations: 4, services: 7, withoutLocation: 1 };
      case 'how_far': return this.howFar;
      case 'stop_work': return null;
      case 'make_backup': this.start = { ...this.start, lastBackupAt: saved.savedAt }; return { path: '/disk/countyline-20260303T140300', sizeKib: 41_000, madeAt: saved.savedAt };
      case 'bring_back_backup': return this.#state({ ...this.start, state: 'locked' });
      case 'join_office': this.start = { ...this.start, state: 'joining' }; return enrolment;
      case 'set_preferences': return this.#state({ ...this.start, ...(args.preferences as Partial<StartView>) });
      case 'codes': return codeLists;
      // Where the file lies is known only to whoever wrote it just now.
      case 'joining': return { ...enrolment, path: '' };
      case 'read_enrolment': return enrolment;
      case 'read_welcome': case 'enrol_laptop': return welcome;
      case 'today': return {
        date: TODAY, late: { all: 3, rows: [due('f1', victims[0], 'next_contact', '2026-03-01', 2), due('f2', victims[1], 'referral_check', '2026-03-02', 1)] },
        today: { all: 1, rows: [due('f3', victims[3], 'first_follow_up', TODAY, 0)] }, upcoming: { all: 2, rows: [due('f4', victims[2], 'court_date', '2026-03-07', 0), due('f6', notHere, 'next_contact', '2026-03-08', 0)] },
        weekContacts: 11, weekReferrals: 4, weekNewVictims: 2, changesWaiting: 23, lastSentAt: this.start.lastSentAt, conflicts: this.#items.filter((item) => !item.candidate).length, daysWithoutReturn: null, revokedAt: null,
      };
      case 'more_due': return [due('f5', victims[2], 'next_contact', '2026-03-02', 1)];
      case 'find_victims': {
        const words = plain(String(args.query)).split(/\s+/);
        return victims.filter((one) => words.every((part) => plain(`${one.name} ${one.initials} ${one.caseNumber} ${one.phoneEnd}`).includes(part)));
      }
      case 'text_warnings': return String(args.text).includes('NAM/') ? [{ sign: 'field_codes', line: 1 }] : [];
      case 'victim': return page;
      case 'open_contact_method': return args.contactMethodId === 'm2' ? unsafe : method;
      case 'partners': return partners.filter((one) => plain(one.form.name).includes(plain(String(args.query))));
      case 'partner': return { partner: partners.find((one) => one.id === args.partnerId) ?? partners[0], contacts: [{ id: 'k1', at: '2026-02-19', kind: 'partner_contact', facts: { kind: 'meeting', person: 'R. Hale', concerns: 'capacity no_history', contacted_on: '2026-02-19' }, by: 'Coordinator Hale', place: 'County desk', note: '' }], referralsSent: 7 };
      case 'directory_entry': return program.directoryEntry(partners.find((one) => one.id === args.partnerId) ?? partners[0]);
      case 'contact_gate': return { safeContact: page.summary.safeContact, doNotContactReason: page.doNotContactReason, ways: page.contactMethods };
      case 'record_attempt': {
        const { outcome } = args.form as ContactForm;
        return { saved, countsAsAttempt: true, offersDoNotContact: outcome === 'reached_declined', forCoordinator: outcome === 'home_not_safe', nextSteps };
      }
      case 'share_list': return {
        asOf: TODAY, shared: args.partnerId === 'p1' ? [{ victimId: 'v1', releaseId: 'l1', items: args.items, until: '2026-05-30', methods: ['phone'], excludedItems: 'Where I work.' }] : [],
        withheld: args.partnerId === 'p2' ? [{ victimId: 'v1', reason: 'expired' }] : [],
      };
      case 'what_exists': return {
        caseNumber: 'RV-26-B7-0004', openedOn: '2026-02-12', hasCodeWord: true, records: [{ record: 'contact_method', count: 2 }, { record: 'referral', count: 1 }],
        disclosures: record.disclosures, papers: record.papers, legalHold: true,
      };
      case 'anonymous_contacts': return anonymous;
      case 'call_outs': return program.callOuts;
      case 'partner_fits': return fits(args.question as FitQuestion);
      case 'referral_details': return referralDetails;
      case 'refer_victim': case 'refer_in_detail': return referrals;
      case 'preview_letter': case 'preview_letters': return preview;
      case 'letters_printed': return ['w7', 'w8'].map((id) => ({ ...saved, id }));
      case 'save_letters': return { path: '/stick/letters.pdf', sha256: 'ab'.repeat(32) };
      case 'save_letter': return { path: '/stick/letter.pdf', sha256: 'ab'.repeat(32) };
      case 'send_state': return { countyName: 'Cedar County', countyWords: WORDS, changes: 23, contacts: 11, referrals: 4, victims: 2, unconfirmed: 5, safeUpTo: null, folder: null, history: [{ ...bundle, number: 41 }] };
      case 'send_week': return bundle;
      case 'bundles_in':
      case 'bundles_named': return files.map((file) => file.path);
      case 'rehearse_merge': return rehearsal;
      case 'merge_to_undo': return this.#undo;
      case 'files_taken_back': return this.#kept;
      case 'undo_merge': this.#undo = null; this.#kept = files.slice(0, 2).map((file) => file.path); return saved;
      case 'merge_bundles': this.#undo = undo; this.#kept = []; return { files: files.slice(0, 2), added: 14, changed: 109, known: 9, newConflicts: 2, conflicts: 2 };
      case 'inbox_items': return { all: this.#items.length, first: this.#items };
      case 'inbox_suggestions': return this.#items.filter((item) => item.candidate).length;
      case 'settle': this.#items = this.#items.filter((one) => one.id !== args.itemId); return saved;
      case 'notices': return [];
      case 'parked': return county.parked;
      case 'laptops': return county.laptops;
      case 'revoke_laptop': return county.laptops[2];
      case 'county_keys': case 'replace_county_key': case 'destroy_county_key': return county.keys;
      case 'unlock_codes': return county.unlockCodes;
      case 'ask_unlock_code': return { ...county.unlockCodes[0], words: [...WORDS, 'garden', 'lantern'] };
      case 'recovery_sheets': return this.sheetsMadeAt;
      case 'make_recovery_sheets': this.sheetsMadeAt = saved.savedAt; return [1, 2, 3].map((number) => `/stick/recovery-sheet-${number}.pdf`);
      case 'read_revoked_work': case 'take_in_revoked_work': case 'keep_out_revoked_work': return files[1];
      case 'disclosure_log': return county.disclosures;
      case 'who_looked': return { ...county.looks, everybody: this.role === 'coordinator' };
      case 'erase_orders': return county.eraseOrders;
      case 'retention_due': return county.due;
      case 'rehearse_erasure': return { records: [{ record: 'victim', count: 1 }, { record: 'contact_method', count: 2 }], fields: [], backups: 3 };
      case 'erasable_records': return county.erasable;
      case 'order_erasure': case 'purge_victim': return { id: 'e1e1', finished: true, backupsReplaced: 3 };
      case 'returns_in': return ['/stick/return-1a2b3c4d.clb'];
      case 'receive_returns': return { files: [], added: 3, changed: 1, known: 0, newConflicts: 0, conflicts: 0, safeUpTo: `${TODAY}T16:10:00-07:00`, unconfirmed: 0, beganAnew: false, notices: [] };
      case 'hand_back': return [{ laptopName: 'Laptop 07', personName: 'Deputy Ortiz', paths: ['/stick/return-1a2b3c4d.clb'], changes: 12, sizeBytes: 9_000 }];
      case 'duplicate_candidates': return { all: this.#candidates.length, first: this.#candidates };
      case 'link_persons': case 'tell_persons_apart': this.#candidates = []; return saved;
      case 'drafts': return this.drafts;
      case 'keep_draft': {
        const draft = args.draft as Draft;
        this.#letGo(draft);
        this.drafts.unshift({ ...draft, caseNumber: victims.find((one) => one.id === draft.about)?.caseNumber ?? null, keptAt: saved.savedAt });
        return { keptAt: saved.savedAt };
      }
      case 'discard_draft': this.#letGo(args.key as DraftKey); return null;
      case 'on_call': return this.onCall;
      case 'shifts': return program.shifts;
      case 'record_shift': return { saved, count: 4 };
      case 'staff': return [person('s1', this.start.personName ?? '', this.role, this.start.placeName ?? ''), person('s2', 'Coordinator Hale', 'coordinator', 'County desk')];
      case 'own_lists': case 'check_own_lists': return { version: 2, services: [{ code: 'clinic_ride', en: 'Ride to the clinic', es: 'Viaje a la clínica', countsAs: 'B9', retired: false }, { code: 'gas_card', en: 'Gas card', es: 'Tarjeta de gasolina', countsAs: 'C7', retired: true }], crimes: [{ code: 'online_stalking', en: 'Stalking online', es: 'Acoso por internet', countsAs: 'V22', retired: false }], needs: [{ code: 'feed', en: 'Feed for animals', es: 'Pasto para animales', countsAs: 'food', retired: false }, { code: 'stall', en: 'A stall', es: 'Un establo', countsAs: 'other', retired: true }], followUp: [], closedOn: [], zones: this.zones, deniedWords: ['tạm lánh'], seen: '' };
      case 'other_zones': return this.zones.length > 0 ? [{ zone: 'Elm Crek', records: [{ record: 'victim', id: 'v1', about: 'RV-26-B7-0004' }, { record: 'partner', id: 'p1', about: 'Rural Legal Aid' }] }] : [];
      case 'partner_trust': return trust;
      case 'agreements': return [agreement];
      case 'staff_member': return program.staffPage(person(String(args.staffId), 'Deputy Webb', 'deputy', 'Laptop 03'));
      case 'trainings': return program.trainings;
      case 'surveys': return program.surveys;
      case 'community_events': return program.events;
      case 'assessments': return program.assessments;
      case 'materials': return program.materials;
      case 'groups': return [program.group.group];
      case 'group': return program.group;
      case 'handed_in_reports': return [{ id: 'h1', report: 'pmt-2015', from: '2025-10-01', to: '2025-12-31', handedInOn: '2026-01-10', by: 'Coordinator Hale', amends: null }];
      case 'report_differences': return [{ question: 'Q1', code: '', then: 3, now: 4 }];
      case 'counts': return program.counts(args.settings as CountSettings, false);
      case 'public_counts': return program.counts(args.settings as CountSettings, true);
      case 'victim_record': return { ...(args.victimId === 'v2' ? guarded : record), ways: [way, unsafeWay] };
      case 'reveal_code_word': return 'blue kettle';
      case 'services_of_victim': return services;
      case 'risk_screens_of_victim': return screens;
      case 'next_steps': return nextSteps;
      case 'instruments': return instruments;
      case 'state_packs': return packs;
      case 'check_state_pack': return packs[0];
      case 'papers_out': return papers;
      case 'papers_to_recall': return this.toRecall;
      case 'paper_kinds': return paperKinds;
      case 'preview_paper': return { ...preview, fileName: `${String((args.request as PaperRequest).kind)}.pdf` };
      case 'save_paper': return { path: '/stick/paper.pdf', sha256: 'ab'.repeat(32) };
      case 'record_risk_screen': return { id: 'g2', savedAt: saved.savedAt, text: 'Tell her of the hotline.', result: 'by_protocol', level: 'high', trigger: 'protocol', followUpDueAt: '2026-03-04T14:03:00-07:00' };
      case 'plan_follow_up': return { followUpId: 'f9', dueAt: '2026-03-04T14:03:00-07:00', why: 'strangulation', savedAt: saved.savedAt };
      case 'victim_history': return history;
      case 'waiting_referrals': return { all: this.waiting.length, rows: this.waiting.slice(Number(args.shown), Number(args.shown) + 15) };
      case 'follow_up_queue': return queue;
      case 'referral_details': return { id: args.referralId, status: 'accepted', adults: args.referralId === 'r1' ? 1 : null, children: args.referralId === 'r1' ? 2 : null, statusDates: [], seen: '' };
      case 'policy': return this.policy;
      case 'wordings': return county.wordings;
      case 'paper_languages': return county.paperLanguages;
      case 'logo': return this.logo;
      case 'set_logo': this.logo = { shows: String(args.shows), png: 'iVBORw0KGgo=', seen: 'seen-logo' }; return saved;
      case 'remove_logo': this.logo = { shows: null, png: null, seen: 'seen-no-logo' }; return saved;
      case 'rehearse_wording': return ['Call [office].'];
      case 'check_data': return { ok: true, commits: 812, rows: 2304, differences: [] };
      case 'choose_folder': return '/stick';
      case 'choose_files': return ['/stick/cl-1a2b3c4d.clb'];
      case 'undo_offered': return this.undo;
      case 'take_back': this.undo = this.undo && { ...this.undo, commit: `${this.undo.commit}+`, takesBack: !this.undo.takesBack }; return saved;
      case 'changes_waiting': return 23;
      case 'finish_draft': this.#finishing = args.key as DraftKey | null; return null;
      case 'change_passphrase': case 'prove_passphrase': case 'window_hidden': case 'window_shown': return null;
      default: return saved;
    }
  }
}

/** Puts the office behind the window, where the shell would be. */
export function install(office: Office): void {
  Object.assign(window, { __TAURI_INTERNALS__: { invoke: office.invoke, transformCallback: () => 0 } });
}
