// Which component is the screen of a place. The screens of a deputy's day are there at start; the others are fetched
// from the program's own files once the first one is shown, so that no key ever waits for them.
import type { Component } from 'svelte';
import type { Target } from '../help/page';
import Drafts from '../screens/Drafts.svelte';
import Find from '../screens/Find.svelte';
import LogContact from '../screens/LogContact.svelte';
import Today from '../screens/Today.svelte';
import Victim from '../screens/Victim.svelte';
import type { LATER } from './later-screens';
import type { ScreenName } from './router.svelte';

/** A screen takes of its place what it needs. */
type Screen = Component<never>;

const AT_START = { today: Today, find: Find, 'log-contact': LogContact, victim: Victim, drafts: Drafts };
type Later = Record<Exclude<ScreenName, keyof typeof AT_START>, Screen>;

let later = $state.raw<{ Help: Component<{ at: Target }>; LATER: Later & typeof LATER }>();

/** The guide; nothing while it is fetched. */
export function helpShown(): Component<{ at: Target }> | undefined {
  return later?.Help;
}

/** The component for a screen; nothing while it is fetched. */
export function screenOf(name: ScreenName): Screen | undefined {
  return ({ ...AT_START, ...later?.LATER } as Partial<Record<ScreenName, Screen>>)[name];
}

/** Fetches the screens that are not there yet, and the guide without its pages. */
export async function fetchScreens(): Promise<void> {
  later = await import('./later-screens');
}
