// Before she is told something or met, and before anybody is told about her.
import { expect, test } from 'vitest';
import { byId, main, settle, showWindow } from './show';

const VICTIM = { screen: 'victim', victimId: 'v1' } as const;
const LOG = { screen: 'log-contact', victimId: 'v1' } as const;

test('which_ways_may_be_used_is_said_with_the_conditions_before_one_is_chosen', async () => {
  const { office, user } = await showWindow({}, LOG);
  expect(office.asked('contact_gate')).toEqual({ victimId: 'v1' });
  expect(byId('safe-contact').compareDocumentPosition(byId('way')) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  expect(byId('way')).toHaveTextContent('555-0188');
  expect(byId('way')).toHaveTextContent('9 to 11 am · say “the library”');
  expect(document.getElementById('way-m2')).toBeNull();
  await user.click(byId('channel-phone'));
  expect(byId('way-m2')).toBeDisabled();
  expect(byId('way')).toHaveTextContent('…41');
  expect(byId(byId('way-m2').getAttribute('aria-describedby') ?? '')).toHaveTextContent('Not safe · He reads her calls');
});

test('a_contact_says_which_way_was_used_whether_she_was_asked_again_and_when_to_call', async () => {
  const { office, user } = await showWindow({}, LOG);
  await user.click(byId('way-m1'));
  expect(byId('code-word-m1')).toBeVisible();
  await user.selectOptions(byId('safe-check-reasked'), 'declined');
  await user.click(byId('outcome-reached_talked'));
  await user.click(byId('next-pick'));
  await user.type(byId('next-at'), '9:30');
  await user.click(byId('save'));
  await settle();
  expect(office.asked('record_attempt')).toBeUndefined();
  expect(document.activeElement).toHaveAttribute('role', 'alert');
  await user.type(byId('next-follow-up-on'), '2026-03-05');
  await user.clear(byId('next-at'));
  await user.type(byId('next-at'), 'noon');
  await user.click(byId('save'));
  await settle();
  expect(office.asked('record_attempt')).toBeUndefined();
  await user.clear(byId('next-at'));
  await user.type(byId('next-at'), '9:30');
  await user.click(byId('save'));
  await settle();
  expect(office.asked('record_attempt')).toMatchObject({
    form: { victimId: 'v1', channel: 'text', nextFollowUpOn: null }, details: { contactMethodId: 'm1', safeCheckReasked: 'declined' }, draft: { form: 'log-contact', about: 'v1' },
  });
  expect(office.asked('record_attempt')).toHaveProperty('details.nextAt', expect.stringMatching(/^2026-03-05T09:30:00[+-]\d{2}:\d{2}$/));
  expect(main().dataset.screen).toBe('today');
});

test('another_channel_lets_go_of_the_way_that_was_chosen', async () => {
  const { office, user } = await showWindow({}, LOG);
  await user.click(byId('way-m1'));
  await user.click(byId('channel-in_person'));
  await user.click(byId('outcome-reached_talked'));
  await user.click(byId('save'));
  await settle();
  expect(office.asked('record_attempt')).toMatchObject({ form: { channel: 'in_person' }, details: { contactMethodId: null, safeCheckReasked: null, nextAt: null } });
});

test('a_draft_brings_the_way_back_only_while_it_may_be_used', async () => {
  const draft = (way: string, channel: string) => ({ form: 'log-contact', about: 'v1', caseNumber: null, content: JSON.stringify({ victimId: 'v1', channel, way, note: 'She asked' }), keptAt: '2026-03-03T14:02:00-07:00' });
  const { office } = await showWindow({}, LOG, (made) => void (made.drafts = [draft('m1', 'text')]));
  expect(byId('way-m1')).toBeChecked();
  expect(byId('note')).toHaveValue('She asked');
  expect(office.asked('record_attempt')).toBeUndefined();
});

test('a_draft_does_not_bring_back_a_way_that_may_not_be_used', async () => {
  const content = JSON.stringify({ victimId: 'v1', channel: 'phone', way: 'm2', note: 'She asked' });
  await showWindow({}, LOG, (made) => void (made.drafts = [{ form: 'log-contact', about: 'v1', caseNumber: null, content, keptAt: '2026-03-03T14:02:00-07:00' }]));
  expect(byId('note')).toHaveValue('She asked');
  expect(byId('way-m2')).not.toBeChecked();
});

test('what_follows_from_a_contact_is_said_where_somebody_has_to_decide', async () => {
  const { office, user } = await showWindow({}, LOG);
  await user.click(byId('outcome-reached_declined'));
  await user.click(byId('save'));
  await settle();
  expect(byId('status')).toHaveTextContent('Saved 14:03');
  expect(byId('what-follows')).toHaveTextContent('She wants no more contact.');
  expect(byId('what-follows')).toHaveTextContent('Try another way');
  expect(document.activeElement).toBe(byId('what-follows'));
  expect(office.drafts).toHaveLength(0);
  await user.click(byId('open-her'));
  await settle();
  expect(main().dataset.screen).toBe('victim');
});

test('whether_an_agency_may_be_told_is_answered_with_its_limits_and_only_for_what_was_asked', async () => {
  const { office, user } = await showWindow({}, VICTIM);
  await user.click(byId('may-be-told'));
  await settle();
  await user.click(byId('asked-items-need'));
  await user.click(byId('save-may-be-told'));
  await settle();
  expect(office.asked('share_list')).toEqual({ partnerId: 'p1', items: ['name', 'need'], way: null });
  expect(byId('may-be-told-answer').dataset.answer).toBe('yes');
  expect(byId('may-be-told-answer')).toHaveTextContent('Only by: Phone');
  expect(byId('may-be-told-answer')).toHaveTextContent('Not to be told: Where I work.');
  await user.selectOptions(byId('asked-agency'), 'p2');
  expect(document.getElementById('may-be-told-answer')).toBeNull();
  await user.selectOptions(byId('asked-way'), 'phone');
  await user.click(byId('save-may-be-told'));
  await settle();
  expect(office.asked('share_list')).toEqual({ partnerId: 'p2', items: ['name', 'need'], way: 'phone' });
  expect(byId('may-be-told-answer').dataset.answer).toBe('no');
  expect(byId('may-be-told-answer')).toHaveTextContent('Run out');
  await user.selectOptions(byId('asked-agency'), 'p3');
  await user.click(byId('save-may-be-told'));
  await settle();
  expect(byId('may-be-told-answer')).toHaveTextContent('No release');
});

test('what_exists_about_her_is_read_when_it_is_asked_for_and_says_kinds_and_numbers', async () => {
  const { office, user } = await showWindow({}, VICTIM);
  expect(office.asked('what_exists')).toBeUndefined();
  await user.click(byId('add-exists'));
  await settle();
  expect(office.calls.filter((call) => call.command === 'what_exists').map((call) => call.args)).toEqual([{ victimId: 'v1' }]);
  expect(byId('exists')).toHaveTextContent('2 × a way to reach her');
  expect(byId('exists')).toHaveTextContent('A code word was agreed with her.');
  expect(byId('exists')).toHaveTextContent('Legal hold');
  expect(byId('exists')).not.toHaveTextContent('555-0188');
});

test('numbers_told_by_voice_are_kept_once_where_no_paper_is_safe', async () => {
  const { office, user } = await showWindow({}, { screen: 'letter', victimId: 'v1', referralIds: ['r1', 'r2'] });
  expect(document.getElementById('told-by-voice')).toBeNull();
  await user.click(byId('safe-to-carry-no'));
  await settle();
  await user.click(byId('told-by-voice'));
  await settle();
  expect(office.asked('told_by_voice')).toEqual({ victimId: 'v1', referralIds: ['r1', 'r2'], language: 'es' });
  expect(byId('told')).toBeVisible();
  expect(document.getElementById('told-by-voice')).toBeNull();
});

test('somebody_who_gave_no_name_is_a_contact_of_a_period_and_no_person', async () => {
  const { office, user } = await showWindow({}, { screen: 'anonymous' });
  const asked = office.asked('anonymous_contacts') as { from: string; to: string };
  expect(asked.from).toMatch(/-(01|04|07|10)-01$/);
  expect(main()).toHaveTextContent('Hotline/crisis line counseling');
  await user.click(byId('add-anonymous'));
  expect(document.getElementById('incident-id')).toBeNull();
  await user.selectOptions(byId('item'), 'C2');
  await user.click(byId('victimization-V22'));
  await user.click(byId('save-service'));
  await settle();
  expect(office.asked('record_service')?.form).toMatchObject({ victimId: null, incidentId: null, item: 'C2', anonymousContact: true, victimization: ['V22'] });
  await user.clear(byId('from'));
  await user.type(byId('from'), '2025-10-01');
  await user.click(byId('show'));
  await settle();
  expect(office.asked('anonymous_contacts')).toMatchObject({ from: '2025-10-01' });
  await user.click(byId('hide-service-e9'));
  await settle();
  expect(office.asked('hide_record')).toEqual({ record: 'service_event', id: 'e9', seen: 'seen-e9' });
});

test('a_service_of_a_victim_is_no_anonymous_contact', async () => {
  const { office, user } = await showWindow({}, VICTIM);
  await user.click(byId('add-services'));
  await user.selectOptions(byId('item'), 'C2');
  await user.click(byId('save-service'));
  await settle();
  expect(office.asked('record_service')?.form).toMatchObject({ victimId: 'v1', anonymousContact: false, victimization: [] });
});

test('who_was_called_out_stands_there_until_a_person_is_opened', async () => {
  const { user } = await showWindow({}, { screen: 'staff' });
  expect(main().querySelector('[data-pane=all-call-outs]')).toHaveTextContent('Deputy Webb');
  expect(main()).toHaveTextContent('there in 35 min');
  await user.click(byId('person-s2'));
  await settle();
  expect(main().querySelector('[data-pane=all-call-outs]')).toBeNull();
});
