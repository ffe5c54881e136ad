// The history of a victim's records: who wrote what, what stood there before, and what stays covered.
import { expect, test } from 'vitest';
import { byId, main, settle, showWindow } from './show';

const rows = () => [...main().querySelectorAll<HTMLElement>('[data-change]')];
const HISTORY = { screen: 'history', victimId: 'v1' } as const;

test('h_on_a_victims_page_opens_her_history_and_esc_comes_back', async () => {
  const { office, user } = await showWindow({}, { screen: 'victim', victimId: 'v1' });
  // The letter opens it and is typed nowhere, though a field has the focus there.
  const pressed = new KeyboardEvent('keydown', { key: 'h', bubbles: true, cancelable: true });
  document.body.dispatchEvent(pressed);
  expect(pressed.defaultPrevented).toBe(true);
  await settle();
  expect(main().dataset.screen).toBe('history');
  expect(document.activeElement).toBe(byId('words'));
  expect(office.asked('victim_history')).toEqual({ victimId: 'v1' });
  expect(main().querySelector('h1')).toHaveTextContent('History of RV-26-B7-0004');
  await user.keyboard('{Escape}');
  await settle();
  expect(main().dataset.screen).toBe('victim');
});

test('each_change_says_what_it_was_before_who_wrote_it_and_how_it_came_here', async () => {
  await showWindow({}, HISTORY);
  expect(rows().map((row) => `${row.dataset.change} ${row.dataset.kind}`)).toEqual(['contact_method hidden', 'victim changed', 'contact made', 'contact_method made']);
  expect(rows()[1]).toHaveTextContent(/A victim changed.*Family name.*was.*Needs.*taken out.*was Legal.*Laptop 07 · Written by Deputy Ortiz.*Written in this office/s);
  expect(rows()[2]).toHaveTextContent(/Asked about the bus\..*Received here.*in cl-1a2b3c4d\.clb/s);
  expect(rows()[3]).toHaveTextContent(/Signed by the machine of Deputy Webb/);
});

test('her_names_are_covered_in_her_history_until_somebody_asks', async () => {
  const { user } = await showWindow({}, HISTORY);
  expect(main()).not.toHaveTextContent(/Núñez|Nunes/);
  expect(rows()[1]).toHaveTextContent('N.');
  await user.keyboard('{Alt>}');
  expect(main()).toHaveTextContent(/Núñez.*Nunes/s);
  await user.keyboard('{/Alt}');
  expect(main()).not.toHaveTextContent(/Núñez|Nunes/);
});

test('changes_are_found_by_record_by_field_and_by_words_that_stand_on_the_screen', async () => {
  const { user } = await showWindow({}, HISTORY);
  expect(byId('count')).toHaveTextContent('4 changes');
  await user.selectOptions(byId('about'), 'contact_method');
  expect(rows()).toHaveLength(2);
  await user.selectOptions(byId('about'), 'field-needs');
  expect(rows().map((row) => row.dataset.change)).toEqual(['victim']);
  await user.selectOptions(byId('about'), '');
  await user.type(byId('words'), 'BUS asked');
  expect(rows().map((row) => row.dataset.change)).toEqual(['contact']);
  expect(byId('count')).toHaveTextContent('One change');
  await user.clear(byId('words'));
  // A covered name is not found either: it would be told by finding it.
  await user.type(byId('words'), 'nunez');
  expect(rows()).toHaveLength(0);
  expect(main()).toHaveTextContent('No change fits.');
});

test('a_history_that_is_refused_says_why', async () => {
  await showWindow({}, HISTORY, (office) => office.refuse('victim_history', 'not-found', { record: 'victim' }));
  expect(document.querySelector('[role=alert]')).toBeVisible();
  expect(rows()).toHaveLength(0);
});
