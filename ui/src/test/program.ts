// The made-up office's program around the cases: people, trainings, surveys, outreach, figures.
import type { AssessmentView, CallOutView, CommunityEventView, CountSettings, CountsView, DirectoryEntry, FigureView, GroupPage, MaterialView, OnCallView, PartnerView, ShiftView, StaffPage, StaffView, SurveyView, TrainingRow } from '../backend';

export const callOuts: CallOutView[] = [{ id: 'co1', name: 'Deputy Webb', responseMinutes: 35, form: { staffId: 's2', calledAt: '2026-02-27T22:10:00-07:00', arrivedAt: '2026-02-27T22:45:00-07:00', place: 'scene', minutes: 90, miles: 22 } }];
function shift(id: string, name: string, staffId: string, order: string, more: Partial<ShiftView> = {}): ShiftView {
  return { id, name, calledOff: false, inConflict: false, seen: `seen-${id}`, form: { staffId, beginsAt: '2026-03-03T18:00', endsAt: '2026-03-04T06:00', order }, ...more };
}
export const shifts: ShiftView[] = [shift('sh1', 'Coordinator Hale', 's2', 'first'), shift('sh2', 'Deputy Ortiz', 's1', 'backup'), shift('sh3', 'Coordinator Hale', 's2', 'first', { calledOff: true })];
export const onCall: OnCallView = { at: '2026-03-03T19:00', now: shifts.slice(0, 1), tonight: shifts.slice(0, 2) };
export function staffPage(person: StaffView): StaffPage {
  return {
    person, hours: [{ staffId: person.id, workedOn: '2026-02-28', minutes: 120, kind: 'on_call' }], minutesByKind: { on_call: 1200, court: 180 },
    callOuts: callOuts.map((one) => ({ ...one, name: person.form.name })),
  };
}
export const trainings: TrainingRow[] = [{
  topic: 'Strangulation', mandatory: true, lacking: ['Deputy Webb'],
  sessions: [
    { id: 't2', form: { topic: 'Strangulation', heldOn: '2026-04-10', mandatory: true, repeatOf: 't1', minutes: 120, attended: [] }, inConflict: false },
    { id: 't1', form: { topic: 'Strangulation', heldOn: '2026-01-10', mandatory: true, repeatOf: null, minutes: 120, attended: ['s1'] }, inConflict: false },
  ],
}];
export const surveys: SurveyView[] = [{
  id: 'y1', form: { title: 'How did we do?', audience: 'victim', beganOn: '2026-01-01', endedOn: null }, handedOut: 40, returned: 9,
  answers: [{ question: 'Were you heard?', answer: 'yes', times: 7 }, { question: 'Were you heard?', answer: 'no', times: 2 }], inConflict: false,
}];
export const events: CommunityEventView[] = [
  { id: 'ev1', form: { heldOn: '2026-03-02', place: 'County fair', audience: 'Families', population: 'Farm workers', numberReached: 60, language: 'es', note: '', materials: [] } },
  { id: 'ev2', form: { heldOn: '2026-02-11', place: 'High school', audience: 'Teachers', population: '', numberReached: null, language: 'en', note: '', materials: [] } },
];
export const materials: MaterialView[] = [
  { id: 'ma1', form: { givenOn: '2026-02-20', place: 'County desk', item: 'loaned_phone', what: 'No. 4', language: 'en', quantity: 1 }, returnedOn: null, outOnLoan: true },
  { id: 'ma2', form: { givenOn: '2026-02-20', place: 'Library', item: 'brochure', what: '', language: 'es', quantity: 50 }, returnedOn: null, outOnLoan: false },
];
export const group: GroupPage = {
  group: { id: 'gr1', form: { name: 'Task force', kind: 'task_force' }, members: 5, meetings: 1, inConflict: false },
  members: [
    { id: 'mb1', form: { person: 'R. Hale', partnerId: 'p1', coChair: true, joinedOn: '2025-01-05', leftOn: null }, partnerName: 'Rural Legal Aid', inConflict: false, seen: 'seen-mb1' },
  ], meetings: [{ id: 'me1', form: { heldOn: '2026-03-02', present: ['R. Hale'], minutes: 'The cards.', decisions: ['Print new cards'] }, at: '2026-03-02T17:00:00-07:00' }],
};

export function counts(settings: CountSettings, isPublic: boolean): CountsView {
  const figure = (question: string, code: string, unit: string, count: number, caseNumbers: string[] = []): FigureView => {
    const hidden = isPublic && count > 0 && count < 11;
    return { question, code, unit, count: hidden ? null : count, hidden, caseNumbers: isPublic ? [] : caseNumbers };
  };
  const people = settings.from === '2026-01-01' ? 61 : 48;
  return {
    report: 'pmt-2015', from: settings.from, to: settings.to,
    figures: [
      figure('Q1', '', 'persons', people, ['RV-26-B7-0004', 'RV-26-B7-0011']), figure('Q2', '', 'contacts', 9), figure('Q3', '', 'persons', 20), figure('Q4A', 'R09', 'persons', 4), figure('Q5A', 'V10', 'persons', 33), figure('Q8A', 'A3', 'times', 22),
    ],
    checks: [{ id: 'CK05', level: 'error', holds: true }, { id: 'CK04', level: 'notice', holds: false }],
    leftOut: isPublic ? null : { notDelivered: 3, otherFunding: 2, fundingNotSaid: 1 }, missingAnswers: isPublic ? [] : ['RV-26-B7-0020'], sharedOut: false,
  };
}

export function directoryEntry(partner: PartnerView): DirectoryEntry {
  const partnerId = partner.id;
  return {
    partner, seen: 'seen-p',
    details: { alternateName: '', description: 'Help in court.', email: '', website: '', acceptsLetter: null, phones: [{ number: '555-0120', type: 'voice' }] },
    services: [{
      id: 'sv1', assuredDaysAgo: 200, stale: true, inConflict: false, seen: 'seen-sv1',
      form: {
        partnerId, name: 'Walk-in help', alternateName: '', description: '', status: 'active', needs: ['legal'], languages: ['en', 'so'], areas: ['Elm Creek'], minimumAge: null, maximumAge: null, eligibility: '',
        applicationProcess: '', fees: '', interpretation: '', alert: '', warmLine24h: null, notesForDeputies: '', email: '', website: '', assuredOn: '2025-08-15',
        schedules: [{ byday: 'MO,WE', opens_at: '09:00', closes_at: '17:00', valid_from: '2026-01-01' }, { byday: '1SA', freq: 'MONTHLY', opens_at: '10:00', closes_at: '12:00' }],
        phones: [], travelMinutes: { 'Elm Creek': 25 }, requiredDocuments: [], costOptions: [],
      },
    }],
    locations: partner.locationHidden ? [] : [{
      id: 'lo1', inConflict: false, seen: 'seen-lo1',
      form: { partnerId, name: 'Main Street', locationType: 'physical', description: '', addresses: [], latitude: '', longitude: '', transportation: '', accessibility: [], languages: [], phones: [], schedules: [], serviceIds: ['sv1'] },
    }],
    people: [{ id: 'pe1', inConflict: false, seen: 'seen-pe1', form: { partnerId, name: 'R. Hale', title: 'Director', department: '', email: '', phone: '555-0121', leftOn: null } }],
  };
}

export const assessments: AssessmentView[] = [{
  id: 'as1', inConflict: false, seen: 'seen-as1',
  form: { campaign: 'What is missing', scope: 'Rides', method: 'forum', beganOn: '2026-01-10', endedOn: null, surveyIds: ['y1'], findings: 'No ride after dark.' },
}];
