import { expect, test } from 'vitest';
import { morePlaces } from '../app/offers';
import { session } from '../app/session.svelte';
import { byId, main, settle, showWindow } from './show';

const COUNTY = { kind: 'countyOffice' } as const;

function offered(): string[] {
  return [...document.querySelectorAll('#palette-list li')].map((line) => line.textContent?.replace(/\s+/g, ' ').trim() ?? '');
}

test('a_verb_and_the_end_of_a_case_number_lead_to_the_form_about_her', async () => {
  const { user } = await showWindow();
  await user.keyboard('{Control>}k{/Control}');
  await settle();
  await user.keyboard('ref 0011');
  await settle();
  expect(offered()[0]).toContain('Refer RV-26-B7-0011');
  expect(offered()[0]).toContain('F4');
  await user.keyboard('{Enter}');
  await settle();
  expect(main().dataset.screen).toBe('refer');
  expect(session.router.victimId).toBe('v2');
  expect(document.getElementById('palette')).toBeNull();
});

test('the_palette_covers_names_as_every_screen_does', async () => {
  const { user } = await showWindow();
  await user.keyboard('{Control>}k{/Control}nunez');
  await settle();
  expect(offered().join()).toContain('M.N.');
  expect(document.body).not.toHaveTextContent('Núñez');
});

test('esc_closes_the_palette_and_leaves_the_screen_and_the_focus', async () => {
  const { user } = await showWindow({}, { screen: 'log-contact', victimId: 'v1' });
  byId('note').focus();
  await user.keyboard('{Control>}k{/Control}');
  await settle();
  expect(document.activeElement).toHaveAttribute('id', 'palette');
  await user.keyboard('{Escape}');
  await settle();
  expect(main().dataset.screen).toBe('log-contact');
  expect(document.activeElement).toHaveAttribute('id', 'note');
});

test('what_the_palette_offers_of_itself_is_also_found_in_spanish_without_accents', async () => {
  const { user } = await showWindow({ language: 'es' });
  await user.keyboard('{Control>}k{/Control}victima');
  await settle();
  expect(offered()[0]).toContain('Nueva víctima');
});

test('three_shifts_hide_everything_and_a_fourth_does_not_show_it', async () => {
  const { user } = await showWindow({}, { screen: 'log-contact', victimId: 'v1' });
  await user.keyboard('{Shift}{Shift}');
  expect(session.hidden).toBe(false);
  await user.keyboard('{Shift}{Shift}');
  expect(session.hidden).toBe(true);
  await user.keyboard('a');
  expect(session.hidden).toBe(false);
});

test('capital_letters_hide_nothing', async () => {
  const { user } = await showWindow({}, { screen: 'log-contact', victimId: 'v1' });
  await user.type(byId('note'), '{Shift>}A{/Shift}{Shift>}B{/Shift}{Shift}');
  expect(session.hidden).toBe(false);
});

test('more_is_in_the_rail_and_its_first_row_has_the_focus', async () => {
  const { user } = await showWindow();
  await user.keyboard('{Alt>}8{/Alt}');
  await settle();
  expect(main().dataset.screen).toBe('more');
  expect(document.activeElement).toHaveAttribute('data-row');
  expect(byId('rail-more')).toHaveAttribute('aria-current', 'page');
});

test('who_may_not_see_cases_is_offered_none', async () => {
  const { user, office } = await showWindow(COUNTY, undefined, (made) => (made.role = 'grant_viewer'));
  expect(main().dataset.screen).toBe('more');
  expect(document.getElementById('rail-today')).toBeNull();
  await user.keyboard('{F2}');
  expect(main().dataset.screen).toBe('more');
  await user.keyboard('{Control>}k{/Control}ref 0011');
  await settle();
  expect(office.asked('find_victims')).toBeUndefined();
});

test('what_a_role_may_not_do_is_not_offered_to_it', () => {
  const screens = (role: string) => morePlaces(role, true).map((one) => one.place.screen);
  expect(screens('volunteer')).not.toContain('duplicates');
  expect(screens('coordinator')).toContain('duplicates');
  // Where the role cannot be told, everything is offered, and the program refuses what may not be.
  expect(screens('')).toContain('duplicates');
});
