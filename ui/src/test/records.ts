// What is recorded of the made-up office's first victim beside her page.
import type { InstrumentView, NextStepView, PackView, PaperView, ReferralDetailsView, ScreenView, ServiceView, VictimRecord } from '../backend';

export const papers: PaperView[] = [
  {
    id: 'w1', caseNumber: 'RV-26-B7-0004', madeAt: '2026-02-28T14:12:00-07:00', kind: 'victim', form: 'discreet', page: 'us_letter', largePrint: false, templateVersion: '0.2.0', language: 'es',
    fields: [], partners: ['Valley Food Bank', 'County Clinic'], oldNumbers: ['County Clinic'], oldWay: false, unanswered: false, state: 'given', sha256: 'ab'.repeat(32), seen: 'seen-w1',
  },
  {
    id: 'w2', caseNumber: 'RV-26-B7-0011', madeAt: '2026-02-20T09:00:00-07:00', kind: 'victim', form: 'full', page: 'us_letter', largePrint: false, templateVersion: '0.2.0', language: 'en',
    fields: [], partners: ['Rural Legal Aid'], oldNumbers: [], oldWay: false, unanswered: true, state: 'held', sha256: 'cd'.repeat(32), seen: 'seen-w2',
  },
  {
    id: 'w3', caseNumber: 'RV-26-B7-0011', madeAt: '2026-02-19T09:00:00-07:00', kind: 'office', form: 'release_form', page: 'us_letter', largePrint: false, templateVersion: '0.2.0', language: 'en',
    fields: [], partners: ['Rural Legal Aid'], oldNumbers: [], oldWay: false, unanswered: false, state: 'held', sha256: 'ef'.repeat(32), seen: 'seen-w3',
  },
];
const pack = { name: 'ohio 3', sample: false };
export const packs: PackView[] = [
  { id: 'ohio', version: '3', sample: false, source: 'Made up.', rights: [{ code: 'be_present', en: 'To be in court', es: 'Estar presente en la corte' }, { code: 'be_heard', en: 'To be heard in court', es: 'Que la escuchen en la corte' }], lateForGoodCause: true },
  { id: 'sample', version: '1', sample: true, source: 'Made up.', rights: [{ code: 'be_informed', en: 'To be told', es: 'Que le avisen' }], lateForGoodCause: true },
];

export const record: VictimRecord = {
  facts: {}, minor: 'no', address: {}, relations: [], classification: 'normal', named: [], legalHold: false, legalHoldReason: '', doNotContactReason: '', ways: [],
  incidents: [{
    id: 'i1', form: {
      agencyCaseNumber: '26-0412', occurredOn: '2026-02-12', occurredAt: '21:10', zone: 'Rivertown', tribalJurisdiction: 'not_asked', arrest: 'yes', inCustody: 'unknown', weaponFirearm: 'no',
      childrenPresent: 'not_asked', protectionOrderInForce: 'not_asked', respondingPartner: null, respondingAgency: '', reportingOfficer: 's1',
      part: { role: 'primary', victimization: ['V10', 'V22'], victimizationOther: '', offenderRelation: 'ex', strangulationReported: 'yes' },
    },
    reportingOfficerName: 'Deputy Webb', respondingPartnerName: '', legalHold: false, legalHoldReason: '', facts: [{ fact: 'forensic_exam_offered', answer: 'yes', answeredOn: '2026-02-13', agency: 'County Clinic' }],
    otherVictims: 1, partId: 'q1', inConflict: false, seen: 'seen-i1', partSeen: 'seen-q1',
  }],
  rightsNotices: [{ id: 'n1', pack, form: { item: 'state_card', version: '2025', language: 'es', howGiven: 'hand', givenOn: '2026-02-12', acknowledgement: 'signed', incidentId: 'i1', rightsRequested: [], rightsWaived: [], representative: '' } }],
  protectionOrders: [{ id: 'o1', form: { incidentId: 'i1', explained: 'yes', served: 'unknown', expiresOn: '2026-08-12' }, hasRunOut: false, inConflict: false, seen: 'seen-o1' }],
  courtDates: [{ id: 'd1', form: { incidentId: 'i1', event: 'trial', heldOn: '2026-03-16', heldAt: '09:30', place: 'District Court', state: 'planned' }, isAhead: true, inConflict: false, seen: 'seen-d1' }],
  custodyNotices: [{ id: 'u1', form: { incidentId: 'i1', state: 'registered_with_help', contactMethodId: 'm2', note: '' }, phoneMayTakeMessages: false, recordedAt: '2026-02-13T10:00:00-07:00' }],
  compensationClaims: [{ id: 'b1', incidentId: 'i1', status: 'form_given', statusOn: '2026-02-20', reportBy: null, fileBy: '2027-02-12', daysToFile: 346, pack, packChosenBy: null, inConflict: false, seen: 'seen-b1' }],
  disclosures: [{ id: 'd9', caseNumber: 'RV-26-B7-0004', recipient: 'Rural Legal Aid', at: '2026-02-28T14:10:00-07:00', items: ['name', 'safe_contact'], basis: 'victim_release', form: 'verbal', by: 'Deputy Ortiz', releaseId: 'l1', order: '', notMade: false }],
  papers: [papers[0]], inConflict: false, seen: 'seen-record',
};
/** What is recorded of another one, whose record is guarded in every way there is. */
export const guarded: VictimRecord = {
  ...record,
  facts: { birthDate: '2009-05-01', raceEthnicity: ['R04', 'R06'], gender: 'declined', specialClasses: ['unknown'], minor: 'not_asked', guardian: 'Her aunt', guardianIsAllegedAbuser: 'no', otherNames: [{ kind: 'alias', name: 'Lola' }] },
  minor: 'yes', address: { acp: 'yes', substituteAddress: 'PO Box 9', expiresOn: '2026-01-31', realAddress: '14 Mill Road', legalNeed: 'Order 77' },
  relations: [{ victimId: 'v1', caseNumber: 'RV-26-B7-0004', kind: 'child' }, { victimId: 'v9', caseNumber: '', kind: 'household' }],
  classification: 'restricted', named: [{ staffId: 's1', name: 'Deputy Webb' }], legalHold: true, legalHoldReason: 'Prosecutor Day', inConflict: true,
};
export const services: ServiceView[] = [
  { id: 'e1', victimId: 'v1', incidentId: 'i1', servedOn: '2026-02-12', item: 'C3', localItem: null, ownService: null, quantity: 1, minutes: 45, miles: 12, mode: 'in_person', fundingSource: 'voca', outcome: 'accepted', reason: null, compensationAssistance: false, anonymousContact: false, referralId: null, by: 'Deputy Webb', seen: 'seen-e1' },
  { id: 'e2', victimId: 'v1', incidentId: null, servedOn: '2026-02-28', item: 'D1', localItem: null, ownService: null, quantity: 1, minutes: null, miles: null, mode: 'phone', fundingSource: null, outcome: 'unmet', reason: 'provider_full', compensationAssistance: false, anonymousContact: false, referralId: null, by: 'Deputy Ortiz', seen: 'seen-e2' },
];
export const anonymous: ServiceView[] = [{ ...services[0], id: 'e9', victimId: null, incidentId: null, item: 'C2', mode: 'phone', miles: null, anonymousContact: true, seen: 'seen-e9' }];
export const screens: ScreenView[] = [
  { id: 'g1', instrument: 'demo_safety_talk', instrumentVersion: 1, at: '2026-02-12T22:00:00-07:00', result: null, level: 'not_done', trigger: 'none', overrideReason: null, notDoneReason: 'not_alone', answers: {}, hotlineCalledAt: null, hotlineAnswered: 'not_asked', victimSpoke: 'not_asked', minutes: null, by: 'Deputy Webb' },
];
export const instruments: InstrumentView[] = [{
  id: 'demo_safety_talk', version: 1, demo: true, licenseHolder: '', agencyAuthorizedSince: null, forWhom: 'For practice.', script: 'This is a demonstration.',
  items: [{ id: '1', group: 'first', text: 'Question one?' }, { id: '2', group: 'second', text: 'Question two?' }], takesBelief: true, keepsAnswers: false, hotlineStep: true,
}];
export const nextSteps: NextStepView[] = [
  { followUpId: 'f1', policy: 'after_report', policyVersion: 1, step: 'other_channel', dueAt: '2026-03-04T09:00:00-07:00', why: 'channel_tried_out', attempts: 3, attemptsLeft: 2, notBy: 'phone' },
];
export const referralDetails: ReferralDetailsView = {
  id: 'r1', status: 'accepted', statusReason: 'They have a place on Monday', statusDates: [{ status: 'sent', on: '2026-02-28' }, { status: 'accepted', on: '2026-03-01' }],
  urgency: 'soon', legalBasis: 'victim_release', legalBasisNote: null, sentMethod: 'phone', outcome: null, outcomeSource: null, barrier: null, reReferredFrom: 'r2', adults: 1, children: 2,
  inConflict: false, seen: 'seen-details',
};
