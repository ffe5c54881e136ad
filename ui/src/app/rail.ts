// The places one key away, in the order of Alt+1, Alt+2, and so on.
import { morePlaces, seesCases } from './offers';
import type { Place } from './router.svelte';

export interface RailItem {
  /** Word id. */
  word: string;
  place: Place;
  /** Screens under this item. */
  covers: Place['screen'][];
}

const TODAY: RailItem = { word: 'rail-today', place: { screen: 'today' }, covers: ['today', 'log-contact'] };
const FIND: RailItem = { word: 'rail-find', place: { screen: 'find' }, covers: ['find', 'victim', 'refer', 'letter', 'agency-letter'] };
const NEW_VICTIM: RailItem = { word: 'rail-new-victim', place: { screen: 'new-victim' }, covers: ['new-victim'] };
const PARTNERS: RailItem = { word: 'rail-partners', place: { screen: 'partners' }, covers: ['partners', 'partner', 'new-partner'] };
const SEND: RailItem = { word: 'rail-send', place: { screen: 'send-week' }, covers: ['send-week'] };
const INBOX: RailItem = { word: 'rail-inbox', place: { screen: 'inbox' }, covers: ['inbox'] };
const CONFLICTS: RailItem = { word: 'rail-conflicts', place: { screen: 'conflicts' }, covers: ['conflicts'] };
const SETTINGS: RailItem = { word: 'rail-settings', place: { screen: 'settings' }, covers: ['settings'] };

/** What is behind "More" and has no place of its own in the rail. */
function more(isCounty: boolean, role: string): RailItem {
  const covers = morePlaces(role, isCounty).map((one) => one.place.screen).filter((screen) => screen !== 'new-partner');
  return { word: 'rail-more', place: { screen: 'more' }, covers: ['more', ...covers] };
}

export function placesFor(isCounty: boolean, role = ''): RailItem[] {
  const beside = [SETTINGS, more(isCounty, role)];
  if (!seesCases(role)) return [PARTNERS, ...beside];
  return isCounty
    ? [TODAY, FIND, PARTNERS, INBOX, CONFLICTS, ...beside]
    : [TODAY, FIND, NEW_VICTIM, PARTNERS, SEND, CONFLICTS, ...beside];
}
