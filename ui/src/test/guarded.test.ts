// Who a victim is, what guards her record, and how she may be reached.
import { expect, test, vi } from 'vitest';
import { byId, main, settle, showWindow } from './show';

const PLACE = { screen: 'victim', victimId: 'v1' } as const;
const GUARDED = { screen: 'victim', victimId: 'v2' } as const;

function pane(id: string): HTMLElement {
  const node = main().querySelector<HTMLElement>(`[data-pane='${id}']`);
  if (!node) throw new Error(`no pane ${id}`);
  return node;
}

test('not_asked_declined_and_not_known_are_three_answers_and_each_stands_alone', async () => {
  const { office, user } = await showWindow({}, PLACE);
  await user.click(byId('add-facts'));
  expect(byId('race-ethnicity-not_asked')).toBeChecked();
  await user.click(byId('race-ethnicity-R04'));
  await user.click(byId('race-ethnicity-R06'));
  expect(byId('race-ethnicity-not_asked')).not.toBeChecked();
  await user.click(byId('race-ethnicity-declined'));
  expect(byId('race-ethnicity-R04')).not.toBeChecked();
  await user.click(byId('special-classes-S3'));
  await user.click(byId('special-classes-S3'));
  expect(byId('special-classes-not_asked')).toBeChecked();
  await user.selectOptions(byId('gender'), 'unknown');
  await user.click(byId('save-facts'));
  await settle();
  expect(office.asked('set_victim_facts')).toMatchObject({
    victimId: 'v1', seen: 'seen-record',
    facts: { raceEthnicity: ['declined'], specialClasses: [], gender: 'unknown', minor: 'not_asked', interpreterNeed: 'not_asked', birthDate: null, ageAtIncident: null, ageBand: '' },
  });
});

test('facts_that_are_refused_stay_on_the_form_as_they_were_typed', async () => {
  const { office, user } = await showWindow({}, PLACE);
  office.refuse('set_victim_facts', 'answers-exclude', { field: 'age_at_incident', other: 'age_band' });
  await user.click(byId('add-facts'));
  await user.type(byId('age-at-incident'), 'forty');
  await user.click(byId('save-facts'));
  await settle();
  expect(office.asked('set_victim_facts')).toBeUndefined();
  await user.clear(byId('age-at-incident'));
  await user.type(byId('age-at-incident'), '40');
  await user.selectOptions(byId('age-band'), 'AGE4');
  await user.click(byId('save-facts'));
  await settle();
  expect(office.asked('set_victim_facts')).toMatchObject({ facts: { ageAtIncident: 40, ageBand: 'AGE4' } });
  expect(pane('facts').querySelector('[role=alert]')).toHaveAttribute('data-code', 'answers-exclude');
  expect(byId('age-at-incident')).toHaveValue('40');
});

test('what_was_said_of_her_is_shown_and_what_the_grant_still_lacks_is_named', async () => {
  await showWindow({}, GUARDED);
  expect(pane('facts')).toHaveTextContent('Hispanic or Latino, White');
  expect(pane('facts')).toHaveTextContent('Declined to say');
  expect(pane('facts')).toHaveTextContent('A minor?Yes');
  expect(pane('facts')).toHaveTextContent('Two versions');
  expect(document.getElementById('facts-missing')).toBeNull();
});

test('what_nobody_asked_for_the_grant_is_named_and_a_guardian_is_asked_for_where_she_is_a_minor', async () => {
  const { office, user } = await showWindow({}, PLACE);
  expect(byId('facts-missing')).toHaveTextContent('Not asked yet: Born on, Race or ethnicity, as she said, Gender, Groups the grant asks about');
  await user.click(byId('add-facts'));
  expect(document.getElementById('guardian')).toBeNull();
  await user.selectOptions(byId('minor'), 'yes');
  await user.type(byId('guardian'), 'Her aunt');
  await user.click(byId('add-name'));
  await user.type(byId('other-name-0'), 'Lola');
  await user.click(byId('add-name'));
  await user.click(byId('save-facts'));
  await settle();
  expect(office.asked('set_victim_facts')).toMatchObject({ facts: { minor: 'yes', guardian: 'Her aunt', otherNames: [{ kind: 'chosen', name: 'Lola' }] } });
});

test('her_street_is_on_no_page_and_only_in_the_form', async () => {
  const { office, user } = await showWindow({}, GUARDED);
  expect(main()).not.toHaveTextContent('14 Mill Road');
  expect(byId('street-kept')).toHaveTextContent('Order 77');
  expect(pane('address')).toHaveTextContent('has run out');
  office.refuse('set_address_protection', 'protected-address');
  await user.click(byId('add-address'));
  expect(byId('real-address')).toHaveValue('14 Mill Road');
  await user.clear(byId('real-address-need'));
  await user.click(byId('save-address'));
  await settle();
  expect(office.asked('set_address_protection')).toEqual({
    victimId: 'v2', seen: 'seen-record',
    form: { acp: 'yes', substituteAddress: 'PO Box 9', cardNumber: '', expiresOn: '2026-01-31', realAddress: '14 Mill Road', legalNeed: '' },
  });
  expect(byId('real-address')).toHaveValue('14 Mill Road');
  expect(pane('address').querySelector('[role=alert]')).toHaveAttribute('data-code', 'protected-address');
});

test('what_she_is_to_another_victim_is_written_and_leads_there', async () => {
  const { office, user } = await showWindow({}, GUARDED);
  expect(pane('relations')).toHaveTextContent('Record not here yet');
  await user.click(byId('add-relations'));
  await user.click(byId('save-relation'));
  await settle();
  expect(office.asked('relate_victims')).toBeUndefined();
  await user.type(byId('who'), 'bird{Enter}');
  await settle();
  await user.selectOptions(byId('relation'), 'household');
  await user.click(byId('save-relation'));
  await settle();
  expect(office.asked('relate_victims')).toEqual({ victimId: 'v2', toId: 'v4', relation: 'household' });
  await user.click(byId('relation-v1'));
  await settle();
  expect(office.asked('victim')).toEqual({ victimId: 'v1' });
});

test('what_she_is_to_another_is_taken_back_with_what_the_page_showed', async () => {
  const { office, user } = await showWindow({}, GUARDED);
  await user.click(byId('unrelate-v9-household'));
  await settle();
  expect(office.asked('unrelate_victims')).toEqual({ victimId: 'v2', toId: 'v9', relation: 'household', seen: 'seen-record' });
});

test('somebody_else_is_put_in_her_incident_with_a_part_of_her_own', async () => {
  const { office, user } = await showWindow({}, PLACE);
  await user.click(byId('join-i1'));
  expect(byId('victimization-V10')).not.toBeChecked();
  await user.type(byId('who'), 'bird{Enter}');
  await settle();
  await user.selectOptions(byId('role'), 'witness');
  await user.click(byId('victimization-V07'));
  await user.click(byId('save-incident'));
  await settle();
  expect(office.asked('join_incident')).toMatchObject({ victimId: 'v4', incidentId: 'i1', part: { role: 'witness', victimization: ['V07'], strangulationReported: 'not_asked' } });
});

test('who_may_have_her_record_is_said_with_what_it_means', async () => {
  const { office, user } = await showWindow({}, PLACE);
  expect(byId('classification-is')).toHaveTextContent('Every laptop of the office.');
  await user.click(byId('add-access'));
  await user.keyboard('3');
  await user.click(byId('save-access'));
  await settle();
  expect(office.asked('classify_victim')).toEqual({ victimId: 'v1', classification: 'sealed', seen: 'seen-record' });
});

test('somebody_who_works_here_is_named_for_her_once_and_taken_off_again', async () => {
  const { office, user } = await showWindow({}, GUARDED);
  expect(pane('access')).toHaveTextContent('Deputy Webb');
  await user.click(byId('name-person'));
  await settle();
  expect([...byId<HTMLSelectElement>('named-staff').options].map((option) => option.value)).toEqual(['s2']);
  await user.click(byId('save-name'));
  await settle();
  expect(office.asked('name_for_victim')).toEqual({ victimId: 'v2', staffId: 's2' });
  await user.click(byId('no-longer-s1'));
  await settle();
  expect(office.asked('no_longer_name_for_victim')).toEqual({ victimId: 'v2', staffId: 's1', seen: 'seen-record' });
});

test('a_hold_on_an_incident_says_whom_it_keeps_and_asks_who_asked', async () => {
  const { office, user } = await showWindow({}, PLACE);
  await user.click(byId('hold-i1'));
  expect(pane('incidents')).toHaveTextContent('nothing of anybody in this incident is erased');
  await user.type(byId('legal-hold-reason'), 'Prosecutor Day');
  await user.click(byId('save-hold'));
  await settle();
  expect(office.asked('hold_incident')).toEqual({ incidentId: 'i1', on: true, reason: 'Prosecutor Day', seen: 'seen-i1' });
});

test('a_legal_hold_is_put_on_and_lifted_with_who_asked_for_it', async () => {
  const { office, user } = await showWindow({}, PLACE);
  office.refuse('hold_records', 'reason-required', { field: 'legal_hold_reason' });
  await user.click(byId('hold'));
  await user.click(byId('save-hold'));
  await settle();
  expect(pane('access').querySelector('[role=alert]')).toHaveAttribute('data-code', 'reason-required');
  office.allow('hold_records');
  await user.type(byId('legal-hold-reason'), 'Prosecutor Day');
  await user.click(byId('save-hold'));
  await settle();
  expect(office.asked('hold_records')).toEqual({ victimId: 'v1', on: true, reason: 'Prosecutor Day', seen: 'seen-record' });
});

test('a_hold_that_is_on_says_who_asked_and_is_lifted', async () => {
  const { office, user } = await showWindow({}, GUARDED);
  expect(byId('hold-is-on')).toHaveTextContent('Prosecutor Day');
  await user.click(byId('hold'));
  await user.type(byId('legal-hold-reason'), 'Court, 2 March');
  await user.click(byId('save-hold'));
  await settle();
  expect(office.asked('hold_records')).toEqual({ victimId: 'v2', on: false, reason: 'Court, 2 March', seen: 'seen-record' });
});

test('she_was_asked_again_and_what_she_said_goes_back_with_what_the_row_showed', async () => {
  const { office, user } = await showWindow({}, PLACE);
  expect(main().querySelector('[data-method=m2]')).toHaveTextContent('Ask again what is safe');
  await user.click(byId('ask-again-m1'));
  expect(byId('method-said-with_conditions')).toBeChecked();
  await user.keyboard('1');
  await user.click(byId('save-said'));
  await settle();
  expect(office.asked('check_contact_method')).toEqual({ contactMethodId: 'm1', safe: 'no', seen: 'seen-by-this-form' });
});

test('the_conditions_of_a_way_are_written_and_an_empty_code_word_keeps_the_one_that_stands', async () => {
  const { office, user } = await showWindow({}, PLACE);
  await user.click(byId('conditions-m2'));
  expect(byId('who-may-answer')).toHaveValue('her sister');
  await user.selectOptions(byId('envelope'), 'hold_for_pickup');
  await user.selectOptions(byId('monitored-device'), 'declined');
  await user.click(byId('save-conditions'));
  await settle();
  expect(office.asked('set_safety_details')).toEqual({
    contactMethodId: 'm2', seen: 'seen-m2',
    details: { whoMayAnswer: 'her sister', codeWord: '', envelope: 'hold_for_pickup', languageRelay: '', monitoredDevice: 'declined' },
  });
  await user.click(byId('conditions-m1'));
  expect(byId('code-word-new')).toHaveValue('');
  expect(main()).not.toHaveTextContent('blue kettle');
});

test('the_code_word_is_shown_only_until_the_key_is_let_go', async () => {
  const { office, user } = await showWindow({}, PLACE);
  byId('code-word-m1').focus();
  await user.keyboard('{Enter>3}');
  await settle();
  expect(byId('code-word')).toHaveTextContent('blue kettle');
  expect(office.calls.filter((call) => call.command === 'reveal_code_word')).toHaveLength(1);
  await user.keyboard('{/Enter}');
  await settle();
  expect(document.getElementById('code-word')).toBeNull();
});

test('the_code_word_goes_by_itself_after_ten_seconds_and_never_comes_to_who_let_go', async () => {
  const { office, user } = await showWindow({}, PLACE);
  await user.pointer({ keys: '[MouseLeft]', target: byId('code-word-m1') });
  await settle();
  expect(office.asked('reveal_code_word')).toEqual({ contactMethodId: 'm1' });
  expect(document.getElementById('code-word')).toBeNull();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    byId('code-word-m1').click();
    await vi.advanceTimersByTimeAsync(9_900);
    expect(byId('code-word')).toHaveTextContent('blue kettle');
    await vi.advanceTimersByTimeAsync(200);
    expect(document.getElementById('code-word')).toBeNull();
    byId('code-word-m1').click();
    await vi.advanceTimersByTimeAsync(100);
    expect(byId('code-word')).toBeVisible();
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F12' }));
    await vi.advanceTimersByTimeAsync(1);
    expect(document.getElementById('code-word')).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});
