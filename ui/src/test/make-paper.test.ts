import { expect, test, vi } from 'vitest';
import type { PaperRequest } from '../backend';
import { byId, settle, showWindow } from './show';

/** Shows the screen with a paper that stays in the office. */
async function showPaperThatStays() {
  const shown = await showWindow({}, { screen: 'make-paper' });
  await shown.user.click(byId('safe-to-carry-stays'));
  await settle();
  return shown;
}

test('every_paper_that_she_may_take_asks_if_that_is_safe_with_no_answer_chosen', async () => {
  const { office, user } = await showWindow({}, { screen: 'make-paper' });
  for (const kind of ['resource_list', 'release_form', 'rights_notice', 'danger_signs']) {
    await user.selectOptions(byId('kind'), kind);
    await settle();
    expect(document.querySelector('input[name="safe-to-carry"]:checked')).toBeNull();
    expect(document.getElementById('pages')).toBeNull();
    expect(byId('no-paper')).toHaveTextContent('Ask her first.');
    expect(byId('print')).toBeDisabled();
    await user.click(byId('safe-to-carry-not_asked'));
    await settle();
    expect(document.getElementById('pages')).toBeNull();
    await user.click(byId('safe-to-carry-yes'));
    await settle();
    expect(byId('pages')).toBeVisible();
    expect(office.asked('preview_paper')?.request).toMatchObject({ kind, goesWithHer: true, safeToCarry: 'yes' });
  }
});

test('a_paper_she_cannot_carry_is_shown_to_be_read_out_loud_and_is_not_made', async () => {
  const { office, user } = await showWindow({}, { screen: 'make-paper' });
  await user.selectOptions(byId('kind'), 'danger_signs');
  await user.click(byId('safe-to-carry-no'));
  await settle();
  expect(byId('no-paper')).toHaveTextContent('No paper. Read it out loud');
  expect(byId('read-out')).toHaveTextContent('Ayuda legal 555-0115');
  expect(document.getElementById('pages')).toBeNull();
  expect(document.getElementById('save-pdf')).toBeNull();
  expect(byId('print')).toBeDisabled();
  expect((office.asked('preview_paper')?.request as PaperRequest).goesWithHer).toBe(false);
  await user.click(byId('safe-to-carry-stays'));
  await settle();
  expect(document.getElementById('read-out')).toBeNull();
  expect(byId('pages')).toBeVisible();
});

test('a_paper_about_somebody_waits_until_it_is_known_about_whom_and_says_that_it_stays', async () => {
  const { office, user } = await showWindow({}, { screen: 'make-paper' });
  await user.selectOptions(byId('kind'), 'safe_contact_card');
  await settle();
  expect(document.getElementById('pages')).toBeNull();
  expect(document.getElementById('safe-to-carry-yes')).toBeNull();
  await user.type(byId('who'), 'nune{Enter}');
  await settle();
  expect(byId('pages')).toBeVisible();
  const request = office.asked('preview_paper')?.request as PaperRequest;
  expect(request).toMatchObject({ kind: 'safe_contact_card', aboutId: 'v1', goesWithHer: false });
});

test('a_form_may_be_blank_or_filled_from_a_release_in_force', async () => {
  const { office, user } = await showWindow({}, { screen: 'make-paper' });
  await user.selectOptions(byId('kind'), 'release_form');
  await user.click(byId('safe-to-carry-stays'));
  await settle();
  expect(office.asked('preview_paper')?.request).toMatchObject({ kind: 'release_form', aboutId: null });
  await user.type(byId('who'), 'nune{Enter}');
  await settle();
  await user.selectOptions(byId('release'), 'l1');
  await settle();
  expect(office.asked('preview_paper')?.request).toMatchObject({ aboutId: 'l1' });
  await user.type(byId('folder'), '/stick');
  await user.type(byId('pdf-password'), 'made up words');
  await user.click(byId('save-pdf'));
  await settle();
  expect(office.asked('save_paper')).toMatchObject({ folder: '/stick', password: 'made up words', request: { kind: 'release_form', aboutId: 'l1' } });
});

test('a_paper_is_recorded_before_it_is_printed_and_one_about_nobody_is_printed_all_the_same', async () => {
  const printed = vi.spyOn(window, 'print').mockImplementation(() => {});
  const { office, user } = await showPaperThatStays();
  office.refuse('paper_printed', 'letter-would-leak');
  await user.click(byId('print'));
  await settle();
  expect(printed).not.toHaveBeenCalled();
  office.allow('paper_printed');
  await user.click(byId('print'));
  await settle();
  expect(printed).toHaveBeenCalledOnce();
  await user.click(byId('printed-no'));
  await settle();
  expect(office.asked('papers_came_out')).toMatchObject({ answer: 'no' });
});

test('a_paper_is_printed_on_both_sides_where_that_was_asked_for', async () => {
  const { office, user } = await showPaperThatStays();
  expect(office.asked('preview_paper')?.request).toMatchObject({ bothSides: false });
  await user.click(byId('both-sides-yes'));
  await settle();
  expect(office.asked('preview_paper')?.request).toMatchObject({ bothSides: true });
});

test('only_what_is_for_somebody_speaks_the_languages_that_an_office_added', async () => {
  const { office, user } = await showPaperThatStays();
  await user.click(byId('language-so'));
  await settle();
  expect(office.asked('preview_paper')?.request).toMatchObject({ kind: 'resource_list', language: 'so' });
  await user.selectOptions(byId('kind'), 'agreement_page');
  await settle();
  expect(document.getElementById('language-so')).toBeNull();
  expect(byId('language-en')).toBeChecked();
});

test('a_resource_list_is_for_anybody_or_for_the_one_who_takes_it_along', async () => {
  const { office, user } = await showWindow({}, { screen: 'make-paper' });
  await user.click(byId('safe-to-carry-yes'));
  await settle();
  expect(office.asked('preview_paper')?.request).toMatchObject({ kind: 'resource_list', aboutId: null, goesWithHer: true });
  await user.type(byId('who'), 'nune{Enter}');
  await settle();
  expect(office.asked('preview_paper')?.request).toMatchObject({ kind: 'resource_list', aboutId: 'v1' });
});
