// The keys that work everywhere. Single letters act only while no field has the focus.
import { isTyping } from '../parts/option';
import { names } from '../victims/names.svelte';
import { placesFor } from './rail';
import type { Place } from './router.svelte';
import { session } from './session.svelte';

function openPlace(event: KeyboardEvent): Place | undefined {
  const { router } = session;
  if (event.ctrlKey || event.metaKey) return undefined;
  if (event.altKey) {
    const index = Number(event.key) - 1;
    return Number.isInteger(index) ? placesFor(session.isCounty)[index]?.place : undefined;
  }
  switch (event.key) {
    case 'F1':
      return { screen: 'help' };
    case 'F2':
      return { screen: 'log-contact', victimId: router.victimId };
    case 'F3':
      return { screen: 'find' };
    case 'F4':
      return { screen: 'refer', victimId: router.victimId };
    case 'F8':
      return { screen: session.isCounty ? 'inbox' : 'send-week' };
  }
  if (isTyping(event.target)) return undefined;
  if (event.key === '/') return { screen: 'find' };
  if (event.key === '?') return { screen: 'help' };
  // There, N says that two records are not one person's.
  if (session.router.place.screen === 'duplicates') return undefined;
  if (event.key === 'n' || event.key === 'N') return { screen: 'new-victim' };
  return undefined;
}

/** Presses the button that carries out the screen's main action. */
function press(selector: string): void {
  document.querySelector<HTMLButtonElement>(`main ${selector}:enabled`)?.click();
}

export function onKeyDown(event: KeyboardEvent): void {
  if (session.hidden) {
    event.preventDefault();
    session.resume();
    return;
  }
  if (event.key === 'F12') {
    event.preventDefault();
    session.hide();
    return;
  }
  if (event.key === 'F9') {
    event.preventDefault();
    void session.toggleNight();
    return;
  }
  if (session.start?.state !== 'unlocked' || event.defaultPrevented) return;
  if (event.key === 'Alt') {
    event.preventDefault();
    names.hold(true);
    return;
  }
  if (event.ctrlKey && !event.altKey) {
    const letter = event.key.toLowerCase();
    if (letter === 'l') void session.lock();
    else if (letter === 's' || event.key === 'Enter') press('[data-save]');
    else if (letter === 'p') press('[data-print]');
    else return;
    event.preventDefault();
    return;
  }
  if (event.key === 'Escape') {
    event.preventDefault();
    session.router.back();
    return;
  }
  const place = openPlace(event);
  if (place) {
    event.preventDefault();
    session.router.go(place);
  }
}

export function onKeyUp(event: KeyboardEvent): void {
  if (event.key === 'Alt') names.hold(false);
}
