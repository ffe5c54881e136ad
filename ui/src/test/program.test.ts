import { expect, test } from 'vitest';
import { session } from '../app/session.svelte';
import { quarterOf } from '../counts/periods';
import { instantHere, monthOf, monthsAfter } from '../times';
import { byId, main, settle, showWindow } from './show';

const COUNTY = { kind: 'countyOffice' } as const;
const COORDINATOR = { ...COUNTY, placeName: 'County desk', personName: 'Deputy Ortiz' };
const asCoordinator = (office: { role: string }): void => void (office.role = 'coordinator');

test('a_person_opens_with_hours_and_call_outs_and_hours_are_recorded', async () => {
  const { office, user } = await showWindow(COORDINATOR, { screen: 'staff' }, asCoordinator);
  await user.click(byId('person-s2'));
  await settle();
  expect(byId('hours-by-kind')).toHaveTextContent(/On call20.*In court3/s);
  expect(main()).toHaveTextContent('there in 35 min');
  await user.click(byId('add-hours'));
  await user.type(byId('minutes'), '90');
  await user.click(byId('save-work'));
  await settle();
  expect(office.asked('record_hours')?.form).toEqual({ staffId: 's2', workedOn: '2026-03-03', minutes: 90, kind: 'on_call' });
});

test('a_call_out_says_when_and_where_and_never_to_whom', async () => {
  const { office, user } = await showWindow(COORDINATOR, { screen: 'staff' }, asCoordinator);
  await user.click(byId('person-s2'));
  await settle();
  await user.click(byId('add-call-out'));
  await user.type(byId('called-at'), '21:40');
  await user.type(byId('minutes'), '60');
  await user.click(byId('save-work'));
  await settle();
  const form = office.asked('record_call_out')?.form as Record<string, unknown>;
  expect(String(form.calledAt)).toMatch(/^2026-03-03T21:40:00[+-]\d\d:\d\d$/);
  expect(Object.keys(form)).not.toContain('victimId');
});

test('who_is_on_call_now_and_tonight_stands_with_the_people_and_on_today', async () => {
  const { office } = await showWindow(COORDINATOR, { screen: 'staff' }, asCoordinator);
  expect(byId('on-call-now')).toHaveTextContent('Coordinator Hale (Called first)');
  expect(byId('on-call-tonight')).toHaveTextContent('Deputy Ortiz (Stands in)');
  expect(main().querySelector('[data-shift=sh3]')).toHaveTextContent('Called off');
  expect(office.asked('shifts')).toEqual({ from: '2026-02-24', to: '2026-04-07' });
  await showWindow(COORDINATOR, { screen: 'today' }, asCoordinator);
  expect(byId('on-call-now')).toHaveTextContent('Coordinator Hale');
});

test('a_shift_is_entered_every_week_until_a_day_and_swapped_by_an_edit', async () => {
  const { office, user } = await showWindow(COORDINATOR, { screen: 'staff' }, asCoordinator);
  await user.click(byId('add-shift'));
  await user.selectOptions(byId('shift-person'), 's2');
  await user.type(byId('repeat-until'), '2026-03-24');
  await user.click(byId('save-shift'));
  await settle();
  expect(office.asked('record_shift')).toEqual({ form: { staffId: 's2', order: 'first', beginsAt: '2026-03-03T18:00', endsAt: '2026-03-04T06:00' }, repeatUntil: '2026-03-24' });
  await user.click(byId('edit-sh2'));
  await settle();
  expect(document.getElementById('repeat-until')).toBeNull();
  await user.selectOptions(byId('shift-person'), 's2');
  await user.click(byId('save-shift'));
  await settle();
  expect(office.asked('edit_shift')).toEqual({ shiftId: 'sh2', form: { staffId: 's2', order: 'backup', beginsAt: '2026-03-03T18:00', endsAt: '2026-03-04T06:00' }, seen: 'seen-sh2' });
  await user.click(byId('call-off-sh3'));
  await settle();
  expect(office.asked('call_off_shift')).toEqual({ shiftId: 'sh3', off: false, seen: 'seen-sh3' });
});

test('a_call_out_offers_who_is_on_call_first', async () => {
  const { office, user } = await showWindow(COORDINATOR, { screen: 'staff' }, asCoordinator);
  await user.click(byId('add-all-call-outs'));
  await settle();
  const offered = [...byId('who-went').querySelectorAll('option')].map((one) => one.value);
  expect(offered).toEqual(['s2', 's1']);
  await user.type(byId('called-at'), '21:40');
  await user.type(byId('minutes'), '60');
  await user.click(byId('save-work'));
  await settle();
  expect(office.asked('record_call_out')?.form).toMatchObject({ staffId: 's2' });
});

test('access_is_ended_only_after_it_was_said_what_that_means', async () => {
  const { office, user } = await showWindow(COORDINATOR, { screen: 'staff' }, asCoordinator);
  await user.click(byId('person-s2'));
  await settle();
  await user.click(byId('end-access'));
  expect(office.asked('end_staff_access')).toBeUndefined();
  await user.click(byId('end-access-sure'));
  await settle();
  expect(office.asked('end_staff_access')).toEqual({ staffId: 's2', on: '2026-03-03', seen: 'seen-s2' });
});

test('roles_and_access_are_offered_to_the_coordinator_alone', async () => {
  const { user } = await showWindow({}, { screen: 'staff' });
  expect(session.role).toBe('deputy');
  await user.click(byId('person-s2'));
  await settle();
  expect(document.getElementById('add-people')).toBeNull();
  expect(document.getElementById('end-access')).toBeNull();
  expect(byId('add-hours')).toBeVisible();
});

test('who_lacks_a_training_is_said_and_who_came_is_asked_of_sessions_that_were', async () => {
  const { office, user } = await showWindow({}, { screen: 'trainings' });
  expect(main()).toHaveTextContent('Still to come: Deputy Webb');
  expect(document.getElementById('attended-t2')).toBeNull();
  await user.click(byId('attended-t1'));
  await user.click(byId('came-s2'));
  await user.click(byId('save-attended'));
  await settle();
  expect(office.asked('record_attendance')).toEqual({ sessionId: 't1', staffIds: ['s1', 's2'] });
});

test('what_a_survey_said_is_counted_and_a_line_that_is_no_answer_is_refused', async () => {
  const { office, user } = await showWindow(COORDINATOR, { screen: 'surveys' }, asCoordinator);
  expect(byId('answers-y1')).toHaveTextContent(/Were you heard\?: yes7/);
  await user.click(byId('count-y1'));
  await user.type(byId('handed-out'), '10');
  await user.type(byId('returned'), '4');
  await user.type(byId('answers'), 'Were you heard?');
  await user.click(byId('save-count'));
  await settle();
  expect(office.asked('count_survey')).toBeUndefined();
  await user.type(byId('answers'), '; yes; 4');
  await user.click(byId('save-count'));
  await settle();
  expect(office.asked('count_survey')).toMatchObject({ surveyId: 'y1', form: { handedOut: 10, returned: 4, answers: [{ question: 'Were you heard?', answer: 'yes', times: 4 }] } });
});

test('a_month_shows_what_was_held_and_turns_by_key', async () => {
  const { user } = await showWindow(COUNTY, { screen: 'outreach' });
  expect(byId('month-list').querySelectorAll('li')).toHaveLength(2);
  expect(byId('month-list')).toHaveTextContent('Task force');
  expect(byId('month').querySelectorAll('td.held')).toHaveLength(1);
  await user.keyboard('{PageUp}');
  expect(byId('month-title')).toHaveTextContent('February 2026');
  expect(byId('month-list')).toHaveTextContent('High school');
});

test('a_meeting_is_recorded_with_who_was_there_and_what_was_decided', async () => {
  const { office, user } = await showWindow(COUNTY, { screen: 'outreach' });
  await user.click(byId('add-meetings'));
  await user.type(byId('present'), 'R. Hale{Enter}D. Lane');
  await user.type(byId('decisions'), 'Print new cards');
  await user.click(byId('save-meeting'));
  await settle();
  expect(office.asked('record_group_meeting')).toEqual({
    groupId: 'gr1', form: { heldOn: '2026-03-03', present: ['R. Hale', 'D. Lane'], minutes: '', decisions: ['Print new cards'] },
  });
});

test('what_is_out_on_loan_comes_back_and_a_brochure_is_no_loan', async () => {
  const { office, user } = await showWindow(COUNTY, { screen: 'outreach' });
  expect(document.getElementById('returned-ma2')).toBeNull();
  await user.click(byId('returned-ma1'));
  await settle();
  expect(office.asked('return_material')).toEqual({ materialId: 'ma1', on: '2026-03-03' });
});

test('every_list_of_codes_can_be_read_with_its_words', async () => {
  const { user } = await showWindow(COUNTY, { screen: 'policies' });
  await user.selectOptions(byId('list'), 'relationship_stage');
  expect(byId('codes')).toHaveTextContent('active_both_waysActive both ways');
});

test('a_quarter_stands_beside_the_one_before_and_the_arrows_change_it', async () => {
  const { office, user } = await showWindow(COUNTY, { screen: 'counts' });
  expect(main().querySelector("[data-figure='Q1-']")).toHaveTextContent(/People served6148/);
  await user.keyboard('{ArrowLeft}');
  await settle();
  expect(office.calls.filter((call) => call.command === 'counts').map((call) => (call.args.settings as { from: string }).from)).toEqual([
    '2026-01-01', '2025-10-01', '2025-10-01', '2025-07-01',
  ]);
});

test('how_a_figure_was_counted_opens_to_its_rule_and_case_numbers', async () => {
  const { user } = await showWindow(COUNTY, { screen: 'counts' });
  expect(main()).not.toHaveTextContent('RV-26-B7-0004');
  await user.click(byId('how-Q1-'));
  expect(main()).toHaveTextContent('at least one service that the grant pays for');
  expect(main()).toHaveTextContent('RV-26-B7-0004');
});

test('what_the_public_sees_hides_a_few_people', async () => {
  const { office, user } = await showWindow(COUNTY, { screen: 'counts' });
  await user.click(byId('for-public'));
  await settle();
  expect(office.asked('public_counts')).toBeDefined();
  expect(main().querySelector("[data-figure='Q2-']")).toHaveTextContent('hidden');
});

test('what_the_form_says_and_no_record_does_has_words', async () => {
  await showWindow(COUNTY, { screen: 'counts' });
  expect(main().querySelector("[data-figure='Q4A-R09']")).toHaveTextContent('Not reported');
});

test('the_work_of_the_week_and_late_laptops_are_a_picture_with_its_numbers', async () => {
  const { user } = await showWindow(COUNTY);
  expect(byId('week-contacts')).toHaveTextContent('11');
  expect(byId('week-work').querySelectorAll('rect')).toHaveLength(3);
  expect(byId('late-laptops')).toHaveTextContent(/Laptop 0319/);
  expect(byId('late-laptops')).not.toHaveTextContent('Laptop 07');
  await user.click(byId('laptops'));
  await settle();
  expect(main().dataset.screen).toBe('laptops');
});

test('a_laptop_is_shown_no_other_laptop_on_today', async () => {
  const { office } = await showWindow();
  expect(office.asked('laptops')).toBeUndefined();
  expect(document.getElementById('late-laptops')).toBeNull();
});

test('quarters_and_months_are_those_of_the_calendar', () => {
  expect(quarterOf('2026-03-31')).toEqual({ from: '2026-01-01', to: '2026-03-31' });
  expect(quarterOf('2026-01-01', -1)).toEqual({ from: '2025-10-01', to: '2025-12-31' });
  expect(quarterOf('2026-12-05')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  expect(quarterOf('2024-02-29', -8)).toEqual({ from: '2022-01-01', to: '2022-03-31' });
  expect(monthsAfter('2026-01-31', 1)).toBe('2026-02-01');
  expect(monthOf('2026-02-10')).toMatchObject({ before: 0 });
  expect(monthOf('2026-02-10').days).toHaveLength(28);
  expect(instantHere('2026-03-03', '9:00')).toBe('');
});

test('a_group_is_made_with_its_kind_and_shows_who_leads_it', async () => {
  const { office, user } = await showWindow(COUNTY, { screen: 'groups' });
  await user.click(byId('group-gr1'));
  await settle();
  expect(main().querySelector('[data-member=mb1]')).toHaveTextContent(/R\. Hale.*Rural Legal Aid.*Co-chair/s);
  await user.click(byId('add-groups'));
  await user.type(byId('name'), 'Advisory board');
  await user.click(byId('kind-advisory_board'));
  await user.click(byId('save-group'));
  await settle();
  expect(office.asked('create_group')?.form).toEqual({ name: 'Advisory board', kind: 'advisory_board' });
});

test('a_member_joins_for_an_agency_and_who_left_keeps_her_row_with_the_day', async () => {
  const { office, user } = await showWindow(COUNTY, { screen: 'groups' });
  await user.click(byId('group-gr1'));
  await settle();
  await user.click(byId('add-members'));
  await user.type(byId('person'), 'D. Lane');
  await user.selectOptions(byId('partner'), 'p2');
  await user.click(byId('save-member'));
  await settle();
  expect(office.asked('add_group_member')).toEqual({ groupId: 'gr1', form: { person: 'D. Lane', partnerId: 'p2', coChair: false, joinedOn: null, leftOn: null } });
  await user.click(byId('edit-mb1'));
  await user.type(byId('left-on'), '2026-03-01');
  await user.click(byId('save-member'));
  await settle();
  expect(office.asked('edit_group_member')).toMatchObject({ memberId: 'mb1', seen: 'seen-mb1', form: { coChair: true, joinedOn: '2025-01-05', leftOn: '2026-03-01' } });
});

test('what_was_left_or_lent_is_recorded_and_never_to_whom', async () => {
  const { office, user } = await showWindow(COUNTY, { screen: 'outreach' });
  await user.click(byId('add-materials'));
  await user.selectOptions(byId('item'), 'loaned_phone');
  await user.type(byId('place'), 'County desk');
  await user.type(byId('what'), 'No. 5');
  await user.click(byId('save-material'));
  await settle();
  const form = office.asked('record_material')?.form as Record<string, unknown>;
  expect(form).toEqual({ givenOn: '2026-03-03', place: 'County desk', item: 'loaned_phone', what: 'No. 5', language: 'en', quantity: 1 });
});

test('what_was_left_at_an_event_has_its_day_and_place', async () => {
  const { office, user } = await showWindow(COUNTY, { screen: 'outreach' });
  await user.click(byId('add-events'));
  await user.type(byId('place'), 'Library');
  await user.click(byId('add-left'));
  expect(byId('left-0-item').querySelector("option[value='loaned_phone']")).toBeNull();
  await user.type(byId('left-0-quantity'), '40');
  await user.click(byId('save-event'));
  await settle();
  expect(office.asked('record_community_event')?.form).toMatchObject({ materials: [{ givenOn: '2026-03-03', place: 'Library', item: 'brochure', quantity: 40, language: 'en' }] });
});

test('a_needs_assessment_is_kept_with_its_surveys_and_what_was_found', async () => {
  const { office, user } = await showWindow(COORDINATOR, { screen: 'surveys' }, asCoordinator);
  await user.click(byId('edit-as1'));
  await user.type(byId('findings'), ' Ask again.');
  await user.type(byId('ended-on'), '2026-03-02');
  await user.click(byId('save-assessment'));
  await settle();
  expect(office.asked('edit_assessment')).toMatchObject({ assessmentId: 'as1', seen: 'seen-as1', form: { findings: 'No ride after dark. Ask again.', endedOn: '2026-03-02', surveyIds: ['y1'] } });
});

test('needs_assessments_are_kept_by_the_coordinator_alone', async () => {
  await showWindow({}, { screen: 'surveys' });
  expect(main()).toHaveTextContent('What is missing');
  expect(document.getElementById('add-assessments')).toBeNull();
  expect(document.getElementById('edit-as1')).toBeNull();
});

test('what_nobody_has_is_assigned_and_what_was_decided_meanwhile_is_not_written_over', async () => {
  const { office, user } = await showWindow(COORDINATOR, { screen: 'queue' }, asCoordinator);
  expect([...main().querySelectorAll('[data-queue]')].map((one) => one.getAttribute('data-queue'))).toEqual(['nobody', 's2']);
  expect(main()).not.toHaveTextContent('Maria');
  await user.click(byId('assign-f1'));
  await settle();
  expect(office.asked('victim')).toEqual({ victimId: 'v1' });
  expect(document.activeElement).toHaveAttribute('id', 'assigned-to');
  await user.selectOptions(byId('assigned-to'), 's2');
  await user.click(byId('save-assigned'));
  await settle();
  expect(office.asked('assign_follow_up')).toEqual({ followUpId: 'f1', staffId: 's2', seen: 'seen-f1' });
  expect(office.asked('move_follow_up')).toBeUndefined();
  // Somebody closed it meanwhile: there is nothing to assign.
  await user.click(byId('assign-f0'));
  await settle();
  expect(document.getElementById('assigned-to')).toBeNull();
});

test('a_long_queue_is_shown_whole_at_a_click_and_opens_the_case', async () => {
  const { user } = await showWindow(COORDINATOR, { screen: 'queue' }, asCoordinator);
  expect(document.getElementById('case-q16')).toBeNull();
  await user.click(byId('more-queue-rows-s2'));
  await settle();
  await user.click(byId('case-q16'));
  await settle();
  expect(main().dataset.screen).toBe('victim');
});

test('what_a_policy_would_change_is_said_before_it_is_saved', async () => {
  const { office, user } = await showWindow(COORDINATOR, { screen: 'policies' }, asCoordinator);
  await user.click(byId('add-policy'));
  await settle();
  expect(byId('policy-changes')).toHaveTextContent('Nothing changes.');
  await user.clear(byId('verify-after-days'));
  await user.type(byId('verify-after-days'), '14');
  await user.type(byId('identity-months'), '24');
  await settle();
  expect(byId('policy-changes')).toHaveTextContent(/30 14.*from the state pack 24.*time may end by this/s);
  await user.click(byId('save-policy'));
  await settle();
  expect(office.asked('set_policy')).toEqual({ form: { verifyAfterDays: 14, statePack: 'ohio', identityMonths: 24, statisticsMonths: null, callBackPhone: '' }, seen: '' });
});

test('a_state_pack_is_shown_before_it_is_installed', async () => {
  const { office, user } = await showWindow(COORDINATOR, { screen: 'policies' }, asCoordinator);
  office.refuse('check_state_pack', 'state-pack-refused', { field: 'id', flaw: 'missing' });
  await user.click(byId('install-pack'));
  await user.type(byId('pack-file'), '/stick/ohio.json');
  await user.click(byId('save-read-pack'));
  await settle();
  expect(main().querySelector('[role=alert]')).toHaveAttribute('data-code', 'state-pack-refused');
  office.allow('check_state_pack');
  await user.click(byId('save-read-pack'));
  await settle();
  expect(main().querySelector('form [data-pack=ohio]')).toHaveTextContent('To be in court');
  expect(office.asked('install_state_pack')).toBeUndefined();
  await user.click(byId('save-pack'));
  await settle();
  expect(office.asked('install_state_pack')).toEqual({ path: '/stick/ohio.json', seen: '' });
});

test('lists_of_the_office_are_shown_before_they_are_installed', async () => {
  const { office, user } = await showWindow(COORDINATOR, { screen: 'policies' }, asCoordinator);
  await user.click(byId('install-lists'));
  await user.type(byId('lists-file'), '/stick/lists.json');
  await user.click(byId('save-read-lists'));
  await settle();
  expect(main().querySelector('form [data-lists="2"]')).toHaveTextContent(/Ride to the clinic.*Gas card.*not given any more/s);
  expect(office.asked('install_own_lists')).toBeUndefined();
  await user.click(byId('save-lists'));
  await settle();
  expect(office.asked('install_own_lists')).toEqual({ path: '/stick/lists.json', seen: '' });
});

test('the_county_decides_and_its_coordinator', async () => {
  await showWindow({}, { screen: 'policies' });
  expect(document.getElementById('add-policy')).toBeNull();
  expect(document.getElementById('install-pack')).toBeNull();
  expect(document.getElementById('install-lists')).toBeNull();
});

test('where_the_office_has_zones_they_are_chosen_and_what_stood_there_may_stay', async () => {
  const { office, user } = await showWindow({}, { screen: 'new-victim' }, (shown) => (shown.zones = ['Elm Creek', 'Oak Flat']));
  const zone = byId('zone');
  expect(zone.tagName).toBe('SELECT');
  expect([...zone.querySelectorAll('option')].map((one) => one.value)).toEqual(['', 'Elm Creek', 'Oak Flat']);
  await user.type(byId('given-name'), 'Ana');
  await user.selectOptions(zone, 'Oak Flat');
  await user.click(byId('save'));
  await settle();
  expect(office.asked('create_victim')).toMatchObject({ form: { zone: 'Oak Flat' } });
});

test('records_whose_zone_is_on_no_list_are_named_with_the_lists', async () => {
  await showWindow(COORDINATOR, { screen: 'policies' }, (shown) => {
    asCoordinator(shown);
    shown.zones = ['Elm Creek'];
  });
  expect(byId('other-zones')).toHaveTextContent('2 records');
  expect(byId('other-zones')).toHaveTextContent('RV-26-B7-0004');
  await showWindow(COORDINATOR, { screen: 'policies' }, asCoordinator);
  expect(document.getElementById('other-zones')).toBeNull();
});
