import { expect, test } from 'vitest';
import { session } from '../app/session.svelte';
import { byId, hold, main, settle, showWindow } from './show';

test('a_contact_is_logged_from_anywhere_in_at_most_twelve_key_events', async () => {
  const { office, user } = await showWindow({}, { screen: 'settings' });
  let keys = 0;
  window.addEventListener('keydown', () => (keys += 1), true);

  await user.keyboard('{F2}');
  await settle();
  await user.keyboard('nune{Enter}');
  await settle();
  await user.keyboard('1');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await settle();

  expect(keys).toBeLessThanOrEqual(12);
  expect(office.asked('record_attempt')?.form).toEqual({
    victimId: 'v1',
    channel: 'text',
    outcome: 'reached_talked',
    at: null,
    minutes: null,
    note: '',
    followUpId: 'f1',
    nextFollowUpOn: '2026-03-10',
  });
  expect(byId('status')).toHaveTextContent('Saved 14:03');
  expect(main().dataset.screen).toBe('settings');
});

test('minutes_that_are_no_number_are_refused_and_not_left_out', async () => {
  const { office, user } = await showWindow({}, { screen: 'log-contact', victimId: 'v1' });
  await user.keyboard('1');
  await user.type(byId('minutes'), '20m');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await settle();
  expect(main().querySelector('[role=alert]')).toHaveAttribute('data-code', 'invalid-input');
  expect(office.asked('record_attempt')).toBeUndefined();
  await user.clear(byId('minutes'));
  await user.type(byId('minutes'), '20');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await settle();
  expect(office.asked('record_attempt')?.form).toMatchObject({ minutes: 20 });
});

test('a_contact_of_yesterday_is_written_down_by_keys_with_its_day_and_time', async () => {
  const { office, user } = await showWindow({}, { screen: 'log-contact', victimId: 'v1' });
  await user.keyboard('1');
  byId('when-now').focus();
  await user.keyboard('{ArrowRight}');
  await settle();
  expect(byId<HTMLInputElement>('at-on').value).toBe('2026-03-02');
  await user.keyboard('{Tab}{Tab}9:05{Control>}{Enter}{/Control}');
  await settle();
  expect((office.asked('record_attempt')?.form as { at: string }).at).toMatch(/^2026-03-02T09:05:00[+-]\d\d:\d\d$/);
});

test('a_contact_that_has_not_been_yet_is_refused_and_its_time_can_be_corrected', async () => {
  const { office, user } = await showWindow({}, { screen: 'log-contact', victimId: 'v1' });
  await user.keyboard('1');
  await user.click(byId('when-earlier'));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await settle();
  expect(main().querySelector('[role=alert]')).toHaveAttribute('data-code', 'invalid-input');
  expect(office.asked('record_attempt')).toBeUndefined();
  office.refuse('record_attempt', 'date-in-future', { field: 'at' });
  await user.type(byId('at'), '23:50{Control>}{Enter}{/Control}');
  await settle();
  await user.click(main().querySelector('[role=alert] button') as HTMLElement);
  expect(document.activeElement).toHaveAttribute('id', 'at');
});

test('save_and_next_due_saves_and_opens_the_contact_of_the_next_row', async () => {
  const { office, user } = await showWindow();
  await user.keyboard('{Enter}');
  await settle();
  await user.keyboard('1{Control>}{Enter}{/Control}');
  await settle();
  expect(office.asked('record_attempt')?.form).toMatchObject({ victimId: 'v1', followUpId: 'f1' });
  expect(session.router.place).toEqual({ screen: 'log-contact', victimId: 'v2', followUpId: 'f2' });
  expect(byId('status')).toHaveTextContent('Saved 14:03');
  await user.keyboard('1{Control>}s{/Control}');
  await settle();
  expect(office.asked('record_attempt')?.form).toMatchObject({ victimId: 'v2', followUpId: 'f2' });
  expect(main().dataset.screen).toBe('today');
});

test('after_the_last_who_is_due_save_and_next_goes_back', async () => {
  const { user } = await showWindow();
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await settle();
  expect(session.router.place).toMatchObject({ followUpId: 'f3' });
  await user.keyboard('1{Control>}{Enter}{/Control}');
  await settle();
  expect(main().dataset.screen).toBe('today');
});

test('f2_and_f4_on_a_row_are_about_whom_the_row_names', async () => {
  const { user } = await showWindow();
  await user.keyboard('{ArrowDown}{F2}');
  await settle();
  expect(session.router.place).toEqual({ screen: 'log-contact', victimId: 'v2', followUpId: 'f2' });
  await user.keyboard('{Escape}{F3}');
  await settle();
  byId('victim-v2').focus();
  await user.keyboard('{F4}');
  await settle();
  expect(session.router.place).toEqual({ screen: 'refer', victimId: 'v2' });
  await user.keyboard('{Escape}');
  await settle();
  await user.keyboard('{F2}');
  await settle();
  expect(session.router.place).toEqual({ screen: 'log-contact', victimId: undefined });
});

test('f2_asks_who_as_long_as_nobody_moved_to_a_row', async () => {
  const { user } = await showWindow();
  expect(document.activeElement).toHaveAttribute('id', 'due-f1');
  await user.keyboard('{F2}');
  await settle();
  expect(document.activeElement).toHaveAttribute('id', 'who');
});

test('f4_refers_whom_one_picked_in_log_contact', async () => {
  const { user } = await showWindow({}, { screen: 'settings' });
  await user.keyboard('{F2}');
  await settle();
  await user.keyboard('nune{Enter}');
  await settle();
  await user.keyboard('{F4}');
  await settle();
  expect(session.router.place).toEqual({ screen: 'refer', victimId: 'v1' });
  await user.keyboard('{Escape}{Escape}{F4}');
  await settle();
  expect(session.router.place).toEqual({ screen: 'refer', victimId: undefined });
});

test('enter_pressed_before_the_answer_picks_as_soon_as_it_comes', async () => {
  const { office, user } = await showWindow();
  await user.keyboard('{F2}');
  await settle();
  const release = hold(office, 'find_victims');
  await user.keyboard('reyes{Enter}');
  expect(document.getElementById('safe-contact')).toBeNull();
  release();
  await settle();
  expect(byId<HTMLInputElement>('who').value).toContain('RV-26-B7-0011');
  expect(byId('safe-contact')).toBeVisible();
});

test('what_is_chosen_before_her_record_comes_stays_chosen', async () => {
  const { office, user } = await showWindow({}, { screen: 'today' });
  const release = hold(office, 'victim');
  session.router.go({ screen: 'log-contact', victimId: 'v1' });
  await settle();
  await user.click(byId('channel-in_person'));
  await user.click(byId('outcome-reached_talked'));
  await user.click(byId('note'));
  release();
  await settle();
  expect(byId('safe-contact')).toBeVisible();
  expect(byId('channel-in_person')).toBeChecked();
  expect(byId('outcome-reached_talked')).toBeChecked();
  expect(document.activeElement).toBe(byId('note'));
});

test('what_is_chosen_before_her_record_comes_goes_if_she_did_not_agree_to_it', async () => {
  const { office, user } = await showWindow({}, { screen: 'today' });
  const release = hold(office, 'victim');
  session.router.go({ screen: 'log-contact', victimId: 'v1' });
  await settle();
  await user.click(byId('channel-phone'));
  await user.click(byId('outcome-voicemail_left'));
  release();
  await settle();
  expect(byId('outcome-voicemail_left')).not.toBeChecked();
  expect(byId('outcome-voicemail_left')).toBeDisabled();
});

test('the_word_saved_waits_for_the_answer_of_the_program', async () => {
  const { office, user } = await showWindow({}, { screen: 'log-contact', victimId: 'v1' });
  office.refuse('record_attempt', 'disk-full');
  await user.keyboard('1{Control>}{Enter}{/Control}');
  await settle();
  expect(byId('status')).toHaveTextContent('');
  expect(main().dataset.screen).toBe('log-contact');
  expect(document.activeElement).toHaveAttribute('role', 'alert');
});

test('whoever_goes_elsewhere_while_a_contact_is_saved_stays_there', async () => {
  const { office, user } = await showWindow({}, { screen: 'victim', victimId: 'v1' });
  const release = hold(office, 'record_attempt');
  await user.keyboard('{F2}');
  await settle();
  await user.keyboard('1{Control>}{Enter}{/Control}{F3}');
  await settle();
  expect(main().dataset.screen).toBe('find');
  expect(byId('status')).toHaveTextContent('');

  release();
  await settle();
  expect(byId('status')).toHaveTextContent('Saved 14:03');
  expect(main().dataset.screen).toBe('find');
  // The form is done: it is not what lies behind.
  await user.keyboard('{Escape}');
  await settle();
  expect(main().dataset.screen).toBe('victim');
});

test('an_error_summary_takes_the_focus_and_leads_to_its_field', async () => {
  const { user } = await showWindow();
  await user.keyboard('{F2}');
  await settle();
  await user.keyboard('{Control>}{Enter}{/Control}');
  await settle();
  const summary = document.activeElement as HTMLElement;
  expect(summary).toHaveAttribute('role', 'alert');
  await user.click(summary.querySelector('button') as HTMLElement);
  expect(document.activeElement).toHaveAttribute('id', 'who');
});

test('voicemail_she_did_not_agree_to_cannot_be_chosen_and_says_why', async () => {
  const { office, user } = await showWindow({}, { screen: 'log-contact', victimId: 'v1' });
  await user.click(byId('channel-phone'));
  const voicemail = byId<HTMLInputElement>('outcome-voicemail_left');
  expect(voicemail).toBeDisabled();
  expect(byId(voicemail.getAttribute('aria-describedby') ?? '')).toHaveTextContent('No voicemail agreed.');
  await user.keyboard('{Tab}5');
  expect(voicemail).not.toBeChecked();
  await user.keyboard('{Control>}{Enter}{/Control}');
  await settle();
  expect(office.asked('record_attempt')).toBeUndefined();
});

test('voicemail_she_agreed_to_can_be_chosen', async () => {
  await showWindow({}, { screen: 'log-contact', victimId: 'v2' });
  expect(byId('outcome-voicemail_left')).toBeEnabled();
});

test('do_not_contact_leaves_only_that_nothing_was_tried', async () => {
  await showWindow({}, { screen: 'log-contact', victimId: 'v3' });
  const open = [...main().querySelectorAll<HTMLInputElement>('input[name=outcome]:enabled')].map((input) => input.value);
  expect(open).toEqual(['blocked_no_safe_method']);
});

test('a_victim_who_came_herself_may_always_be_written_down', async () => {
  const { user } = await showWindow({}, { screen: 'log-contact', victimId: 'v3' });
  await user.click(byId('channel-in_person'));
  expect(byId('outcome-reached_talked')).toBeEnabled();
});

test('the_safe_contact_line_stands_before_the_method', async () => {
  await showWindow({}, { screen: 'log-contact', victimId: 'v1' });
  const order = byId('safe-contact').compareDocumentPosition(byId('channel'));
  expect(order & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});

test('a_list_of_today_shows_its_next_rows_when_asked', async () => {
  const { user, office } = await showWindow();
  expect(document.getElementById('due-f5')).toBeNull();
  await user.click(byId('more-late'));
  await settle();
  expect(office.asked('more_due')).toEqual({ list: 'late', shown: 2 });
  expect(byId('due-f5')).toBeVisible();
  expect(document.getElementById('more-late')).toBeNull();
});

test('a_contact_answers_her_follow_up_also_where_today_did_not_show_it', async () => {
  const { office, user } = await showWindow({}, { screen: 'log-contact', victimId: 'v3' });
  await settle();
  await user.click(byId('outcome-blocked_no_safe_method'));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await settle();
  expect(office.asked('record_attempt')?.form).toMatchObject({ victimId: 'v3', followUpId: 'f1' });
});

test('a_note_that_looks_like_a_criminal_history_return_is_asked_about_before_it_is_saved', async () => {
  const { office, user } = await showWindow({}, { screen: 'log-contact', victimId: 'v1' });
  await user.click(byId('outcome-reached_talked'));
  await user.type(byId('note'), 'NAM/DOE, JOHN DOB/19700101');
  await user.click(byId('save'));
  await settle();
  expect(office.asked('record_attempt')).toBeUndefined();
  expect(byId('looks-like-history')).toHaveTextContent('Note, line 1: Fields as in a return from NCIC');

  // What she changes is looked at again; what she looked at is saved as it is.
  await user.type(byId('note'), ' again');
  await user.click(byId('save'));
  await settle();
  expect(office.asked('record_attempt')).toBeUndefined();
  await user.click(byId('save-all-the-same'));
  await settle();
  expect(office.asked('record_attempt')?.form).toMatchObject({ note: 'NAM/DOE, JOHN DOB/19700101 again' });
});
