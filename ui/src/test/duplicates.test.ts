import { expect, test } from 'vitest';
import type { Place } from '../app/router.svelte';
import { names } from '../victims/names.svelte';
import { byId, main, settle, showWindow } from './show';

const DUPLICATES: Place = { screen: 'duplicates' };

test.each([
  ['s', 'link_persons'],
  ['n', 'tell_persons_apart'],
])('the_key_%s_says_it_and_nothing_is_said_before', async (key, command) => {
  const { user, office } = await showWindow({ kind: 'countyOffice' }, DUPLICATES);
  expect(office.asked('link_persons')).toBeUndefined();
  expect(office.asked('tell_persons_apart')).toBeUndefined();
  await user.keyboard(key);
  await settle();
  expect(office.asked(command)).toEqual({ one: 'v1', other: 'v4' });
  expect(main().dataset.screen).toBe('duplicates');
  expect(byId('no-duplicates')).toBeVisible();
});

test('the_key_that_shows_a_hidden_screen_again_and_a_key_that_is_held_decide_nothing', async () => {
  const { user, office } = await showWindow({ kind: 'countyOffice' }, DUPLICATES);
  await user.keyboard('{F12}');
  await user.keyboard('s');
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 's', repeat: true }));
  await settle();
  expect(office.asked('link_persons')).toBeUndefined();
  await user.keyboard('s');
  await settle();
  expect(office.asked('link_persons')).toBeDefined();
});

test('names_of_possible_duplicates_are_covered_until_asked_for', async () => {
  const { user } = await showWindow({ kind: 'countyOffice' }, DUPLICATES);
  expect(byId('side-one')).not.toHaveTextContent('Maria');
  await user.click(byId('show-names'));
  await settle();
  expect(byId('side-one')).toHaveTextContent('Maria');
  names.cover();
});

test('what_speaks_against_is_shown_beside_what_speaks_for', async () => {
  await showWindow({ kind: 'countyOffice' }, DUPLICATES);
  const levels = [...byId('reasons').querySelectorAll('li')].map((reason) => reason.dataset.level);
  expect(levels).toEqual(['same', 'different']);
});

test.each([
  ['s', 'same'],
  ['n', 'not_same'],
])('among_what_waits_the_key_%s_says_of_two_records_what_they_are', async (key, way) => {
  const { user, office } = await showWindow({ kind: 'countyOffice' }, { screen: 'conflicts' });
  await user.click(byId('item-4'));
  await settle();
  expect(byId('item').dataset.kind).toBe('same_person');
  expect(byId('side-one')).toHaveTextContent('Laptop 03');
  expect(byId('side-one')).not.toHaveTextContent('Maria');
  expect(office.asked('settle')).toBeUndefined();
  await user.keyboard(key);
  await settle();
  expect(office.asked('settle')).toEqual({ itemId: 'same_person/v1/v4', settlement: { way, side: null, values: {}, seen: '' } });
});

test('records_that_may_be_one_persons_are_told_before_and_after_a_merge', async () => {
  const { user } = await showWindow({ kind: 'countyOffice' }, { screen: 'inbox' });
  await user.type(byId('folder'), '/stick');
  await user.click(byId('look'));
  await settle();
  expect(byId('rehearsal-same-person')).toHaveTextContent('1');
  await user.click(byId('merge'));
  await settle();
  expect(byId('summary-same-person')).toHaveTextContent('One pair');
});
