// What the palette offers for what is typed: a verb first, then whom or which agency it is about. It does nothing that
// a button does not do, and shows the key to learn.
import { backend, type VictimSummary } from '../backend';
import { t } from '../words.svelte';
import { isOffered, morePlaces, seesCases } from './offers';
import { placesFor } from './rail';
import type { Place } from './router.svelte';
import { session } from './session.svelte';
import { recordWord, undo } from './undo.svelte';

/** One line of the palette. */
export interface Suggestion {
  key: string;
  /** What it does, in words. */
  verb: string;
  /** Whom it is about. */
  victim?: VictimSummary;
  /** The agency it is about. */
  agency?: string;
  /** The key that does the same. */
  keys?: string;
  run: () => void;
}

interface Verb {
  word: string;
  keys?: string;
  place: (id: string) => Place;
}

const ABOUT_VICTIM: Verb[] = [
  { word: 'open', keys: 'Enter', place: (victimId) => ({ screen: 'victim', victimId }) },
  { word: 'refer', keys: 'F4', place: (victimId) => ({ screen: 'refer', victimId }) },
  { word: 'log-contact', keys: 'F2', place: (victimId) => ({ screen: 'log-contact', victimId }) },
];
const OPEN_AGENCY: Verb = { word: 'open', place: (partnerId) => ({ screen: 'partner', partnerId }) };
/** As many victims or agencies are offered for one verb. */
const MOST = 4;

const go = (place: Place) => () => session.router.go(place);

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** How many of the typed words, from the first, begin words of this label. */
function wordsOf(label: string, typed: string[]): number {
  const words = plain(label).split(/\s+/);
  const end = typed.findIndex((part) => !words.some((word) => word.startsWith(part)));
  return end < 0 ? typed.length : end;
}

interface Own {
  word: string;
  keys?: string;
  run: () => void;
}

function always(): Suggestion[] {
  const { isCounty, role } = session;
  const rail: Own[] = placesFor(isCounty, role).map((item, index) => ({ word: item.word, keys: `Alt+${index + 1}`, run: go(item.place) }));
  const more: Own[] = morePlaces(role, isCounty).map((one) => ({ word: one.word, run: go(one.place) }));
  const doing = [
    { word: 'log-contact', keys: 'F2', place: { screen: 'log-contact' } },
    { word: 'refer', keys: 'F4', place: { screen: 'refer' } },
    { word: 'new-victim', keys: 'N', place: { screen: 'new-victim' } },
  ] as const;
  const self: Own[] = [
    { word: 'more-help', keys: 'F1', run: () => session.openHelp() },
    { word: 'palette-night', keys: 'F9', run: () => void session.toggleNight() },
    { word: 'rail-hide', keys: 'F12', run: () => session.hide() },
    { word: 'rail-lock', keys: 'Ctrl+L', run: () => void session.lock() },
  ];
  const all: Own[] = [...doing.filter((one) => isOffered(one.place, role)).map((one) => ({ ...one, run: go(one.place) })), ...rail, ...more, ...self];
  const once = all.filter((one, index) => all.findIndex((other) => t(other.word) === t(one.word)) === index);
  return once.map(({ word, keys, run }) => ({ key: word, verb: t(word), keys, run }));
}

function aboutVictim(verb: Verb, victim: VictimSummary): Suggestion {
  return { key: `${verb.word}/${victim.id}`, verb: t(verb.word), victim, keys: verb.keys, run: go(verb.place(victim.id)) };
}

async function victimsFor(typed: string[]): Promise<Suggestion[]> {
  const named = ABOUT_VICTIM.map((verb) => ({ verb, used: wordsOf(t(verb.word), typed) })).filter((one) => one.used > 0 && one.used < typed.length);
  if (named.length === 0) return aboutFound(await backend.findVictims(typed.join(' ')));
  const found: Suggestion[] = [];
  for (const { verb, used } of named) {
    const victims = await backend.findVictims(typed.slice(used).join(' '));
    found.push(...victims.slice(0, MOST).map((victim) => aboutVictim(verb, victim)));
  }
  return found;
}

/** Without a verb: everybody found can be opened, and the first is offered whole. */
function aboutFound(victims: VictimSummary[]): Suggestion[] {
  const [first, ...others] = victims.slice(0, MOST);
  if (!first) return [];
  return [...ABOUT_VICTIM.map((verb) => aboutVictim(verb, first)), ...others.map((victim) => aboutVictim(ABOUT_VICTIM[0], victim))];
}

async function agenciesFor(typed: string[]): Promise<Suggestion[]> {
  const used = wordsOf(t(OPEN_AGENCY.word), typed);
  const rest = typed.slice(used < typed.length ? used : 0).join(' ');
  const agencies = await backend.partners(rest);
  return agencies.slice(0, MOST).map((agency) => ({
    key: `agency/${agency.id}`, verb: t(OPEN_AGENCY.word), agency: agency.form.name, run: go(OPEN_AGENCY.place(agency.id)),
  }));
}

/** Taking back what was saved last, while the program offers it. */
async function takingBack(): Promise<Suggestion[]> {
  const view = await backend.undoOffered().catch(() => null);
  if (!view || view.refusal) return [];
  const verb = t(view.takesBack ? 'undo-of' : 'redo-of', { record: recordWord(view) });
  return [{ key: 'undo', verb, keys: 'Ctrl+Z', run: () => void undo.take() }];
}

/** What is offered for what was typed, the likeliest first. */
export async function suggest(query: string): Promise<Suggestion[]> {
  const typed = plain(query).split(/\s+/).filter(Boolean);
  const own = [...always(), ...(await takingBack())].filter((one) => wordsOf(one.verb, typed) === typed.length);
  if (typed.length === 0) return own;
  const victims = seesCases(session.role) ? await victimsFor(typed) : [];
  return [...own, ...victims, ...(await agenciesFor(typed))];
}
