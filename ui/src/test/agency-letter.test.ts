import { cleanup } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import type { LetterRequest } from '../backend';
import { byId, main, settle, showWindow } from './show';

test('a_letter_to_an_agency_is_written_under_the_release_for_it', async () => {
  const { office, user } = await showWindow({}, { screen: 'victim', victimId: 'v1' });
  await user.click(byId('agency-letter-r1'));
  await settle();
  expect(main().dataset.screen).toBe('agency-letter');
  expect(byId('pages')).toBeVisible();
  expect(office.asked('preview_letter')?.request as LetterRequest).toMatchObject({ form: 'agency', referralIds: ['r1'], releaseId: 'l1', exclusionsRead: false });
  await user.type(byId('folder'), '/stick');
  await user.type(byId('pdf-password'), 'made up words');
  await user.click(byId('save-pdf'));
  await settle();
  expect(office.asked('save_letter')).toMatchObject({ folder: '/stick', password: 'made up words', request: { form: 'agency', releaseId: 'l1' } });
});

test('what_she_only_got_a_number_of_is_written_no_letter', async () => {
  await showWindow({}, { screen: 'victim', victimId: 'v1' });
  expect(document.getElementById('agency-letter-r2')).toBeNull();
});

test('without_a_release_in_force_there_is_no_letter_and_a_way_to_have_one_signed', async () => {
  const { office, user } = await showWindow({}, { screen: 'agency-letter', victimId: 'v1', referralIds: ['r2'] });
  expect(byId('no-release')).toHaveTextContent('no release for County Clinic that is in force');
  expect(office.asked('preview_letter')).toBeUndefined();
  expect(byId('print')).toBeDisabled();
  await user.click(byId('sign-release'));
  await settle();
  expect(byId('recipient')).toHaveValue('p2');
  await user.click(byId('signer-ok-yes'));
  await user.click(byId('save-release'));
  await settle();
  expect(office.asked('sign_release')?.form).toMatchObject({ victimId: 'v1', recipientId: 'p2' });
});

test('what_she_does_not_want_told_stands_beside_the_letter_and_is_confirmed_as_read', async () => {
  const { office, user } = await showWindow({}, { screen: 'agency-letter', victimId: 'v2', referralIds: ['r1'] });
  expect(main()).toHaveTextContent('Not to be told: Where I work.');
  await user.click(byId('exclusions-read-yes'));
  await settle();
  expect(office.asked('preview_letter')?.request).toMatchObject({ exclusionsRead: true });
});

test('a_letter_to_an_agency_is_written_down_as_told_before_it_is_printed', async () => {
  const printed = vi.spyOn(window, 'print').mockImplementation(() => {});
  const { office, user } = await showWindow({}, { screen: 'agency-letter', victimId: 'v1', referralIds: ['r1'] });
  office.refuse('letter_printed', 'release-revoked');
  await user.click(byId('print'));
  await settle();
  expect(printed).not.toHaveBeenCalled();
  expect(main().querySelector('[role=alert]')).toHaveAttribute('data-code', 'release-revoked');
  office.allow('letter_printed');
  await user.click(byId('print'));
  await settle();
  expect(office.asked('letter_printed')?.request).toMatchObject({ form: 'agency', releaseId: 'l1' });
  expect(printed).toHaveBeenCalledOnce();
});

test('after_the_printer_was_asked_enter_says_that_it_printed', async () => {
  vi.spyOn(window, 'print').mockImplementation(() => {});
  const { office, user } = await showWindow({}, { screen: 'agency-letter', victimId: 'v1', referralIds: ['r1'] });
  await user.keyboard('{Control>}p{/Control}');
  await settle();
  expect(main()).toHaveTextContent('Did it print?');
  expect(byId('printed-yes')).toHaveFocus();
  expect(office.asked('papers_came_out')).toBeUndefined();
  await user.keyboard('{Enter}');
  await settle();
  expect(office.asked('papers_came_out')).toEqual({ letterIds: [expect.any(String)], answer: 'yes' });
  expect(document.getElementById('printed-yes')).toBeNull();
  expect(byId('print')).toBeEnabled();
});

test('how_many_people_a_referral_is_for_is_said_with_it_and_beside_its_letter', async () => {
  const { office, user } = await showWindow({}, { screen: 'refer', victimId: 'v1' });
  await user.click(byId('partners-p1'));
  await user.type(byId('adults'), '1');
  await user.type(byId('children'), 'two');
  await user.click(byId('save'));
  await settle();
  expect(main().querySelector('[role=alert]')).toHaveAttribute('data-code', 'invalid-input');
  await user.clear(byId('children'));
  await user.type(byId('children'), '2');
  await user.click(byId('save'));
  await settle();
  expect(office.asked('refer_in_detail')?.details).toMatchObject({ adults: 1, children: 2 });
  cleanup();
  await showWindow({}, { screen: 'agency-letter', victimId: 'v1', referralIds: ['r1'] });
  expect(byId('people')).toHaveTextContent('Adults it is for: 1. Children: 2.');
});

test('letters_to_several_agencies_are_printed_together_and_answered_one_by_one', async () => {
  const printed = vi.spyOn(window, 'print').mockReset().mockImplementation(() => {});
  const { office, user } = await showWindow({}, { screen: 'agency-letter', victimId: 'v1', referralIds: ['r1', 'r3'] });
  const requests = office.asked('preview_letters')?.requests as LetterRequest[];
  expect(requests.map((one) => [one.referralIds, one.releaseId])).toEqual([[['r1'], 'l1'], [['r3'], 'l1']]);
  expect(main()).toHaveTextContent('Letters to agencies');
  await user.click(byId('print'));
  await settle();
  expect(office.asked('letters_printed')?.requests).toHaveLength(2);
  expect(printed).toHaveBeenCalledOnce();
  expect(main()).toHaveTextContent('Did all 2 print?');
  await user.click(byId('not-printed-1'));
  await user.click(byId('printed-yes'));
  await settle();
  const answers = office.calls.filter((call) => call.command === 'papers_came_out').map((call) => call.args);
  expect(answers).toEqual([{ letterIds: ['w8'], answer: 'no' }, { letterIds: ['w7'], answer: 'yes' }]);
});

test('an_agency_without_a_release_is_left_out_of_the_letters_and_says_so', async () => {
  const { office, user } = await showWindow({}, { screen: 'agency-letter', victimId: 'v1', referralIds: ['r1', 'r2'] });
  expect(byId('no-release-r2')).toHaveTextContent('no release for County Clinic that is in force');
  expect(office.asked('preview_letter')?.request).toMatchObject({ referralIds: ['r1'] });
  expect(office.asked('preview_letters')).toBeUndefined();
  await user.click(byId('sign-release-r2'));
  await settle();
  expect(byId('recipient')).toHaveValue('p2');
});
