// Which component is the screen of a place. The screens of a deputy's day are there at start; the others are fetched
// from the program's own files once the first one is shown, so that no key ever waits for them.
import type { Component } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import Drafts from '../screens/Drafts.svelte';
import Find from '../screens/Find.svelte';
import LogContact from '../screens/LogContact.svelte';
import Today from '../screens/Today.svelte';
import Victim from '../screens/Victim.svelte';
import type { Target } from '../help/page';
import type { ScreenName } from './router.svelte';

/** A screen takes of its place what it needs. */
type Screen = Component<never>;

const AT_START = { today: Today, find: Find, 'log-contact': LogContact, victim: Victim, drafts: Drafts };

const LATER: Record<Exclude<ScreenName, keyof typeof AT_START>, () => Promise<{ default: Screen }>> = {
  'new-victim': () => import('../screens/NewVictim.svelte'),
  refer: () => import('../screens/Refer.svelte'),
  letter: () => import('../screens/Letter.svelte'),
  partners: () => import('../screens/Partners.svelte'),
  partner: () => import('../screens/Partner.svelte'),
  'send-week': () => import('../screens/SendWeek.svelte'),
  inbox: () => import('../screens/Inbox.svelte'),
  conflicts: () => import('../screens/Conflicts.svelte'),
  duplicates: () => import('../screens/Duplicates.svelte'),
  more: () => import('../screens/More.svelte'),
  settings: () => import('../screens/Settings.svelte'),
  'make-paper': () => import('../screens/MakePaper.svelte'),
  papers: () => import('../screens/Papers.svelte'),
  'new-partner': () => import('../screens/NewPartner.svelte'),
  agreements: () => import('../screens/Agreements.svelte'),
  laptops: () => import('../screens/Laptops.svelte'),
  disclosures: () => import('../screens/Disclosures.svelte'),
  erasures: () => import('../screens/Erasures.svelte'),
  staff: () => import('../screens/Staff.svelte'),
  trainings: () => import('../screens/Trainings.svelte'),
  surveys: () => import('../screens/Surveys.svelte'),
  outreach: () => import('../screens/Outreach.svelte'),
  counts: () => import('../screens/Counts.svelte'),
  'agency-letter': () => import('../screens/AgencyLetter.svelte'),
  anonymous: () => import('../screens/Anonymous.svelte'),
  groups: () => import('../screens/Groups.svelte'),
  queue: () => import('../screens/Queue.svelte'),
  wordings: () => import('../screens/Wordings.svelte'),
  backup: () => import('../screens/Backup.svelte'),
  'bring-in': () => import('../screens/BringIn.svelte'),
  'take-out': () => import('../screens/TakeOut.svelte'),
  policies: () => import('../screens/Policies.svelte'),
};

const here = new SvelteMap<ScreenName, Screen>(Object.entries(AT_START) as [ScreenName, Screen][]);

let help = $state.raw<Component<{ at: Target }>>();

/** The guide; nothing while it is fetched. */
export function helpShown(): typeof help {
  return help;
}

/** The component for a screen; nothing while it is fetched. */
export function screenOf(name: ScreenName): Screen | undefined {
  return here.get(name);
}

/** Fetches the screens that are not there yet, and the guide without its pages. */
export async function fetchScreens(): Promise<void> {
  help = (await import('../help/Help.svelte')).default;
  const missing = Object.entries(LATER).filter(([name]) => !here.has(name as ScreenName));
  await Promise.all(missing.map(async ([name, load]) => here.set(name as ScreenName, (await load()).default)));
}
