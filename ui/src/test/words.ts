// Word ids that are put together from a prefix and a value the screens know.

const PARTS: Record<string, string[]> = {
  today: ['late', 'today', 'upcoming'],
  wanted: ['sent', 'offered', 'declined-by-victim'],
  carry: ['yes', 'no', 'not-asked'],
  'no-paper': ['yes', 'no', 'not-asked'],
  'letter-form-detail': ['discreet', 'pocket-card', 'plain', 'full'],
  page: ['us-letter', 'a4'],
  signature: ['paper-on-file', 'signed-here'],
  'bundle-state': ['ready', 'already-merged', 'parked', 'for-another', 'refused'],
  notice: ['told-differently', 'began-anew', 'county-restored'],
  'safe-voicemail': ['yes', 'no', 'not-asked', 'declined', 'unknown'],
  timeline: ['contact', 'referral', 'letter', 'release', 'partner-contact'],
  given: ['printed', 'saved'],
  check: ['no-protected-address', 'no-denied-word', 'no-agency-name', 'no-victim-or-case', 'neutral-file', 'stale-numbers', 'nothing-excluded', 'exclusions-read', 'no-name-typed', 'name-typed', 'service-ended'],
  'inbox-kind': ['conflict', 'deleted-while-edited', 'hidden-with-work', 'unknown-operation', 'wrong-kind', 'append-rewritten', 'wrote-twice', 'log-continued-twice', 'same-case-number', 'same-person'],
  'inbox-about': ['deleted-while-edited', 'hidden-with-work', 'unknown-operation', 'wrong-kind', 'append-rewritten', 'wrote-twice', 'log-continued-twice', 'same-case-number'],
  urgency: ['safety', 'contact', 'other'],
  settle: ['keep', 'hide', 'seen'],
  rehearsal: ['added', 'changed', 'conflicts', 'stricter', 'hidden', 'problems', 'missing', 'same-person'],
  'conflict-record': ['staff', 'victim', 'contact-method', 'partner', 'referral', 'release-of-information', 'follow-up', 'service-event', 'risk-screen', 'contact', 'letter', 'rights-notice', 'protection-order', 'court-date', 'custody-notice', 'compensation-claim', 'disclosure', 'participation', 'incident-fact', 'incident', 'partner-service'],
  field: [
    'name', 'role', 'place', 'case-number', 'given-name', 'family-name', 'birth-year', 'language', 'zone', 'do-not-contact', 'opened-on', 'channel', 'value',
    'safe', 'voicemail', 'hours', 'cover-name', 'kind', 'phone', 'address', 'confidential-location', 'victim-service-program', 'assured-on', 'need', 'release',
    'status', 'expires-on', 'revoked', 'due-on', 'reason', 'state',
  ],
  'duplicate-band': ['probable', 'possible'],
  'duplicate-field': ['given', 'family', 'birth-year', 'phone', 'email', 'address', 'street-number', 'street', 'zone', 'date-of-birth'],
  'duplicate-level': ['same', 'short-form', 'part', 'initial', 'typo', 'alike', 'faint', 'swapped', 'day-and-month', 'two-parts', 'same-year', 'near', 'different'],
  'paper-to': ['given', 'destroyed'],
  'counts-reset': ['FFY', 'SFY-0701', 'LIFETIME'],
  'counts-unit': ['persons', 'contacts', 'times'],
  'counts-rule': ['Q1', 'Q2', 'Q3', 'Q4A', 'Q4B', 'Q4C', 'Q5A', 'Q5B', 'Q5C', 'Q6', 'Q7', 'Q8A', 'Q8B', 'Q8C', 'Q8D', 'Q8E'],
  record: [
    'victim', 'contact-method', 'contact', 'partner', 'partner-contact', 'referral', 'release-of-information', 'follow-up', 'incident', 'participation', 'rights-notice', 'protection-order', 'court-date', 'custody-notice', 'compensation-claim', 'incident-fact', 'office-policy', 'wording', 'service-event', 'risk-screen', 'partner-service', 'partner-location', 'partner-person', 'agreement', 'advisory-group', 'group-member', 'group-meeting', 'community-event', 'material', 'call-out', 'on-call-shift', 'training-session', 'survey', 'survey-return', 'needs-assessment', 'staff-hours', 'report-snapshot', 'letter', 'disclosure',
  ],
  history: ['made', 'changed', 'hidden', 'brought-back'],
  'draft-form': [
    'agreement', 'renewal', 'event', 'material', 'meeting', 'said', 'may-be-told', 'order', 'told', 'assigned', 'plan', 'group', 'member', 'incident-new', 'incident-incident', 'incident-part', 'incident-join', 'incident-fact', 'partner', 'details', 'location', 'partner-person', 'service', 'pack', 'lists', 'read-pack', 'read-lists', 'policy', 'claim', 'custody', 'shift', 'day-in-court', 'order-of-protection', 'outcome', 'told-outside', 'revocation', 'rights', 'screen', 'survey', 'training', 'attended', 'person', 'work-hours', 'work-call-out', 'assessment', 'count', 'access', 'name', 'address', 'facts', 'hold', 'relation', 'logo', 'wording',
  ],
  'erase-what': ['everything', 'one'],
  classification: ['normal', 'restricted', 'sealed'],
  'classification-means': ['normal', 'restricted', 'sealed'],
  checked: ['ok', 'warn', 'danger'],
};

export function composedIds(): string[] {
  return Object.entries(PARTS).flatMap(([prefix, values]) => values.map((value) => `${prefix}-${value}`));
}
