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
  await showWindow(COUNTY, { screen: 'papers' });
  expect(byId('recall')).toHaveTextContent('The number of County Clinic changed: one paper is out');
  expect(main().querySelector('[data-paper]')).toHaveAttribute('data-paper', 'w1');
});

test('today_says_how_many_papers_are_out_with_an_old_number_and_leads_to_them', async () => {
  const { user } = await showWindow({}, { screen: 'today' }, (office) => void (office.toRecall = 2));
  expect(byId('to-recall')).toHaveTextContent('2 papers that are out have an old number');
  await user.click(byId('papers'));
  await settle();
  expect(main().dataset.screen).toBe('papers');
});

test('today_says_nothing_of_papers_where_none_has_an_old_number', async () => {
  await showWindow({}, { screen: 'today' });
  await settle();
  expect(document.getElementById('to-recall')).toBeNull();
});

test('a_paper_that_was_held_is_given_only_after_her_yes_and_can_be_read_out_loud', async () => {
  const { office, user } = await showWindow(COUNTY, { screen: 'papers' });
  await user.click(byId('paper-given-w2'));
  await user.click(byId('carry-w2-no'));
  await settle();
  expect(office.asked('move_paper')).toBeUndefined();
  expect(main()).toHaveTextContent('Read it out loud');
  await user.click(byId('carry-w2-yes'));
  await settle();
  expect(office.asked('move_paper')).toEqual({ letterId: 'w2', state: 'given', safeToCarry: 'yes', nameAsReleased: '', seen: 'seen-w2' });
  await user.click(byId('paper-given_verbally-w2'));
  await settle();
  expect(office.asked('move_paper')).toMatchObject({ letterId: 'w2', state: 'given_verbally' });
});

test('a_filled_release_form_goes_with_her_only_after_a_look_at_the_name_on_it', async () => {
  const { office, user } = await showWindow(COUNTY, { screen: 'papers' });
  await user.click(byId('paper-given-w3'));
  await user.click(byId('carry-w3-yes'));
  await settle();
  expect(office.asked('move_paper')).toBeUndefined();
  await user.click(byId('name-w3-no'));
  await settle();
  expect(office.asked('move_paper')).toBeUndefined();
  expect(main()).toHaveTextContent('Make a new form, and destroy this one.');
  await user.click(byId('name-w3-yes'));
  await settle();
  expect(office.asked('move_paper')).toEqual({ letterId: 'w3', state: 'given', safeToCarry: 'yes', nameAsReleased: 'yes', seen: 'seen-w3' });
});

test('a_paper_of_which_nobody_said_whether_it_printed_is_asked_about_in_the_register', async () => {
  const { office, user } = await showWindow(COUNTY, { screen: 'papers' });
  expect(document.getElementById('came-out-yes-w1')).toBeNull();
  expect(main().querySelector('[data-paper=w2]')).toHaveTextContent('Did it print?');
  await user.click(byId('came-out-no-w2'));
  await settle();
  expect(office.asked('papers_came_out')).toEqual({ letterIds: ['w2'], answer: 'no' });
});

test('the_log_of_what_was_told_names_cases_and_nobody_and_can_be_narrowed', async () => {
  const { user } = await showWindow(COUNTY, { screen: 'disclosures' });
  expect(main().querySelectorAll('[data-disclosure]')).toHaveLength(2);
  await user.type(byId('told-filter'), '0011');
  expect([...main().querySelectorAll('[data-disclosure]')].map((row) => row.getAttribute('data-disclosure'))).toEqual(['d8']);
  expect(main()).not.toHaveTextContent('Núñez');
});

test('who_looked_at_what_names_people_and_cases_and_is_gone_through_once_a_week', async () => {
  const { office, user } = await showWindow(COUNTY, { screen: 'who-looked' }, (shown) => (shown.role = 'coordinator'));
  expect(office.asked('who_looked')).toEqual({ question: { victimId: null, staffId: null, since: '2026-02-25', until: '2026-03-03' } });
  expect([...main().querySelectorAll('[data-look]')].map((row) => row.getAttribute('data-look'))).toEqual(['victim_page', 'victim_record', 'opened']);
  expect(main()).toHaveTextContent('after 2 wrong passphrases');
  expect(main()).toHaveTextContent('Deputy Webb: rows are missing here');
  expect(main()).toHaveTextContent('A week has passed.');
  await user.type(byId('looked-filter'), '0004');
  expect(main().querySelectorAll('[data-look]')).toHaveLength(1);
  await user.click(byId('review-looks'));
  await settle();
  expect(office.asked('review_looks')).toEqual({});
});

test('who_is_no_coordinator_sees_her_own_looks_and_goes_through_nobodys', async () => {
  await showWindow({}, { screen: 'who-looked' });
  expect(main()).toHaveTextContent('These are your own.');
  expect(document.getElementById('review-looks')).toBeNull();
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
  await user.click(byId('fields-zone'));
  await user.click(byId('rehearse'));
  await settle();
  expect(office.asked('rehearse_erasure')?.form).toMatchObject({ record: { record: 'victim', id: 'v2' }, fields: ['zone'] });
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

test('a_one_time_code_is_told_after_the_passphrase_and_hidden_again', async () => {
  const { office, user } = await showWindow(COUNTY, { screen: 'laptops' });
  expect(document.getElementById('tell-code-1')).toBeNull();
  await user.click(byId('tell-code-0'));
  expect(main()).toHaveTextContent('Be sure that Deputy Webb is on the phone');
  office.refuse('ask_unlock_code', 'wrong-passphrase');
  await user.type(byId('passphrase'), 'not these words');
  await user.click(byId('save-code'));
  await settle();
  expect(document.getElementById('code-words')).toBeNull();
  office.allow('ask_unlock_code');
  await user.clear(byId('passphrase'));
  await user.type(byId('passphrase'), 'made up words here');
  await user.click(byId('save-code'));
  await settle();
  expect(office.asked('ask_unlock_code')).toEqual({ passphrase: 'made up words here', laptop: 'Laptop 03', number: null });
  expect(byId('code-words').querySelectorAll('li')).toHaveLength(8);
  expect(document.getElementById('passphrase')).toBeNull();
  await user.click(byId('code-hide'));
  expect(document.getElementById('code-words')).toBeNull();
});

test('recovery_sheets_are_made_after_what_it_means_was_said_and_the_passphrase', async () => {
  const { office, user } = await showWindow(COUNTY, { screen: 'laptops' }, (county) => (county.sheetsMadeAt = '2026-01-05T09:00:00-07:00'));
  await user.click(byId('add-sheets'));
  expect(main()).toHaveTextContent('the sheets of before open nothing any more');
  await user.type(byId('passphrase'), 'made up words here');
  await user.click(byId('save-sheets'));
  await settle();
  expect(office.asked('make_recovery_sheets')).toBeUndefined();
  await user.type(byId('folder'), '/stick');
  await user.click(byId('page-a4'));
  await user.click(byId('save-sheets'));
  await settle();
  expect(office.asked('make_recovery_sheets')).toEqual({ passphrase: 'made up words here', folder: '/stick', language: 'en', page: 'a4' });
  expect(byId('sheets-made')).toHaveTextContent('/stick/recovery-sheet-3.pdf');
  expect(document.getElementById('passphrase')).toBeNull();
});

test('one_form_with_the_passphrase_is_open_at_a_time', async () => {
  const { user } = await showWindow(COUNTY, { screen: 'laptops' });
  await user.click(byId('tell-code-0'));
  await user.click(byId('add-sheets'));
  await settle();
  expect(document.querySelectorAll('#passphrase')).toHaveLength(1);
});

test('a_laptop_opens_with_its_one_time_code_and_a_new_passphrase', async () => {
  const { office, user } = await showWindow({ state: 'locked' });
  await user.click(byId('forgotten'));
  await user.type(byId('code'), 'one two three four five six seven eight');
  await user.type(byId('new-passphrase'), 'four new words here');
  await user.type(byId('new-passphrase-again'), 'four old words here');
  await user.click(byId('open-anew'));
  await settle();
  expect(office.asked('unlock_with_code')).toBeUndefined();
  expect(main().querySelector('[role=alert]')).toHaveAttribute('data-code', 'passphrases-differ');
  await user.clear(byId('new-passphrase-again'));
  await user.type(byId('new-passphrase-again'), 'four new words here');
  await user.click(byId('open-anew'));
  await settle();
  expect(office.asked('unlock_with_code')).toEqual({ code: 'one two three four five six seven eight', newPassphrase: 'four new words here' });
  expect(main().dataset.screen).toBe('today');
});

test('the_county_opens_with_two_sheets_and_a_mistyped_line_is_named', async () => {
  const { office, user } = await showWindow({ ...COUNTY, state: 'locked' });
  await user.click(byId('forgotten'));
  expect(document.getElementById('code')).toBeNull();
  await user.type(byId('sheet-one'), '1. maple');
  await user.type(byId('sheet-other'), '1. river');
  await user.type(byId('new-passphrase'), 'four new words here');
  await user.type(byId('new-passphrase-again'), 'four new words here');
  office.refuse('unlock_with_sheets', 'recovery-sheet-mistyped', { line: '2' });
  await user.click(byId('open-anew'));
  await settle();
  expect(main().querySelector('[role=alert]')).toHaveTextContent('Line 2 of the sheet');
  expect(byId('sheet-one')).toHaveValue('1. maple');
  expect(office.asked('unlock_with_sheets')).toEqual({ one: '1. maple', other: '1. river', newPassphrase: 'four new words here' });
});
