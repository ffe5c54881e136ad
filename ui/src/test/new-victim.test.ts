// The rest of a new victim's page on the scene: who may be on record already, what happened, and the card of rights.
import { expect, test } from 'vitest';
import { byId, hold, main, settle, showWindow } from './show';

const known = () => document.getElementById('known-already');

test('who_may_be_on_record_already_is_shown_by_number_and_covered_name_while_it_is_typed', async () => {
  const { office, user } = await showWindow({}, { screen: 'new-victim' });
  await user.type(byId('given-name'), 'Maria');
  await settle();
  expect(office.asked('find_victims')).toBeUndefined();
  await user.type(byId('family-name'), 'Nunez');
  await settle();
  expect(office.asked('find_victims')).toEqual({ query: 'Maria Nunez' });
  expect(byId('known-already')).toHaveTextContent(/RV-26-B7-0004 M\.N\./);
  expect(main()).not.toHaveTextContent('Núñez');
  await user.click(byId('see-v1'));
  await settle();
  expect(main().dataset.screen).toBe('victim');
  await user.keyboard('{Escape}');
  await settle();
  expect(byId<HTMLInputElement>('family-name').value).toBe('Nunez');
});

test('a_number_is_looked_up_by_its_end_and_not_before_it_tells_telephones_apart', async () => {
  const { office, user } = await showWindow({}, { screen: 'new-victim' });
  await user.type(byId('method-value'), '555-01');
  await settle();
  expect(office.asked('find_victims')).toBeUndefined();
  await user.type(byId('method-value'), '0-0188');
  await settle();
  expect(office.asked('find_victims')).toEqual({ query: '0100188' });
});

test('a_suggestion_goes_when_the_name_is_another_and_a_late_answer_is_not_shown', async () => {
  const { office, user } = await showWindow({}, { screen: 'new-victim' });
  const release = hold(office, 'find_victims');
  await user.type(byId('given-name'), 'Maria');
  await user.type(byId('family-name'), 'Nunez');
  await user.clear(byId('family-name'));
  release();
  await settle();
  expect(known()).toBeNull();
});

test('where_finding_fails_nobody_is_suggested_and_the_form_is_saved_all_the_same', async () => {
  const { office, user } = await showWindow({}, { screen: 'new-victim' }, (office) => office.refuse('find_victims', 'storage'));
  await user.type(byId('given-name'), 'Maria');
  await user.type(byId('family-name'), 'Nunez');
  await settle();
  expect(known()).toBeNull();
  expect(document.querySelector('[role=alert]')).toBeNull();
  await user.click(byId('save'));
  await settle();
  expect(office.asked('create_victim')).toMatchObject({ form: { familyName: 'Nunez' } });
});

test('what_happened_and_the_card_go_out_in_the_same_save', async () => {
  const { office, user } = await showWindow({}, { screen: 'new-victim' });
  await user.type(byId('given-name'), 'Ana');
  await user.selectOptions(byId('language'), 'es');
  expect(document.getElementById('occurred-on')).toBeNull();
  await user.selectOptions(byId('happened'), 'V10');
  expect(byId<HTMLInputElement>('occurred-on').value).toBe('2026-03-03');
  await user.type(byId('occurred-in'), 'Elm Creek');
  expect(document.querySelector('label[for=rights-given-yes]')).toHaveTextContent('Yes, in Spanish');
  await user.click(byId('rights-given-yes'));
  await user.click(byId('save'));
  await settle();
  expect(office.asked('create_victim')?.scene).toMatchObject({
    incident: { occurredOn: '2026-03-03', zone: 'Elm Creek', part: { role: 'primary', victimization: ['V10'], victimizationOther: '' } },
    rights: { item: 'state_card', language: 'es', howGiven: 'hand', givenOn: '2026-03-03' },
  });
});

test('nothing_said_of_what_happened_writes_no_incident_and_no_notice', async () => {
  const { office, user } = await showWindow({}, { screen: 'new-victim' });
  await user.type(byId('given-name'), 'Ana');
  await user.click(byId('save'));
  await settle();
  expect(office.asked('create_victim')?.scene).toEqual({ incident: null, rights: null });
});

test('another_kind_of_crime_is_explained', async () => {
  const { office, user } = await showWindow({}, { screen: 'new-victim' });
  await user.type(byId('given-name'), 'Ana');
  await user.selectOptions(byId('happened'), 'V26');
  await user.type(byId('victimization-other'), 'Threats by mail');
  await user.click(byId('save'));
  await settle();
  expect(office.asked('create_victim')?.scene).toMatchObject({ incident: { part: { victimization: ['V26'], victimizationOther: 'Threats by mail' } } });
});
