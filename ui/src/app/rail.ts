// The places one key away, in the order of Alt+1, Alt+2, and so on.
import type { Place } from './router.svelte';

export interface RailItem {
  /** Word id. */
  word: string;
  place: Place;
  /** Screens under this item. */
  covers: Place['screen'][];
}

const TODAY: RailItem = { word: 'rail-today', place: { screen: 'today' }, covers: ['today', 'log-contact'] };
const FIND: RailItem = { word: 'rail-find', place: { screen: 'find' }, covers: ['find', 'victim', 'refer', 'letter'] };
const NEW_VICTIM: RailItem = { word: 'rail-new-victim', place: { screen: 'new-victim' }, covers: ['new-victim'] };
const PARTNERS: RailItem = { word: 'rail-partners', place: { screen: 'partners' }, covers: ['partners', 'partner', 'new-partner'] };
const SEND: RailItem = { word: 'rail-send', place: { screen: 'send-week' }, covers: ['send-week'] };
const INBOX: RailItem = { word: 'rail-inbox', place: { screen: 'inbox' }, covers: ['inbox'] };
const CONFLICTS: RailItem = { word: 'rail-conflicts', place: { screen: 'conflicts' }, covers: ['conflicts'] };
const SETTINGS: RailItem = { word: 'rail-settings', place: { screen: 'settings' }, covers: ['settings', 'help'] };

export function placesFor(isCounty: boolean): RailItem[] {
  return isCounty
    ? [TODAY, FIND, PARTNERS, INBOX, CONFLICTS, SETTINGS]
    : [TODAY, FIND, NEW_VICTIM, PARTNERS, SEND, CONFLICTS, SETTINGS];
}
