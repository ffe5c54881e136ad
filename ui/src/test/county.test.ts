import { expect, test } from 'vitest';
import { morePlaces } from '../app/offers';
import { byId, main, settle, showWindow } from './show';

const COUNTY = { kind: 'countyOffice' } as const;

test('a_laptop_is_struck_only_when_it_was_said_what_that_means', async () => {
  const { office, user } = await showWindow(COUNTY, { screen: 'laptops' });
  await user.click(byId('revoke-aa11'));
  await settle();
  expect(office.asked('revoke_laptop')).toBeUndefined();
  expect(main()).toHaveTextContent('Laptop 03 is lost or stolen');
  expect(document.activeElement).toHaveAttribute('id', 'revoke-aa11-not');
  await user.click(byId('revoke-aa11-sure'));
  await settle();
  expect(office.asked('revoke_laptop')).toEqual({ laptop: 'aa11' });
  expect(document.getElementById('revoke-cc33')).toBeNull();
});

test('esc_leaves_what_cannot_be_taken_back_undone', async () => {
  const { office, user } = await showWindow(COUNTY, { screen: 'laptops' });
  await user.click(byId('revoke-aa11'));
  await settle();
  await user.keyboard('{Escape}');
  await settle();
  expect(office.asked('revoke_laptop')).toBeUndefined();
  expect(main().dataset.screen).toBe('laptops');
  expect(document.activeElement).toHaveAttribute('id', 'revoke-aa11');
});

test('days_without_a_week_are_shown_of_the_laptops_that_are_in_use', async () => {
  await showWindow(COUNTY, { screen: 'laptops' });
  const rows = [...byId('late-laptops').querySelectorAll('tbody tr')].map((row) => row.textContent?.replace(/\s+/g, ' ').trim());
  expect(rows).toEqual(['Laptop 0319', 'Laptop 072']);
  expect(byId('late-laptops').querySelectorAll('rect.warn')).toHaveLength(1);
});

test('the_later_work_of_a_lost_laptop_is_looked_at_before_it_is_taken_in', async () => {
  const { office, user } = await showWindow(COUNTY, { screen: 'laptops' });
  expect(document.getElementById('take-in-f00d')).toBeNull();
  expect(document.getElementById('retry-f00d')).toBeNull();
  await user.click(byId('look-f00d'));
  await settle();
  expect(office.asked('read_revoked_work')).toEqual({ bundle: 'f00d' });
  expect(byId('inside-f00d')).toHaveTextContent('112 new changes');
  await user.click(byId('take-in-f00d'));
  await user.click(byId('take-in-f00d-sure'));
  await settle();
  expect(office.asked('take_in_revoked_work')).toEqual({ bundle: 'f00d' });
});

test('a_file_that_waits_is_put_away_only_after_a_second_press', async () => {
  const { office, user } = await showWindow(COUNTY, { screen: 'laptops' });
  await user.click(byId('forget-beef'));
  expect(office.asked('forget_parked')).toBeUndefined();
  await user.click(byId('forget-beef-sure'));
  await settle();
  expect(office.asked('forget_parked')).toEqual({ bundle: 'beef' });
});

test('a_new_key_is_suggested_and_a_key_that_laptops_still_need_cannot_be_destroyed', async () => {
  const { office, user } = await showWindow(COUNTY, { screen: 'laptops' });
  expect(byId('replace-suggested')).toBeVisible();
  expect(document.getElementById('destroy-key-2')).toBeNull();
  await user.click(byId('destroy-key-1'));
  await user.click(byId('destroy-key-1-sure'));
  await settle();
  expect(office.asked('destroy_county_key')).toEqual({ epoch: 1 });
});

test('a_number_that_changed_says_how_many_papers_are_out_with_the_old_one', async () => {
  const { office, user } = await showWindow(COUNTY, { screen: 'papers' });
  expect(byId('recall')).toHaveTextContent('The number of County Clinic changed: one paper is out');
  expect(main().querySelector('[data-paper]')).toHaveAttribute('data-paper', 'w1');
  await user.click(byId('paper-given-w2'));
  await settle();
  expect(office.asked('move_paper')).toEqual({ letterId: 'w2', state: 'given', seen: 'seen-w2' });
});

test('the_log_of_what_was_told_names_cases_and_nobody_and_can_be_narrowed', async () => {
  const { user } = await showWindow(COUNTY, { screen: 'disclosures' });
  expect(main().querySelectorAll('[data-disclosure]')).toHaveLength(2);
  await user.type(byId('told-filter'), '0011');
  expect([...main().querySelectorAll('[data-disclosure]')].map((row) => row.getAttribute('data-disclosure'))).toEqual(['d8']);
  expect(main()).not.toHaveTextContent('Núñez');
});

test('an_order_of_erasure_is_given_only_after_what_would_go_was_shown', async () => {
  const { office, user } = await showWindow(COUNTY, { screen: 'erasures' });
  await user.click(byId('rehearse'));
  await settle();
  expect(main().querySelector('[role=alert]')).toHaveAttribute('data-code', 'choose-who');
  await user.type(byId('who'), '0011{Enter}');
  await settle();
  await user.selectOptions(byId('basis'), 'victim_request');
  expect(document.getElementById('order-erasure')).toBeNull();
  await user.click(byId('rehearse'));
  await settle();
  expect(byId('erase-preview')).toHaveTextContent('RV-26-B7-0011');
  expect(byId('erase-preview')).toHaveTextContent('2 a way to reach her');
  await user.click(byId('order-erasure'));
  await user.click(byId('order-erasure-sure'));
  await settle();
  expect(office.asked('order_erasure')?.form).toEqual({ victimId: 'v2', record: null, fields: [], basis: 'victim_request' });
});

test('one_record_of_hers_is_erased_by_itself_or_a_field_of_it', async () => {
  const { office, user } = await showWindow(COUNTY, { screen: 'erasures' });
  await user.type(byId('who'), '0011{Enter}');
  await settle();
  await user.selectOptions(byId('basis'), 'victim_request');
  await user.click(byId('what-one'));
  await settle();
  await user.selectOptions(byId('record'), 'k9');
  await user.click(byId('rehearse'));
  await settle();
  expect(office.asked('rehearse_erasure')?.form).toEqual({ victimId: 'v2', record: { record: 'contact', id: 'k9' }, fields: [], basis: 'victim_request' });
  await user.click(byId('fields-note'));
  await settle();
  expect(document.getElementById('erase-preview')).toBeNull();
  await user.click(byId('rehearse'));
  await settle();
  await user.click(byId('order-erasure'));
  expect(byId('erase-preview')).toHaveTextContent('What is listed is erased');
  await user.click(byId('order-erasure-sure'));
  await settle();
  expect(office.asked('order_erasure')?.form).toEqual({ victimId: 'v2', record: { record: 'contact', id: 'k9' }, fields: ['note'], basis: 'victim_request' });
});

test('her_own_record_without_a_field_is_not_taken_for_everything', async () => {
  const { office, user } = await showWindow(COUNTY, { screen: 'erasures' });
  await user.type(byId('who'), '0011{Enter}');
  await settle();
  await user.selectOptions(byId('basis'), 'victim_request');
  await user.click(byId('what-one'));
  await settle();
  await user.selectOptions(byId('record'), 'v2');
  await user.click(byId('rehearse'));
  await settle();
  expect(main().querySelector('[role=alert]')).toHaveAttribute('data-code', 'choose-field');
  expect(office.asked('rehearse_erasure')).toBeUndefined();
  await user.click(byId('fields-tribe'));
  await user.click(byId('rehearse'));
  await settle();
  expect(office.asked('rehearse_erasure')?.form).toMatchObject({ record: { record: 'victim', id: 'v2' }, fields: ['tribe'] });
});

test('what_was_shown_of_an_order_is_gone_once_its_ground_changes', async () => {
  const { user } = await showWindow(COUNTY, { screen: 'erasures' });
  await user.type(byId('who'), '0011{Enter}');
  await settle();
  await user.selectOptions(byId('basis'), 'victim_request');
  await user.click(byId('rehearse'));
  await settle();
  await user.selectOptions(byId('basis'), 'court_order');
  expect(document.getElementById('erase-preview')).toBeNull();
});

test('what_has_fallen_due_is_purged_by_a_person_and_what_is_held_is_not_offered', async () => {
  const { office, user } = await showWindow(COUNTY, { screen: 'erasures' });
  expect(document.getElementById('purge-v4')).toBeNull();
  await user.click(byId('purge-v2'));
  await user.click(byId('purge-v2-sure'));
  await settle();
  expect(office.asked('purge_victim')).toEqual({ victimId: 'v2', clock: 'identity' });
});

test('laptops_and_erasing_are_the_countys_and_keys_are_also_the_it_admins', () => {
  const screens = (role: string, county: boolean) => morePlaces(role, county).map((one) => one.place.screen);
  expect(screens('coordinator', false)).not.toContain('laptops');
  expect(screens('it_admin', true)).toContain('laptops');
  expect(screens('it_admin', true)).not.toContain('erasures');
  expect(screens('advocate', true)).not.toContain('erasures');
});
