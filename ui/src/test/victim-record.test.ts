import { expect, test } from 'vitest';
import { byId, main, settle, showWindow } from './show';

const PLACE = { screen: 'victim', victimId: 'v1' } as const;

function pane(id: string): HTMLElement {
  const node = main().querySelector<HTMLElement>(`[data-pane='${id}']`);
  if (!node) throw new Error(`no pane ${id}`);
  return node;
}

test('an_incident_tells_what_it_was_for_her_and_nothing_that_nobody_asked', async () => {
  await showWindow({}, PLACE);
  expect(pane('incidents')).toHaveTextContent('Domestic or family violence, Stalking or harassment');
  expect(pane('incidents')).toHaveTextContent('Strangulation reported');
  expect(pane('incidents')).toHaveTextContent('Arrest? Yes');
  expect(pane('incidents')).not.toHaveTextContent('Children there?');
});

test('an_incident_is_recorded_with_her_part_and_what_nobody_asked_stays_not_asked', async () => {
  const { office, user } = await showWindow({}, PLACE);
  await user.click(byId('add-incidents'));
  await user.click(byId('victimization-V10'));
  await user.click(byId('save-incident'));
  await settle();
  expect(office.asked('record_incident')).toMatchObject({
    victimId: 'v1', form: { arrest: 'not_asked', reportingOfficer: null, part: { role: 'primary', victimization: ['V10'], strangulationReported: 'not_asked' } },
  });
});

test('an_incident_and_her_part_in_it_go_back_each_with_what_its_form_showed', async () => {
  const { office, user } = await showWindow({}, PLACE);
  await user.click(byId('edit-incident-i1'));
  await user.selectOptions(byId('in-custody'), 'yes');
  await user.click(byId('save-incident'));
  await settle();
  expect(office.asked('edit_incident')).toMatchObject({ incidentId: 'i1', form: { inCustody: 'yes', arrest: 'yes' }, seen: 'seen-i1' });
  await user.click(byId('edit-part-i1'));
  await user.click(byId('victimization-V22'));
  await user.click(byId('save-incident'));
  await settle();
  expect(office.asked('edit_incident_part')).toMatchObject({ partId: 'q1', part: { victimization: ['V10'], offenderRelation: 'ex' }, seen: 'seen-q1' });
});

test('a_dated_answer_is_added_to_an_incident', async () => {
  const { office, user } = await showWindow({}, PLACE);
  await user.click(byId('add-fact-i1'));
  await user.selectOptions(byId('fact'), 'transport_given');
  await user.click(byId('save-incident'));
  await settle();
  expect(office.asked('add_incident_fact')).toEqual({
    victimId: 'v1', incidentId: 'i1', form: { fact: 'transport_given', answer: 'yes', answeredOn: '2026-03-03', agency: '' },
  });
});

test('a_service_that_could_not_be_had_says_why', async () => {
  const { office, user } = await showWindow({}, PLACE);
  await user.click(byId('add-services'));
  await user.selectOptions(byId('item'), 'D1');
  expect(document.getElementById('reason')).toBeNull();
  await user.click(byId('outcome-unmet'));
  await user.selectOptions(byId('reason'), 'provider_full');
  await user.type(byId('minutes'), 'ten');
  await user.click(byId('save-service'));
  await settle();
  expect(office.asked('record_service')).toBeUndefined();
  await user.clear(byId('minutes'));
  await user.type(byId('minutes'), '10');
  await user.click(byId('save-service'));
  await settle();
  expect(office.asked('record_service')?.form).toMatchObject({ victimId: 'v1', item: 'D1', localItem: null, outcome: 'unmet', reason: 'provider_full', minutes: 10, quantity: null });
});

test('the_offices_own_service_is_offered_until_it_is_retired_and_may_be_somebody_elses_work', async () => {
  const { office, user } = await showWindow({}, PLACE);
  await user.click(byId('add-services'));
  await settle();
  const offered = [...byId('local-item').querySelectorAll('option')].map((one) => one.textContent);
  expect(offered).toContain('Ride to the clinic');
  expect(offered).not.toContain('Gas card');
  await user.selectOptions(byId('local-item'), 'clinic_ride');
  await user.selectOptions(byId('staff-id'), 's2');
  await user.click(byId('save-service'));
  await settle();
  expect(office.asked('record_service')?.form).toMatchObject({ item: '', localItem: 'clinic_ride', staffId: 's2' });
});

test('a_screen_that_was_not_done_is_not_low_and_says_why', async () => {
  const { office, user } = await showWindow({}, PLACE);
  expect(pane('screens')).toHaveTextContent('Not done');
  expect(pane('screens')).not.toHaveTextContent('Not screened in');
  await user.click(byId('add-screens'));
  await settle();
  await user.selectOptions(byId('not-done-reason'), 'not_safe_to_ask');
  await user.click(byId('save-screen'));
  await settle();
  expect(office.asked('record_risk_screen')?.form).toMatchObject({ instrument: 'demo_safety_talk', answers: {}, notDoneReason: 'not_safe_to_ask' });
});

test('the_answers_of_a_screen_go_out_and_what_the_instrument_says_stays_on_the_page', async () => {
  const { office, user } = await showWindow({}, PLACE);
  await user.click(byId('add-screens'));
  await settle();
  await user.click(byId('answer-1-yes'));
  expect(document.getElementById('not-done-reason')).toBeNull();
  await user.click(byId('save-screen'));
  await settle();
  expect(office.asked('record_risk_screen')).toMatchObject({ form: { answers: { 1: 'yes' }, notDoneReason: null, officerBelieves: false }, language: 'en' });
  expect(byId('screened')).toHaveTextContent('Tell her of the hotline.');
  expect(byId('screened')).not.toHaveClass('ok');
});

test('a_follow_up_by_policy_brings_what_happened_to_her', async () => {
  const { office, user } = await showWindow({}, PLACE);
  expect(pane('next-steps')).toHaveTextContent('not by Phone');
  await user.click(byId('add-next-steps'));
  await user.selectOptions(byId('strangulation'), 'yes');
  await user.click(byId('save-plan'));
  await settle();
  expect(office.asked('plan_follow_up')?.form).toEqual({ victimId: 'v1', policy: 'after_report', types: ['V10', 'V22'], strangulation: 'yes', courtOn: null });
});

test('the_rights_to_ask_for_are_those_of_the_pack_that_holds', async () => {
  const { office, user } = await showWindow({}, PLACE);
  await user.click(byId('add-rights'));
  await settle();
  expect(document.getElementById('rights-requested-be_informed')).toBeNull();
  await user.click(byId('rights-requested-be_present'));
  await user.click(byId('save-rights'));
  await settle();
  expect(office.asked('give_notice')?.form).toMatchObject({ item: 'state_card', language: 'es', givenOn: '2026-03-03', rightsRequested: ['be_present'], incidentId: null });
});

test('an_order_of_protection_goes_back_with_what_its_row_showed', async () => {
  const { office, user } = await showWindow({}, PLACE);
  await user.click(byId('edit-order-o1'));
  await user.selectOptions(byId('served'), 'yes');
  await user.click(byId('save-order-of-protection'));
  await settle();
  expect(office.asked('edit_protection_order')).toEqual({ orderId: 'o1', form: { incidentId: 'i1', explained: 'yes', served: 'yes', expiresOn: '2026-08-12' }, seen: 'seen-o1' });
});

test('a_day_in_court_is_moved_with_what_its_row_showed', async () => {
  const { office, user } = await showWindow({}, PLACE);
  expect(pane('court')).toHaveTextContent('Trial');
  await user.click(byId('edit-court-d1'));
  await user.clear(byId('held-on'));
  await user.type(byId('held-on'), '2026-03-24');
  await user.click(byId('save-day-in-court'));
  await settle();
  expect(office.asked('edit_court_date')).toEqual({
    courtDateId: 'd1', form: { incidentId: 'i1', event: 'trial', heldOn: '2026-03-24', heldAt: '09:30', place: 'District Court', state: 'planned' }, seen: 'seen-d1',
  });
});

test('what_cannot_stay_confidential_is_told_in_one_press_and_only_where_it_is_due', async () => {
  await showWindow({}, PLACE);
  expect(document.getElementById('role-disclosed')).toBeNull();
  const { office, user } = await showWindow({}, { screen: 'victim', victimId: 'v3' });
  await user.click(byId('role-disclosed'));
  await settle();
  expect(office.asked('give_notice')).toEqual({ victimId: 'v3', form: { item: 'role_disclosure', language: 'es', howGiven: 'verbal', givenOn: '2026-03-03' } });
});

test('a_phone_that_is_not_safe_for_custody_notices_is_said_in_red', async () => {
  await showWindow({}, PLACE);
  expect(pane('custody').querySelector('.danger')).toHaveTextContent('Calls to this phone can harm her');
});

test('a_court_order_is_announced_before_anything_is_told_under_it', async () => {
  const { office, user } = await showWindow({}, PLACE);
  expect(document.getElementById('tell-under-order')).toBeNull();
  await user.click(byId('add-told'));
  await user.type(byId('order'), 'Subpoena 12');
  await user.click(byId('save-order'));
  await settle();
  expect(office.asked('announce_order')).toEqual({ victimId: 'v1', order: 'Subpoena 12' });
});

test('a_paper_that_is_out_with_an_old_number_says_so_and_moves_on', async () => {
  const { office, user } = await showWindow({}, PLACE);
  expect(pane('papers')).toHaveTextContent('Old number of County Clinic');
  await user.click(byId('paper-destroyed-w1'));
  await settle();
  expect(office.asked('move_paper')).toEqual({ letterId: 'w1', state: 'destroyed', safeToCarry: '', nameAsReleased: '', seen: 'seen-w1' });
});

test('j_and_k_walk_the_timeline_and_a_digit_goes_to_a_pane', async () => {
  const { user } = await showWindow({}, PLACE);
  await user.keyboard('jj');
  expect(document.activeElement).toHaveAttribute('data-entry', 't2');
  await user.keyboard('k');
  expect(document.activeElement).toHaveAttribute('data-entry', 't1');
  await user.keyboard('3');
  expect(document.activeElement).toHaveAttribute('id', 'add-screens');
  await user.keyboard('e');
  await settle();
  expect(byId('instrument')).toBeVisible();
});

test('e_edits_what_is_said_about_her_where_no_pane_has_the_focus', async () => {
  const { user } = await showWindow({}, PLACE);
  await user.keyboard('e');
  await settle();
  expect(byId('save-about')).toBeVisible();
});

test('one_form_of_the_page_is_open_at_a_time', async () => {
  const { user } = await showWindow({}, PLACE);
  await user.click(byId('add-services'));
  await user.click(byId('add-incidents'));
  expect(document.getElementById('save-service')).toBeNull();
  expect(byId('save-incident')).toBeVisible();
});
