import { expect, test, vi } from 'vitest';
import { session } from '../app/session.svelte';
import type { UndoView } from '../backend';
import type { Office } from './office';
import { byId, main, settle, showWindow } from './show';

let commits = 0;

/** From the next save on, the program offers to take it back. */
function offers(office: Office, more: Partial<UndoView> = {}): void {
  commits += 1;
  office.undo = { commit: `c${commits}`, record: 'contact', takesBack: true, secondsLeft: 600, refusal: null, ...more };
}

const offer = () => byId('undo-offer').textContent?.trim();
const times = (office: Office, command: string) => office.calls.filter((call) => call.command === command).length;

async function saved(more: Partial<UndoView> = {}) {
  const shown = await showWindow({}, { screen: 'victim', victimId: 'v1' });
  offers(shown.office, more);
  session.saved({ savedAt: '2026-03-03T14:03:00-07:00' });
  await settle();
  return shown;
}

test('what_was_saved_is_offered_to_be_taken_back_for_ten_seconds', async () => {
  const { office } = await showWindow({}, { screen: 'victim', victimId: 'v1' });
  offers(office);
  vi.useFakeTimers();
  session.saved({ savedAt: '2026-03-03T14:03:00-07:00' });
  await vi.advanceTimersByTimeAsync(9_000);
  expect(offer()).toContain('Saved: A contact');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(offer()).toBe('');
  vi.useRealTimers();
});

test('ctrl_z_takes_back_what_was_offered_and_again_does_it_again', async () => {
  const { office, user } = await saved();
  const { commit } = office.undo as UndoView;
  const looked = times(office, 'victim');
  await user.keyboard('{Control>}z{/Control}');
  await settle();
  expect(office.asked('take_back')).toEqual({ commit });
  expect(byId('status')).toHaveTextContent('Taken back');
  expect(offer()).toContain('Redo');
  expect(times(office, 'victim')).toBeGreaterThan(looked);
  await user.keyboard('{Control>}z{/Control}');
  await settle();
  expect(byId('status')).toHaveTextContent('Done again');
  expect(times(office, 'take_back')).toBe(2);
});

test('a_field_with_text_of_its_own_keeps_its_own_undo_and_what_is_typed_stays', async () => {
  const { office, user } = await showWindow({}, { screen: 'log-contact', victimId: 'v1' });
  offers(office);
  await user.type(byId('note'), 'half a sentence');
  await user.keyboard('{Control>}z{/Control}');
  await settle();
  expect(office.asked('take_back')).toBeUndefined();
  byId('note').blur();
  await user.keyboard('{Control>}z{/Control}');
  await settle();
  expect(office.asked('take_back')).toBeDefined();
  expect(byId<HTMLTextAreaElement>('note').value).toBe('half a sentence');
});

test('what_cannot_be_taken_back_says_why_and_offers_nothing', async () => {
  const { office, user } = await saved({ refusal: { code: 'not-taken-back', values: { why: 'protects' } } });
  expect(offer()).toBe('');
  await user.keyboard('{Control>}z{/Control}');
  await settle();
  expect(byId('undo-refused')).toHaveTextContent('That protects somebody.');
  expect(office.asked('take_back')).toBeUndefined();
  await user.click(byId('undo-close'));
  expect(document.getElementById('undo-refused')).toBeNull();
});

test('somebody_else_who_wrote_since_is_named', async () => {
  const { user } = await saved({ refusal: { code: 'written-since', values: { by: 'Deputy Webb', known: 'yes' } } });
  await user.keyboard('{Control>}z{/Control}');
  await settle();
  expect(byId('undo-refused')).toHaveTextContent('Somebody wrote this since: Deputy Webb.');
});

test('the_palette_offers_it_as_long_as_the_program_does', async () => {
  const { office, user } = await saved();
  await user.keyboard('{Control>}k{/Control}');
  await settle();
  await user.keyboard('undo');
  await settle();
  expect(document.querySelector('li[data-key=undo]')).toHaveTextContent('Undo: A contact');
  await user.keyboard('{Enter}');
  await settle();
  expect(office.asked('take_back')).toBeDefined();
  expect(main().dataset.screen).toBe('victim');
});

test('the_page_of_a_record_that_was_taken_back_is_left', async () => {
  const { office, user } = await saved({ record: 'victim' });
  office.refuse('victim', 'not-found');
  await user.keyboard('{Control>}z{/Control}');
  await settle();
  expect(main().dataset.screen).toBe('today');
});

test('with_nothing_saved_it_says_so', async () => {
  const { user } = await showWindow();
  await user.keyboard('{Control>}z{/Control}');
  await settle();
  expect(byId('undo-refused')).toHaveTextContent('There is nothing to take back.');
});

/** Logs a contact with a note, as the program offers to take it back. */
async function noted() {
  const shown = await showWindow({}, { screen: 'log-contact', victimId: 'v1' });
  await settle();
  await shown.user.click(byId('outcome-reached_talked'));
  await shown.user.type(byId('note'), 'she asked about the bus');
  offers(shown.office);
  await shown.user.keyboard('{Control>}{Enter}{/Control}');
  await settle();
  expect(shown.office.drafts).toHaveLength(0);
  return shown;
}

async function undoes(user: Awaited<ReturnType<typeof showWindow>>['user']): Promise<void> {
  await user.keyboard('{Control>}z{/Control}');
  await settle();
}

test('what_was_typed_is_back_in_its_form_and_no_draft_once_it_is_done_again', async () => {
  const { office, user } = await noted();
  await undoes(user);
  expect(main().dataset.screen).toBe('log-contact');
  expect(byId<HTMLTextAreaElement>('note').value).toBe('she asked about the bus');
  expect(office.drafts).toHaveLength(1);
  (document.activeElement as HTMLElement | null)?.blur();
  await undoes(user);
  expect(byId('status')).toHaveTextContent('Done again');
  expect(office.drafts).toHaveLength(0);
});

test('a_draft_begun_since_is_not_written_over_by_what_comes_back', async () => {
  const { office, user } = await noted();
  const since = { form: 'log-contact', about: 'v1', content: '{"note":"a second call"}', caseNumber: null, keptAt: '2026-03-03T14:09:00-07:00' };
  office.drafts = [since];
  await undoes(user);
  expect(office.asked('take_back')).toBeDefined();
  expect(office.drafts).toEqual([since]);
});

test('the_lock_forgets_what_was_typed', async () => {
  const { office, user } = await noted();
  await session.lock();
  office.start = { ...office.start, state: 'unlocked' };
  await session.take(office.start);
  await settle();
  await undoes(user);
  expect(office.drafts).toHaveLength(0);
});
