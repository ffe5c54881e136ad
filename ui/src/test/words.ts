// Word ids that are put together from a prefix and a value the screens know.

const PARTS: Record<string, string[]> = {
  today: ['late', 'today', 'upcoming'],
  carry: ['yes', 'no', 'not-asked'],
  'no-paper': ['yes', 'no', 'not-asked'],
  'letter-form-detail': ['discreet', 'full'],
  page: ['us-letter', 'a4'],
  signature: ['paper-on-file', 'signed-here'],
  'bundle-state': ['ready', 'already-merged', 'refused'],
  'safe-voicemail': ['yes', 'no', 'not-asked', 'declined', 'unknown'],
  timeline: ['contact', 'referral', 'letter', 'release', 'partner-contact'],
  checked: ['ok', 'warn', 'danger'],
};

export function composedIds(): string[] {
  return Object.entries(PARTS).flatMap(([prefix, values]) => values.map((value) => `${prefix}-${value}`));
}
