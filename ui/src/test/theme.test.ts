// The colors a person chose, those the computer asks for, and the key between day and night.
import { afterEach, expect, test, vi } from 'vitest';
import { themeOf } from '../app/theme';
import { session } from '../app/session.svelte';
import { byId, settle, showWindow } from './show';

const shown = () => document.documentElement.dataset.theme;
let changed: () => void = () => {};

/** A computer that asks for this. */
function asks(...wanted: string[]): void {
  vi.stubGlobal('matchMedia', (query: string) => ({
    get matches() { return wanted.some((one) => query.includes(one)); },
    addEventListener: (_: string, listener: () => void) => void (changed = listener),
  }));
  window.matchMedia = globalThis.matchMedia;
}

afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(window, 'matchMedia');
  document.documentElement.dataset.theme = 'day';
});

test('who_leaves_it_to_the_computer_gets_what_it_asks_for_and_high_contrast_first', () => {
  asks();
  expect(themeOf('system')).toBe('day');
  asks('prefers-color-scheme: dark');
  expect(themeOf('system')).toBe('night');
  asks('prefers-color-scheme: dark', 'prefers-contrast: more');
  expect(themeOf('system')).toBe('contrast');
  expect(themeOf('day')).toBe('day');
});

test('what_a_newer_program_wrote_is_day', () => {
  expect(themeOf('sepia')).toBe('day');
});

test('high_contrast_is_chosen_in_the_settings_and_taken_at_once', async () => {
  const { office, user } = await showWindow({}, { screen: 'settings' });
  await user.click(byId('theme-contrast'));
  await settle();
  expect(office.asked('set_preferences')).toMatchObject({ preferences: { theme: 'contrast' } });
  expect(shown()).toBe('contrast');
});

test('the_window_follows_the_computer_while_it_is_open', async () => {
  const wanted: string[] = [];
  vi.stubGlobal('matchMedia', (query: string) => ({
    get matches() { return wanted.some((one) => query.includes(one)); },
    addEventListener: (_: string, listener: () => void) => void (changed = listener),
  }));
  window.matchMedia = globalThis.matchMedia;
  await showWindow({ theme: 'system' });
  expect(shown()).toBe('day');
  wanted.push('prefers-contrast: more');
  changed();
  expect(shown()).toBe('contrast');
  // Who chose a theme keeps it.
  await session.prefer({ theme: 'day' });
  changed();
  expect(shown()).toBe('day');
});

test('f9_goes_to_night_and_back_to_what_was_chosen_by_day', async () => {
  const { user } = await showWindow({ theme: 'contrast' });
  await user.keyboard('{F9}');
  await settle();
  expect(shown()).toBe('night');
  await user.keyboard('{F9}');
  await settle();
  expect(shown()).toBe('contrast');
});
