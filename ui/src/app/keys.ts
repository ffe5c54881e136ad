// The keys that work everywhere. Single letters act only while no field has the focus.
import { isTyping } from '../parts/option';
import { chosenRow } from '../parts/rows';
import { KEYS_PAGE } from '../help/targets';
import { names } from '../victims/names.svelte';
import { isOffered } from './offers';
import { proof } from './proof.svelte';
import { placesFor } from './rail';
import type { Place } from './router.svelte';
import { session } from './session.svelte';
import { undo } from './undo.svelte';

/** Shift pressed so often, within so long and with nothing between, hides everything. */
const SHIFTS = 3;
const WITHIN_MS = 2_000;
let shifts: number[] = [];

/** Whether this is the last of three Shifts. A Shift that makes a capital letter is followed by the letter. */
function isLastShift(event: KeyboardEvent): boolean {
  if (event.repeat && event.key === 'Shift') return false;
  if (event.key !== 'Shift' || event.ctrlKey || event.altKey || event.metaKey) {
    shifts = [];
    return false;
  }
  shifts = [...shifts.filter((at) => event.timeStamp - at < WITHIN_MS), event.timeStamp];
  if (shifts.length < SHIFTS) return false;
  shifts = [];
  return true;
}

/** Whom F2 and F4 are about: the row somebody moved to, or whom the screen is about. */
function whom(): { victimId?: string; followUpId?: string } {
  const row = chosenRow()?.closest<HTMLElement>('[data-victim]')?.dataset;
  return row ? { victimId: row.victim, followUpId: row.followUp } : { victimId: session.router.victimId };
}

/** Where each key leads that works everywhere, also while something is typed. */
const PLACES: Record<string, () => Place> = {
  F2: () => ({ screen: 'log-contact', ...whom() }),
  F3: () => ({ screen: 'find' }),
  F4: () => ({ screen: 'refer', victimId: whom().victimId }),
  F8: () => ({ screen: session.isCounty ? 'inbox' : 'send-week' }),
};

/** Where each letter leads while nothing is typed. */
const LETTERS: Record<string, () => Place> = {
  '/': PLACES.F3,
  n: () => ({ screen: 'new-victim' }),
};

function openPlace(event: KeyboardEvent): Place | undefined {
  if (event.ctrlKey || event.metaKey) return undefined;
  if (event.altKey) {
    const index = Number(event.key) - 1;
    return Number.isInteger(index) ? placesFor(session.isCounty, session.role)[index]?.place : undefined;
  }
  if (event.key in PLACES) return PLACES[event.key]();
  if (isTyping(event.target) || session.help) return undefined;
  const letter = event.key.toLowerCase();
  // There, N says that two records are not one person's.
  if (letter === 'n' && session.router.place.screen === 'duplicates') return undefined;
  return LETTERS[letter]?.();
}

/** Whether this key draws everything larger, smaller or at its usual size. On many keyboards + stands above =. */
function zoomOf(event: KeyboardEvent): 1 | -1 | 0 | undefined {
  if (!event.ctrlKey || event.altKey) return undefined;
  if (event.key === '+' || event.key === '=') return 1;
  if (event.key === '-' || event.key === '_') return -1;
  return event.key === '0' ? 0 : undefined;
}

/** Whether a field has text of its own that Ctrl+Z changes. */
function hasOwnText(target: EventTarget | null): boolean {
  return isTyping(target) && !(target instanceof HTMLSelectElement) && (!('value' in (target as HTMLElement)) || (target as HTMLInputElement).value !== '');
}

/** Presses the button that carries out the screen's main action. */
function press(selector: string): void {
  document.querySelector<HTMLButtonElement>(`main ${selector}:enabled`)?.click();
}

function onKeyDown(event: KeyboardEvent): void {
  if (session.hidden) {
    // Whoever shows the screen again does not mean what this key would do on it.
    event.preventDefault();
    event.stopImmediatePropagation();
    // A Shift too many, pressed in haste, must not show everything again.
    if (!['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) session.resume();
    return;
  }
  if (event.key === 'F12' || isLastShift(event)) {
    event.preventDefault();
    session.hide();
    return;
  }
  if (event.key === 'F9') {
    event.preventDefault();
    void session.toggleNight();
    return;
  }
  const direction = zoomOf(event);
  if (direction !== undefined) {
    event.preventDefault();
    void session.zoom(direction);
    return;
  }
  if (event.key === 'F1') {
    event.preventDefault();
    session.toggleHelp();
    return;
  }
  if (session.help && event.key === 'Escape') {
    event.preventDefault();
    session.closeHelp();
    return;
  }
  if (session.start?.state !== 'unlocked' || event.defaultPrevented) return;
  // While the passphrase is asked for there is nothing else to do but to lock.
  if (proof.asks && !(event.ctrlKey && event.key.toLowerCase() === 'l')) return;
  if (event.key === 'Alt') {
    event.preventDefault();
    names.hold(true);
    return;
  }
  if (event.ctrlKey && !event.altKey) {
    const letter = event.key.toLowerCase();
    if (letter === 'l') void session.lock();
    else if (session.help || (letter !== 'k' && session.palette)) return;
    else if (letter === 'k') session.palette = !session.palette;
    else if (letter === 's') press('[data-save]');
    else if (event.key === 'Enter') press(document.querySelector('main [data-save-next]') ? '[data-save-next]' : '[data-save]');
    else if (letter === 'p') press('[data-print]');
    else if (letter === 'z' && !event.shiftKey && !hasOwnText(event.target)) void undo.take();
    else return;
    event.preventDefault();
    return;
  }
  if (event.key === 'Escape') {
    event.preventDefault();
    session.router.back();
    return;
  }
  if (event.key === '?' && !isTyping(event.target)) {
    event.preventDefault();
    session.openHelp(KEYS_PAGE);
    return;
  }
  const place = openPlace(event);
  if (place && isOffered(place, session.role)) {
    event.preventDefault();
    session.palette = false;
    session.closeHelp();
    session.router.go(place);
  }
}

/**
 * Where somebody switched single keys off, one does nothing but what the focused field or choice does with it: voice
 * control and a shaky hand press them without meaning to.
 */
export function keepSingleKeys(event: KeyboardEvent): void {
  const isSingle = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.altKey && !event.metaKey;
  if (session.start?.singleKeys !== false || session.hidden || !isSingle || isTyping(event.target)) return;
  if (event.target instanceof Element && event.target.closest('[data-digits]')) return;
  session.touch();
  event.stopPropagation();
}

/** What somebody presses, anywhere in the window. */
export function followKey(event: KeyboardEvent): void {
  session.touch();
  onKeyDown(event);
}

export function onKeyUp(event: KeyboardEvent): void {
  if (event.key === 'Alt') names.hold(false);
}
