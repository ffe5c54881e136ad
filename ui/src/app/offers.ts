// What is offered to whom, by role: the table of the core's `roles`, for menus and keys. It keeps nobody out: the
// program refuses what a role may not do, and says so in words. Where the role is not known, everything is offered.
import type { Place } from './router.svelte';

type Need = 'cases' | 'counts' | 'deciding' | 'erasing' | 'keys' | 'people' | 'telling';

const ROLES: Record<Need, string[]> = {
  cases: ['deputy', 'advocate', 'volunteer', 'coordinator'],
  counts: ['deputy', 'advocate', 'coordinator', 'grant_viewer'],
  erasing: ['deputy', 'coordinator'],
  telling: ['deputy', 'coordinator'],
  keys: ['deputy', 'coordinator', 'it_admin'],
  deciding: ['deputy', 'advocate', 'coordinator'],
  people: ['coordinator'],
};

/** A place that is not in the rail. */
export interface MorePlace {
  /** Word id; what it is for stands under `<word>-lead`. */
  word: string;
  place: Place;
  /** Who is offered it; everybody if nothing is said. */
  needs?: Need;
  /** The county's alone. */
  county?: boolean;
}

const MORE: MorePlace[] = [
  { word: 'more-queue', place: { screen: 'queue' }, needs: 'cases' },
  { word: 'more-agreements', place: { screen: 'agreements' } },
  { word: 'more-counts', place: { screen: 'counts' }, needs: 'counts' },
  { word: 'more-anonymous', place: { screen: 'anonymous' }, needs: 'cases' },
  { word: 'more-outreach', place: { screen: 'outreach' }, needs: 'cases' },
  { word: 'more-groups', place: { screen: 'groups' }, needs: 'cases' },
  { word: 'more-staff', place: { screen: 'staff' }, needs: 'cases' },
  { word: 'more-trainings', place: { screen: 'trainings' }, needs: 'cases' },
  { word: 'more-surveys', place: { screen: 'surveys' }, needs: 'cases' },
  { word: 'more-laptops', place: { screen: 'laptops' }, needs: 'keys', county: true },
  { word: 'more-make-paper', place: { screen: 'make-paper' }, needs: 'cases' },
  { word: 'more-papers', place: { screen: 'papers' }, needs: 'cases' },
  { word: 'more-disclosures', place: { screen: 'disclosures' }, needs: 'cases' },
  { word: 'more-looks', place: { screen: 'who-looked' } },
  { word: 'more-erasures', place: { screen: 'erasures' }, needs: 'erasing', county: true },
  { word: 'more-duplicates', place: { screen: 'duplicates' }, needs: 'deciding' },
  { word: 'more-new-partner', place: { screen: 'new-partner' }, needs: 'cases' },
  { word: 'more-policies', place: { screen: 'policies' } },
  { word: 'more-wordings', place: { screen: 'wordings' }, needs: 'people', county: true },
  { word: 'more-bring-in', place: { screen: 'bring-in' }, needs: 'deciding' },
  { word: 'more-take-out', place: { screen: 'take-out' }, needs: 'telling' },
  { word: 'more-backup', place: { screen: 'backup' } },
];

const SHOW_CASES: Place['screen'][] = [
  'today', 'find', 'new-victim', 'victim', 'history', 'log-contact', 'refer', 'letter', 'agency-letter', 'make-paper', 'send-week', 'inbox', 'conflicts', 'duplicates', 'papers', 'disclosures', 'anonymous', 'erasures', 'queue',
];

/** Whether this role may do what a control is for. */
export function may(role: string, need: Need): boolean {
  return role === '' || ROLES[need].includes(role);
}

/** The places beside the rail, for this role. */
export function morePlaces(role: string, isCounty: boolean): MorePlace[] {
  return MORE.filter((one) => (!one.county || isCounty) && (!one.needs || may(role, one.needs)));
}

/** Whether this role is shown cases. */
export function seesCases(role: string): boolean {
  return may(role, 'cases');
}

/** Whether a key may lead somebody with this role there. */
export function isOffered(place: Place, role: string): boolean {
  return seesCases(role) || !SHOW_CASES.includes(place.screen);
}

/** Where somebody with this role begins. */
export function homeOf(role: string): Place {
  return { screen: seesCases(role) ? 'today' : 'more' };
}
