// The whole window over a made-up office.
import { cleanup, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { tick } from 'svelte';
import { afterEach, beforeAll } from 'vitest';
import App from '../App.svelte';
import { readBehindTheDoor } from '../app/door.svelte';
import { proof } from '../app/proof.svelte';
import { session } from '../app/session.svelte';
import { undo } from '../app/undo.svelte';
import type { Place } from '../app/router.svelte';
import type { StartView } from '../backend';
import { speak } from '../words.svelte';
import { install, Office } from './office';

beforeAll(async () => {
  await readBehindTheDoor();
  // Read once, Spanish is there at once.
  await speak('es');
  await speak('en');
}, 120_000);

afterEach(async () => {
  cleanup();
  proof.end(false);
  undo.putAway();
  session.start = null;
  session.codes = {};
  session.status = '';
  session.hidden = false;
  session.lastChannel = '';
  session.palette = false;
  session.help = null;
  session.router.home = { screen: 'today' };
  session.router.reset();
  await speak('en');
});

export function main(): HTMLElement {
  const node = document.querySelector<HTMLElement>('main');
  if (!node) throw new Error('no screen is shown');
  return node;
}

export function byId<T extends HTMLElement>(id: string): T {
  const node = document.getElementById(id);
  if (!node) throw new Error(`no #${id} on ${main().dataset.screen}`);
  return node as T;
}

/** What keeps somebody out of what is shown, by the rules of WCAG 2.2 AA. */
export async function barriers(): Promise<string[]> {
  // jsdom draws nothing, so contrast is computed from the tokens below.
  const result = await axe.run(document.body, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'], rules: { 'color-contrast': { enabled: false } } });
  return result.violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.html).join(' | ')}`);
}

/** Lets every answer under way arrive. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    await tick();
  }
}

/** Makes one command wait for its answer until the function given back is called. */
export function hold(office: Office, command: string): () => void {
  const { invoke } = office;
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  Object.assign(window, {
    __TAURI_INTERNALS__: {
      invoke: async (asked: string, args: Record<string, unknown>) => {
        if (asked === command) await held;
        return invoke(asked, args);
      },
    },
  });
  return release;
}

export async function showWindow(
  start: Partial<StartView> = {}, place?: Place, prepare: (office: Office) => void = () => {},
): Promise<{ office: Office; user: ReturnType<typeof userEvent.setup> }> {
  const office = new Office(start);
  prepare(office);
  install(office);
  render(App);
  await settle();
  if (place) {
    session.router.go(place);
    await settle();
  }
  return { office, user: userEvent.setup() };
}

export { screen };
