import { expect, test, vi } from 'vitest';
import { byId, main, settle, showWindow } from './show';

test('an_edit_goes_back_with_what_the_form_showed', async () => {
  const { office, user } = await showWindow({}, { screen: 'victim', victimId: 'v1' });
  await user.click(byId('edit-method-m1'));
  await settle();
  await user.clear(byId('method-value'));
  await user.type(byId('method-value'), '555-0199');
  await user.click(byId('save-method'));
  await settle();
  expect(office.asked('edit_contact_method')).toMatchObject({ contactMethodId: 'm1', seen: 'seen-by-this-form', form: { value: '555-0199', channel: 'text' } });
});

test('do_not_contact_is_marked_with_a_reason_only', async () => {
  const { office, user } = await showWindow({}, { screen: 'victim', victimId: 'v1' });
  await user.click(byId('do-not-contact'));
  expect(office.asked('forbid_contact')).toBeUndefined();
  await user.type(byId('do-not-contact-reason'), 'She asked us not to');
  await user.click(byId('save-do-not-contact'));
  await settle();
  expect(office.asked('forbid_contact')).toEqual({ victimId: 'v1', reason: 'She asked us not to', seen: '7:1' });
});

test('a_mark_do_not_contact_says_why_and_is_taken_back_with_what_the_page_showed', async () => {
  const { office, user } = await showWindow({}, { screen: 'victim', victimId: 'v3' });
  expect(main()).toHaveTextContent('She asked us not to');
  await user.click(byId('allow-contact'));
  await settle();
  expect(office.asked('allow_contact')).toEqual({ victimId: 'v3', seen: '7:1' });
});

test('a_number_that_may_not_be_used_is_whole_only_in_the_form_that_corrects_it', async () => {
  const { office, user } = await showWindow({}, { screen: 'victim', victimId: 'v1' });
  expect(main()).toHaveTextContent('…41');
  expect(main()).toHaveTextContent('Not safe');
  expect(main()).not.toHaveTextContent('555-0141');
  expect(office.asked('open_contact_method')).toBeUndefined();
  await user.click(byId('edit-method-m2'));
  await settle();
  expect(byId<HTMLInputElement>('method-value').value).toBe('555-0141');
  await user.type(byId('method-value'), '2');
  await user.click(byId('save-method'));
  await settle();
  expect(office.asked('edit_contact_method')).toMatchObject({ contactMethodId: 'm2', seen: 'seen-m2', form: { value: '555-01412', safe: 'no' } });
});

test('why_a_way_is_marked_is_shown_with_it_and_written_where_it_is_marked', async () => {
  const { office, user } = await showWindow({}, { screen: 'victim', victimId: 'v1' });
  expect(main()).toHaveTextContent('Why it is marked so: He reads her calls');
  await user.click(byId('edit-method-m1'));
  await settle();
  await user.click(byId('method-safe-no'));
  await user.type(byId('method-mark-reason'), 'He is home now');
  await user.click(byId('save-method'));
  await settle();
  expect(office.asked('edit_contact_method')).toMatchObject({ contactMethodId: 'm1', form: { safe: 'no', markReason: 'He is home now' } });
});

test('what_was_written_of_her_is_corrected_and_goes_back_with_what_the_page_showed', async () => {
  const { office, user } = await showWindow({}, { screen: 'victim', victimId: 'v1' });
  await user.click(byId('edit-about'));
  await user.clear(byId('family-name'));
  await user.type(byId('family-name'), 'Nuñez');
  await user.selectOptions(byId('language'), 'vi');
  await user.clear(byId('birth-year'));
  await user.type(byId('birth-year'), '91');
  await user.click(byId('save-about'));
  await settle();
  expect(office.asked('correct_victim')).toBeUndefined();
  expect(main().querySelector('[role=alert]')).toHaveAttribute('data-code', 'invalid-input');
  await user.clear(byId('birth-year'));
  await user.click(byId('save-about'));
  await settle();
  expect(office.asked('correct_victim')).toEqual({
    victimId: 'v1', seen: '7:1',
    about: { givenName: 'Maria', familyName: 'Nuñez', birthYear: null, language: 'vi', zone: 'Rivertown', needs: ['legal', 'food'] },
  });
  expect(document.getElementById('save-about')).toBeNull();
});

test('a_change_of_status_and_a_revocation_go_back_with_what_the_row_showed', async () => {
  const { office, user } = await showWindow({}, { screen: 'victim', victimId: 'v1' });
  await user.selectOptions(byId('status-r1'), 'completed');
  await user.click(byId('advance-r1'));
  await settle();
  expect(office.asked('advance_referral')).toEqual({ referralId: 'r1', status: 'completed', seen: 'seen-r1' });
  await user.click(byId('revoke-l1'));
  await user.click(byId('save-revocation'));
  await settle();
  expect(office.asked('take_back_release')).toEqual({ releaseId: 'l1', revocation: { how: '', by: '' }, seen: 'seen-l1' });
  await user.click(byId('follow-up-done-f1'));
  await settle();
  expect(office.asked('complete_follow_up')).toEqual({ followUpId: 'f1', state: 'done', seen: 'seen-f1' });
});

test('a_conflict_is_decided_with_left_and_right_and_goes_back_with_what_was_seen', async () => {
  const { office, user } = await showWindow({ kind: 'countyOffice' }, { screen: 'conflicts' });
  expect(byId('protective')).toBeVisible();
  await user.keyboard('{ArrowRight}{Control>}{Enter}{/Control}');
  await settle();
  expect(office.asked('settle')).toEqual({ itemId: 'c1', settlement: { way: 'side', side: 's2', values: {}, seen: 'seen-c1' } });
  expect(byId('conflict').dataset.conflict).toBe('c2');
});

test('a_conflict_is_decided_with_one_digit_and_a_key_that_is_held_decides_no_other', async () => {
  const { office, user } = await showWindow({ kind: 'countyOffice' }, { screen: 'conflicts' });
  await user.keyboard('2');
  await settle();
  expect(office.asked('settle')).toEqual({ itemId: 'c1', settlement: { way: 'side', side: 's2', values: {}, seen: 'seen-c1' } });
  expect(byId('conflict').dataset.conflict).toBe('c2');
  byId('side-0').dispatchEvent(new KeyboardEvent('keydown', { key: '2', repeat: true, bubbles: true }));
  await settle();
  expect(byId('conflict').dataset.conflict).toBe('c2');
});

test('a_side_that_another_persons_machine_signed_says_so', async () => {
  const { user } = await showWindow({ kind: 'countyOffice' }, { screen: 'conflicts' });
  expect(byId('side')).not.toHaveTextContent('Signed by');
  await user.keyboard('{ArrowRight}{Control>}{Enter}{/Control}');
  await settle();
  expect(byId('conflict').dataset.conflict).toBe('c2');
  expect(byId('side')).toHaveTextContent('Signed by the machine of Deputy Webb, not of Deputy Ortiz. Ask both.');
});

test('no_side_is_chosen_for_the_person', async () => {
  const { office, user } = await showWindow({ kind: 'countyOffice' }, { screen: 'conflicts' });
  await user.click(byId('resolve'));
  await settle();
  await user.keyboard('a');
  await settle();
  expect(office.asked('settle')).toBeUndefined();
  expect(document.activeElement).toHaveAttribute('role', 'alert');
});

test('both_numbers_are_kept_where_both_are_right', async () => {
  const { office, user } = await showWindow({ kind: 'countyOffice' }, { screen: 'conflicts' });
  await user.keyboard('{ArrowRight}a');
  await settle();
  expect(office.asked('settle')).toMatchObject({ itemId: 'c1', settlement: { way: 'both', side: 's2' } });
});

test('something_else_is_written_beginning_with_what_is_in_effect', async () => {
  const { office, user } = await showWindow({ kind: 'countyOffice' }, { screen: 'conflicts' });
  await user.keyboard('t');
  await settle();
  await user.clear(byId('other-value'));
  await user.type(byId('other-value'), '555-0199');
  await user.click(byId('resolve'));
  await settle();
  expect(office.asked('settle')).toMatchObject({ itemId: 'c1', settlement: { way: 'other', values: { value: '555-0199', safe: 'no', channel: 'phone' }, seen: 'seen-c1' } });
});

test('a_record_hidden_while_it_was_changed_is_kept_or_hidden_by_one_key', async () => {
  const { office, user } = await showWindow({}, { screen: 'conflicts' });
  await user.click(byId('item-2'));
  await settle();
  expect(byId('item')).toHaveTextContent('Laptop 07');
  expect(byId('item')).toHaveTextContent('cl-1a2b3c4d.clb');
  await user.keyboard('h');
  await settle();
  expect(office.asked('settle')).toEqual({ itemId: 'd1', settlement: { way: 'hide', side: null, values: {}, seen: 'seen-d1' } });
  await user.keyboard('s');
  await settle();
  expect(office.asked('settle')).toMatchObject({ itemId: 'p1', settlement: { way: 'seen' } });
});

test('what_is_let_go_over_the_inbox_is_looked_at_as_a_whole', async () => {
  const { office } = await showWindow({ kind: 'countyOffice' }, { screen: 'inbox' });
  window.dispatchEvent(new CustomEvent('countyline:dropped', { detail: ['/stick 1', '/stick 2'] }));
  await settle();
  expect(office.asked('bundles_named')).toEqual({ paths: ['/stick 1', '/stick 2'] });
  expect(byId('merge')).toBeEnabled();
});

test('what_merging_would_do_is_told_before_anything_is_merged', async () => {
  const { office, user } = await showWindow({ kind: 'countyOffice' }, { screen: 'inbox' });
  await user.type(byId('folder'), '/stick');
  await user.click(byId('look'));
  await settle();
  expect(byId('rehearsal-conflicts')).toHaveTextContent('1');
  expect(byId('rehearsal')).toHaveTextContent('RV-26-B7-0011');
  expect(office.asked('merge_bundles')).toBeUndefined();
});

test('the_last_merge_is_taken_back_by_one_key_and_its_files_are_kept', async () => {
  const { office, user } = await showWindow({ kind: 'countyOffice' }, { screen: 'inbox' });
  await user.type(byId('folder'), '/stick');
  await user.click(byId('look'));
  await settle();
  expect(document.getElementById('undo-merge')).toBeNull();
  await user.click(byId('merge'));
  await settle();
  byId('undo-merge').focus();
  await user.keyboard('u');
  await settle();
  expect(office.asked('undo_merge')).toBeDefined();
  expect(document.getElementById('undo-merge')).toBeNull();
  expect(byId('merge-kept')).toBeVisible();
});

test('what_was_recorded_by_mistake_is_hidden_with_what_the_row_showed_and_brought_back', async () => {
  const { office, user } = await showWindow({}, { screen: 'victim', victimId: 'v1' });
  await user.click(byId('hide-method-m1'));
  await settle();
  expect(office.asked('hide_record')).toEqual({ record: 'contact_method', id: 'm1', seen: 'seen-by-this-form' });
  await user.click(byId('follow-up-hide-f1'));
  await settle();
  expect(office.asked('hide_record')).toEqual({ record: 'follow_up', id: 'f1', seen: 'seen-f1' });
  await user.click(byId('bring-back-m9'));
  await settle();
  expect(office.asked('bring_back_record')).toEqual({ record: 'contact_method', id: 'm9', seen: 'seen-m9' });
});

test('only_a_yes_makes_paper', async () => {
  const { office, user } = await showWindow({}, { screen: 'letter', victimId: 'v1', referralIds: ['r1'] });
  expect(byId('no-paper')).toBeVisible();
  expect(byId('print')).toBeDisabled();
  await user.click(byId('safe-to-carry-no'));
  await settle();
  expect(office.asked('preview_letter')).toBeUndefined();
  await user.click(byId('safe-to-carry-yes'));
  await settle();
  expect(office.asked('preview_letter')?.request).toMatchObject({ safeToCarry: 'yes', form: 'discreet', language: 'es' });
  expect(main().querySelector('#pages img')).toHaveAttribute('alt', expect.stringContaining('555-0118'));
  expect(byId('checks')).toHaveTextContent('1 number was not checked lately');
});

test('paper_that_she_cannot_carry_is_made_to_be_held_at_the_office', async () => {
  const { office, user } = await showWindow({}, { screen: 'letter', victimId: 'v1', referralIds: ['r1'] });
  await user.click(byId('safe-to-carry-no'));
  await user.click(byId('hold-yes'));
  await settle();
  expect(office.asked('preview_letter')?.request).toMatchObject({ safeToCarry: 'no', held: true });
  expect(byId('print')).toBeEnabled();
  await user.click(byId('safe-to-carry-yes'));
  await settle();
  expect(office.asked('preview_letter')?.request).toMatchObject({ safeToCarry: 'yes', held: false });
});

test('a_letter_is_recorded_before_the_printer_is_asked_and_not_printed_if_that_is_refused', async () => {
  const print = vi.spyOn(window, 'print').mockImplementation(() => {});
  const { office, user } = await showWindow({}, { screen: 'letter', victimId: 'v1', referralIds: ['r1'] });
  await user.click(byId('safe-to-carry-yes'));
  await settle();
  office.refuse('letter_printed', 'letter-would-leak');
  await user.keyboard('{Control>}p{/Control}');
  await settle();
  expect(print).not.toHaveBeenCalled();
  expect(main().querySelector('[role=alert]')).toHaveAttribute('data-code', 'letter-would-leak');
  office.allow('letter_printed');
  await user.keyboard('{Control>}p{/Control}');
  await settle();
  expect(office.asked('letter_printed')).toBeDefined();
  expect(print).toHaveBeenCalledOnce();
});

test('what_did_not_print_is_printed_again_as_it_was_or_taken_back_to_never_made', async () => {
  const print = vi.spyOn(window, 'print').mockReset().mockImplementation(() => {});
  const { office, user } = await showWindow({}, { screen: 'letter', victimId: 'v1', referralIds: ['r1'] });
  await user.click(byId('safe-to-carry-yes'));
  await settle();
  await user.click(byId('print'));
  await settle();
  // Nothing can be changed now, so what is printed again is what was kept.
  expect(document.getElementById('safe-to-carry-yes')).toBeNull();
  expect(byId('print')).toBeDisabled();
  expect(byId('pages')).toBeVisible();
  const kept = office.calls.filter((call) => call.command === 'letter_printed').length;
  await user.click(byId('printed-again'));
  await settle();
  expect(print).toHaveBeenCalledTimes(2);
  expect(office.calls.filter((call) => call.command === 'letter_printed')).toHaveLength(kept);
  expect(byId('printed-yes')).toHaveFocus();
  await user.click(byId('printed-no'));
  await settle();
  expect(office.asked('papers_came_out')).toMatchObject({ answer: 'no' });
  expect(byId('safe-to-carry-yes')).toBeChecked();
});

test('a_letter_speaks_the_languages_that_the_office_added_and_one_that_is_not_whole_says_why', async () => {
  const { office, user } = await showWindow({}, { screen: 'letter', victimId: 'v4', referralIds: ['r1'] });
  await user.click(byId('safe-to-carry-yes'));
  await settle();
  expect(office.asked('preview_letter')?.request).toMatchObject({ language: 'so' });
  expect(byId('language-so').closest('label')).toHaveTextContent('Somali');
  expect(byId('language-vi')).toBeDisabled();
  expect(byId('language-vi-reason')).toHaveTextContent('letter-title');
});

test('a_referral_that_tells_the_agency_about_her_carries_a_release', async () => {
  const { office, user } = await showWindow({}, { screen: 'refer', victimId: 'v1' });
  await user.keyboard('1');
  await user.click(byId('kind-warm_phone'));
  await user.click(byId('save'));
  await settle();
  expect(office.asked('refer_victim')?.form).toEqual({ victimId: 'v1', partnerIds: ['p1'], need: 'legal', kind: 'warm_phone', releaseId: 'l1' });
  expect(main().dataset.screen).toBe('victim');
});

test('the_agencies_to_refer_to_are_those_the_program_finds_for_what_was_typed', async () => {
  const { office, user } = await showWindow({}, { screen: 'refer', victimId: 'v1' });
  expect(main().querySelectorAll('#partners input')).toHaveLength(5);
  await user.type(byId('partner-query'), 'legal');
  await settle();
  expect(office.asked('partners')).toEqual({ query: 'legal' });
  expect([...main().querySelectorAll('#partners input')].map((input) => input.id)).toEqual(['partners-p1']);
  await user.clear(byId('partner-query'));
  await settle();
  expect(main().querySelectorAll('#partners input')).toHaveLength(5);
});

test('what_she_does_not_want_told_is_shown_and_confirmed_before_an_agency_is_told', async () => {
  const { office, user } = await showWindow({}, { screen: 'refer', victimId: 'v2' });
  await user.keyboard('1');
  await user.click(byId('kind-warm_phone'));
  expect(main()).toHaveTextContent('Not to be told: Where I work.');
  expect(main()).toHaveTextContent('Only by: Phone');
  await user.click(byId('exclusions-read-yes'));
  await user.click(byId('save'));
  await settle();
  expect(office.asked('refer_in_detail')).toMatchObject({ form: { kind: 'warm_phone', releaseId: 'l1' }, details: { exclusionsRead: true } });
});

test('a_warm_referral_she_said_no_to_is_kept_and_tells_nobody', async () => {
  const { office, user } = await showWindow({}, { screen: 'refer', victimId: 'v1' });
  await user.keyboard('1');
  await user.click(byId('kind-warm_phone'));
  await user.click(byId('wanted-declined_by_victim'));
  expect(document.getElementById('release')).toBeNull();
  await user.click(byId('save'));
  await settle();
  expect(office.asked('refer_in_detail')).toMatchObject({ form: { kind: 'warm_phone', releaseId: null }, details: { status: 'declined_by_victim' } });
});

test('a_release_is_signed_with_its_ways_and_what_is_not_told', async () => {
  const { office, user } = await showWindow({}, { screen: 'victim', victimId: 'v1' });
  await user.click(byId('sign-release'));
  await settle();
  await user.click(byId('release-methods-phone'));
  await user.type(byId('excluded'), 'Where I work.');
  await user.click(byId('save-release'));
  await settle();
  expect(office.asked('sign_release')?.form).toMatchObject({ details: { methods: ['phone'], excludedItems: 'Where I work.' } });
});

test('a_confidential_location_closes_and_empties_the_address', async () => {
  const { user } = await showWindow({}, { screen: 'new-partner' });
  await user.type(byId('address'), '1 Made-up Road');
  await user.click(byId('confidential-location-yes'));
  expect(byId<HTMLInputElement>('address').value).toBe('');
  expect(byId('address')).toBeDisabled();
});

test('a_text_about_an_agency_that_looks_like_a_criminal_history_return_is_asked_about_before_it_is_saved', async () => {
  const { office, user } = await showWindow({}, { screen: 'partner', partnerId: 'p1' });
  await user.click(byId('log-partner-contact'));
  await user.type(byId('commitment'), 'NAM/DOE, JOHN DOB/19700101');
  await user.click(byId('save'));
  await settle();
  expect(office.asked('record_outreach')).toBeUndefined();
  expect(byId('looks-like-history')).toBeVisible();
  await user.clear(byId('commitment'));
  await user.click(byId('save'));
  await settle();
  expect(office.asked('record_outreach')).toBeDefined();
});

const PASTED = 'NAM/DOE, JOHN DOB/19700101';

test.each([
  ['the purpose of a release', { screen: 'victim', victimId: 'v1' }, ['sign-release'], 'purpose', 'save-release', 'sign_release'],
  ['why not to contact her', { screen: 'victim', victimId: 'v1' }, ['do-not-contact'], 'do-not-contact-reason', 'save-do-not-contact', 'forbid_contact'],
  ['the hours of a new way', { screen: 'victim', victimId: 'v1' }, ['add-method'], 'method-hours', 'save-method', 'add_contact_method'],
  ['the hours of a way', { screen: 'victim', victimId: 'v1' }, ['edit-method-m1'], 'method-hours', 'save-method', 'edit_contact_method'],
  ['the hours of an agency', { screen: 'new-partner' }, [], 'hours', 'save', 'create_partner'],
] as const)('what_is_written_on_a_form_and_looks_like_a_criminal_history_return_is_asked_about: %s', async (_, place, opened, field, save, command) => {
  const { office, user } = await showWindow({}, place);
  for (const id of opened) await user.click(byId(id));
  await settle();
  await user.type(byId(field), PASTED);
  await user.click(byId(save));
  await settle();
  expect(office.asked(command)).toBeUndefined();
  expect(byId('looks-like-history')).toBeVisible();
  await user.click(byId('save-all-the-same'));
  await settle();
  expect(JSON.stringify(office.asked(command))).toContain(PASTED);
});

test('the_first_way_to_reach_her_is_asked_about_only_if_it_is_saved', async () => {
  const { office, user } = await showWindow({}, { screen: 'new-victim' });
  await user.type(byId('given-name'), 'Ana');
  await user.type(byId('method-hours'), PASTED);
  await user.type(byId('method-value'), '555-0101');
  await user.click(byId('save'));
  await settle();
  expect(office.asked('create_victim')).toBeUndefined();
  await user.clear(byId('method-value'));
  await user.click(byId('save'));
  await settle();
  expect(office.asked('create_victim')?.form).toMatchObject({ contactMethod: null });
});

test('a_shelters_street_waits_for_the_answer_and_another_agencys_does_not', async () => {
  const { office, user } = await showWindow({}, { screen: 'new-partner' });
  expect(byId('address')).toBeEnabled();
  await user.selectOptions(byId('kind'), 'shelter');
  expect(byId('address')).toBeDisabled();
  expect(byId('address')).toHaveAccessibleDescription(/confidential/);
  await user.click(byId('confidential-location-no'));
  await user.type(byId('address'), '1 Made-up Road');
  await user.type(byId('name'), 'Open House');
  await user.click(byId('save'));
  await settle();
  expect(office.asked('create_partner')?.form).toMatchObject({ kind: 'shelter', address: '1 Made-up Road', confidentialLocation: false });
});

test('a_shelter_nobody_asked_is_asked_on_its_page', async () => {
  const { office, user } = await showWindow({}, { screen: 'partner', partnerId: 'p5' });
  expect(main()).toHaveTextContent('Ask first whether its location is confidential.');
  await user.click(byId('confidential-location-no'));
  await settle();
  expect(office.asked('edit_partner')).toMatchObject({ partnerId: 'p5', form: { name: 'Winter Shelter', confidentialLocation: false }, seen: 'seen-p' });
});

test('a_sent_week_says_its_number_and_that_the_stick_may_go', async () => {
  const { office, user } = await showWindow({}, { screen: 'send-week' });
  await user.type(byId('folder'), '/stick');
  await user.click(byId('send'));
  await settle();
  expect(office.asked('send_week')).toEqual({ folder: '/stick' });
  expect(byId('sent-number')).toHaveTextContent('42');
  expect(byId('sent')).toHaveTextContent('It is safe to take out the stick.');
});

test('only_ready_files_are_merged_and_refused_ones_say_why', async () => {
  const { office, user } = await showWindow({ kind: 'countyOffice' }, { screen: 'inbox' });
  await user.type(byId('folder'), '/stick');
  await user.click(byId('look'));
  await settle();
  const refused = main().querySelector('[data-state=refused]');
  expect(refused).toHaveAttribute('data-code', 'bundle-altered');
  expect(refused?.querySelector('p')?.textContent?.trim()).toBeTruthy();
  await user.click(byId('merge'));
  await settle();
  expect(office.asked('merge_bundles')).toEqual({ paths: ['/stick/cl-1a2b3c4d.clb', '/stick/cl-5e6f7a8b.clb'] });
  expect(byId('summary-conflicts')).toHaveTextContent('2');
});

test('a_laptop_is_enrolled_only_after_its_words_were_shown', async () => {
  const { office, user } = await showWindow({ kind: 'countyOffice' }, { screen: 'inbox' });
  await user.click(byId('enrol-laptop'));
  await user.type(byId('enrol-file'), '/stick/cl-join.cle');
  expect(document.getElementById('enrol')).toBeNull();
  await user.click(byId('read-enrolment'));
  await settle();
  expect(byId('laptop-words').children).toHaveLength(6);
  await user.type(byId('enrol-folder'), '/stick');
  await user.click(byId('enrol'));
  await settle();
  expect(office.asked('enrol_laptop')).toEqual({ path: '/stick/cl-join.cle', folder: '/stick' });
  expect(byId('county-words').children).toHaveLength(6);
});
