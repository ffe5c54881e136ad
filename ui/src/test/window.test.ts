import { expect, test, vi } from 'vitest';
import { session } from '../app/session.svelte';
import { daysAfter, todayHere } from '../times';
import { names } from '../victims/names.svelte';
import { byId, hold, main, settle, showWindow } from './show';

test('a_wrong_passphrase_is_an_alert_and_makes_the_next_try_wait', async () => {
  const { office, user } = await showWindow({ state: 'locked' });
  office.refuse('unlock', 'wrong-passphrase');
  await user.type(byId('passphrase'), 'made up words here{Enter}');
  await settle();
  expect(main().querySelector('[role=alert]')).toHaveAttribute('data-code', 'wrong-passphrase');
  expect(byId('unlock')).toBeDisabled();
  expect(byId<HTMLInputElement>('passphrase').value).toBe('');
  expect(byId('passphrase')).toHaveFocus();
  await vi.waitFor(() => expect(byId('unlock')).toBeEnabled(), { timeout: 3000 });
});

test('the_right_passphrase_opens_today', async () => {
  const { office, user } = await showWindow({ state: 'locked' });
  await user.type(byId('passphrase'), 'made up words here{Enter}');
  await settle();
  expect(office.asked('unlock')).toEqual({ passphrase: 'made up words here' });
  expect(main().dataset.screen).toBe('today');
});

test('caps_lock_is_said_on_the_locked_door', async () => {
  const { user } = await showWindow({ state: 'locked' });
  await user.type(byId('passphrase'), '{CapsLock}a');
  expect(main()).toHaveTextContent('Caps Lock is on.');
});

test('today_starts_on_its_first_row_and_moves_with_the_arrows', async () => {
  const { user } = await showWindow();
  expect(document.activeElement).toHaveAttribute('id', 'due-f1');
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toHaveAttribute('id', 'due-f2');
  await user.keyboard('{Enter}');
  await settle();
  expect(main().dataset.screen).toBe('log-contact');
});

test('a_follow_up_whose_victim_has_not_come_yet_says_so', async () => {
  await showWindow();
  expect(byId('due-f6')).toHaveTextContent('Record not here yet');
});

test('names_stay_covered_unless_alt_is_held', async () => {
  const { user } = await showWindow();
  expect(main()).not.toHaveTextContent('Núñez');
  await user.keyboard('{Alt>}');
  expect(main()).toHaveTextContent('Núñez');
  await user.keyboard('{/Alt}');
  expect(main()).not.toHaveTextContent('Núñez');
});

test('shown_names_are_covered_again_after_twenty_seconds', () => {
  vi.useFakeTimers();
  names.show();
  vi.advanceTimersByTime(19_000);
  expect(names.visible).toBe(true);
  vi.advanceTimersByTime(2_000);
  expect(names.visible).toBe(false);
  vi.useRealTimers();
});

test('hiding_shows_a_neutral_page_and_any_key_comes_back_to_the_same_work', async () => {
  const { user } = await showWindow({}, { screen: 'log-contact', victimId: 'v1' });
  await user.type(byId('note'), 'half a sentence');
  await user.keyboard('{F12}');
  expect(document.querySelector('main[data-screen=paused]')).toHaveTextContent(/^Paused$/);
  expect(document.querySelector('.app')).not.toBeVisible();
  await user.keyboard('x');
  expect(document.querySelector('main[data-screen=paused]')).toBeNull();
  expect(byId<HTMLTextAreaElement>('note').value).toBe('half a sentence');
});

test('the_lock_empties_the_window', async () => {
  const { office, user } = await showWindow({}, { screen: 'victim', victimId: 'v1' });
  await user.keyboard('{Control>}l{/Control}');
  await settle();
  expect(office.asked('lock')).toBeDefined();
  expect(main().dataset.screen).toBe('unlock');
  expect(document.body).not.toHaveTextContent('RV-26');
});

test('when_the_program_locked_itself_the_window_follows', async () => {
  const { office, user } = await showWindow({}, { screen: 'log-contact', victimId: 'v1' });
  office.refuse('record_attempt', 'locked');
  office.start = { ...office.start, state: 'locked' };
  await user.keyboard('1{Control>}{Enter}{/Control}');
  await settle();
  expect(main().dataset.screen).toBe('unlock');
  expect(document.body).not.toHaveTextContent('RV-26');
});

test('a_window_nobody_touches_locks_after_five_minutes_and_a_long_note_does_not', async () => {
  const { office } = await showWindow({}, { screen: 'log-contact', victimId: 'v1' });
  vi.useFakeTimers();
  const asked = () => office.calls.filter((call) => call.command === 'today').length;
  const before = asked();
  for (let minute = 0; minute < 9; minute += 1) {
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
    await vi.advanceTimersByTimeAsync(60_000);
  }
  expect(asked()).toBeGreaterThan(before + 4);
  expect(office.asked('lock')).toBeUndefined();
  await vi.advanceTimersByTimeAsync(5 * 60_000);
  vi.useRealTimers();
  await settle();
  expect(office.asked('lock')).toBeDefined();
  expect(main().dataset.screen).toBe('unlock');
});

test('a_program_that_saw_nobody_here_shows_the_door_at_once_and_what_was_typed_is_kept', async () => {
  const { office, user } = await showWindow({}, { screen: 'log-contact', victimId: 'v1' });
  await user.type(byId('note'), 'half a sentence');
  // A long merge may hold the file meanwhile.
  const release = hold(office, 'keep_draft');
  window.dispatchEvent(new CustomEvent('countyline:lock'));
  await settle();
  expect(main().dataset.screen).toBe('paused');
  expect(document.querySelector('.app')).not.toBeVisible();
  await user.keyboard('x');
  expect(document.querySelector('.app')).not.toBeVisible();
  release();
  await settle();
  expect(office.asked('keep_draft')).toMatchObject({ draft: { form: 'log-contact', content: expect.stringContaining('half a sentence') as string } });
  expect(main().dataset.screen).toBe('unlock');
  expect(document.body).not.toHaveTextContent('RV-26');
});

test('the_program_is_told_when_the_window_is_hidden_and_when_it_is_seen_again', async () => {
  const { office, user } = await showWindow();
  const told = () => office.calls.map((call) => call.command).filter((command) => command.startsWith('window_'));
  await user.keyboard('{F12}');
  expect(told()).toEqual(['window_hidden']);
  await user.keyboard('x');
  expect(told()).toEqual(['window_hidden', 'window_shown']);
});

test('the_door_says_when_the_week_was_sent_the_version_and_the_key_of_the_guide', async () => {
  const { user } = await showWindow({ state: 'locked', lastSentAt: daysAfter(todayHere(), -9) });
  expect(byId('last-sent')).toHaveTextContent('Last sent: 9 days ago (late)');
  expect(byId('version')).toHaveTextContent('Countyline 0.2.0');
  expect(byId('help')).toHaveTextContent('F1');
  await user.click(byId('help'));
  expect(session.help).not.toBeNull();
});

test('a_door_that_does_not_know_when_the_week_was_sent_says_nothing_of_it', async () => {
  await showWindow({ state: 'locked', lastSentAt: null });
  expect(document.getElementById('last-sent')).toBeNull();
});

test.each([['2026-02-24', 'Last sent: 7 days ago'], ['2026-02-23', 'Last sent: 8 days ago (late)']])('today_says_of_a_week_sent_on_%s_whether_it_is_late', async (sentOn, words) => {
  await showWindow({ lastSentAt: `${sentOn}T18:10:00-07:00` });
  expect(byId('last-sent').textContent).toBe(words);
});

test('the_rail_of_a_laptop_says_how_many_changes_wait_and_the_countys_does_not', async () => {
  const { office, user } = await showWindow({ state: 'locked' });
  await user.type(byId('passphrase'), 'made up words here{Enter}');
  await settle();
  expect(byId('rail-send-week')).toHaveTextContent('23 changes wait for the county');
  const asked = () => office.calls.filter((call) => call.command === 'changes_waiting').length;
  const before = asked();
  session.saved({ savedAt: '2026-03-03T14:03:00-07:00' });
  await settle();
  expect(asked()).toBe(before + 1);
});

test('a_letter_typed_in_a_field_is_no_command', async () => {
  const { user } = await showWindow({}, { screen: 'find' });
  await user.type(byId('query'), 'n/');
  expect(main().dataset.screen).toBe('find');
});

test('single_keys_that_were_switched_off_do_nothing_and_those_with_ctrl_alt_or_f_do', async () => {
  const { office, user } = await showWindow({}, { screen: 'settings' });
  await user.click(byId('single-keys-off'));
  await settle();
  expect(office.asked('set_preferences')).toEqual({ preferences: { language: 'en', theme: 'day', zoom: 100, singleKeys: false } });
  byId('check-data').focus();
  await user.keyboard('n/?');
  await settle();
  expect(main().dataset.screen).toBe('settings');
  expect(session.help).toBeNull();
  await user.keyboard('{F2}');
  await settle();
  await user.keyboard('nune{Enter}');
  await settle();
  // The focus is in the choice, so its digits are no keys of the page.
  await user.keyboard('1');
  expect(byId('outcome-reached_talked')).toBeChecked();
  byId('save').focus();
  await user.keyboard('2');
  expect(byId('outcome-reached_talked')).toBeChecked();
  await user.keyboard('{Alt>}1{/Alt}');
  await settle();
  expect(main().dataset.screen).toBe('today');
});

test('alt_and_a_digit_goes_to_the_place_on_the_rail', async () => {
  const { user } = await showWindow({ kind: 'countyOffice' });
  await user.keyboard('{Alt>}4{/Alt}');
  await settle();
  expect(main().dataset.screen).toBe('inbox');
});

test('the_choice_of_language_and_theme_is_taken_at_once', async () => {
  const { user } = await showWindow({}, { screen: 'settings' });
  await user.click(byId('language-es'));
  await settle();
  expect(byId('rail-today')).toHaveTextContent('Hoy');
  expect(document.documentElement.lang).toBe('es');
  await user.keyboard('{F9}');
  await settle();
  expect(document.documentElement.dataset.theme).toBe('night');
  document.documentElement.dataset.theme = 'day';
});

test('a_sample_pack_is_called_no_states_law_and_says_when_it_stands_in', async () => {
  const { office } = await showWindow({}, { screen: 'settings' });
  expect(byId('state-pack')).toHaveTextContent('ohio 3');
  expect(byId('state-pack')).not.toHaveTextContent('sample');
  office.policy = { ...office.policy, pack: { name: 'sample 1', sample: true }, packStandsIn: true, sampleMonths: true };
  session.router.go({ screen: 'more' });
  await settle();
  session.router.go({ screen: 'settings' });
  await settle();
  expect(byId('state-pack')).toHaveTextContent('sample 1 (sample, not your state’s law: ask your coordinator)');
  expect(byId('state-pack')).toHaveTextContent('chose the state pack “ohio”');
});

test('a_laptop_joins_with_its_words_and_then_the_countys', async () => {
  const { office, user } = await showWindow({ state: 'noOffice', kind: null });
  await user.click(byId('join-office'));
  await user.type(byId('laptop-name'), 'Laptop 07');
  await user.type(byId('person-name'), 'Deputy Ortiz');
  await user.type(byId('passphrase'), 'made up words here');
  await user.type(byId('passphrase-again'), 'made up words there');
  await user.type(byId('folder'), '/stick');
  await user.click(byId('join'));
  await settle();
  expect(main().querySelector('[role=alert]')).toHaveAttribute('data-code', 'passphrases-differ');
  await user.clear(byId('passphrase-again'));
  await user.type(byId('passphrase-again'), 'made up words here');
  await user.click(byId('join'));
  await settle();
  expect(office.asked('join_office')?.form).toMatchObject({ laptopName: 'Laptop 07', folder: '/stick' });
  expect(byId('enrolment-words').children).toHaveLength(6);
  expect(byId('carry')).toHaveTextContent('/stick/cl-join.cle');
  await user.type(byId('welcome'), '/stick/cl-welcome.clw');
  await user.click(byId('read-welcome'));
  await settle();
  expect(byId('county-words').children).toHaveLength(6);
  await user.click(byId('accept'));
  await settle();
  expect(main().dataset.screen).toBe('today');
});
