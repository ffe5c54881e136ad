import { expect, test } from 'vitest';
import { session } from '../app/session.svelte';
import { barriers, byId, main, settle, showWindow } from './show';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('what_is_typed_is_kept_a_moment_later_and_there_when_the_form_is_opened_again', async () => {
  const { office, user } = await showWindow({}, { screen: 'log-contact', victimId: 'v1' });
  await settle();
  await user.type(byId('note'), 'she asked');
  await wait(450);
  await settle();
  expect(office.drafts).toHaveLength(1);
  expect(office.drafts[0]).toMatchObject({ form: 'log-contact', about: 'v1' });
  expect(byId('draft-kept')).toHaveTextContent('14:03');

  await user.type(byId('note'), ' about the bus');
  await user.keyboard('{Escape}');
  await settle();
  session.router.go({ screen: 'log-contact', victimId: 'v1' });
  await settle();
  expect(byId<HTMLTextAreaElement>('note').value).toBe('she asked about the bus');
  expect(byId('draft-brought-back')).toBeVisible();
});

test('a_form_that_nobody_touched_keeps_nothing', async () => {
  const { office } = await showWindow({}, { screen: 'log-contact', victimId: 'v1' });
  await settle();
  await wait(450);
  session.router.back();
  await settle();
  expect(office.drafts).toHaveLength(0);
  expect(office.asked('keep_draft')).toBeUndefined();
});

test('a_saved_form_leaves_no_draft_and_a_refused_one_keeps_it', async () => {
  const { office, user } = await showWindow({}, { screen: 'new-victim' });
  await settle();
  office.refuse('create_victim', 'disk-full');
  await user.type(byId('given-name'), 'Rosa');
  await user.keyboard('{Control>}s{/Control}');
  await settle();
  expect(office.drafts).toHaveLength(1);
  office.allow('create_victim');
  await user.keyboard('{Control>}s{/Control}');
  await settle();
  expect(main().dataset.screen).toBe('victim');
  expect(office.asked('create_victim')?.draft).toEqual({ form: 'new-victim', about: null });
  expect(office.drafts).toHaveLength(0);
  await wait(450);
  expect(office.drafts).toHaveLength(0);
});

test('who_stopped_in_the_middle_is_asked_about_it_after_unlocking', async () => {
  const { office, user } = await showWindow({ state: 'locked' });
  office.drafts = [
    { form: 'log-contact', about: 'v1', caseNumber: 'RV-26-B7-0004', content: '{"note":"she asked"}', keptAt: '2026-03-03T14:02:00-07:00' },
    { form: 'from-a-newer-program', about: null, caseNumber: null, content: '{}', keptAt: '2026-03-02T09:00:00-07:00' },
  ];
  await user.type(byId('passphrase'), 'maple river candle orbit{Enter}');
  await settle();
  expect(main().dataset.screen).toBe('drafts');
  expect(byId('draft-0')).toHaveFocus();
  expect(byId('draft-0')).toHaveTextContent('RV-26-B7-0004');
  expect(byId('draft-1')).toBeDisabled();
  expect(await barriers()).toEqual([]);
  await user.keyboard('{Enter}');
  await settle();
  expect(byId<HTMLTextAreaElement>('note').value).toBe('she asked');
});

test('a_draft_goes_only_after_a_question', async () => {
  const { office, user } = await showWindow({}, { screen: 'today' });
  office.drafts = [{ form: 'new-victim', about: null, caseNumber: null, content: '{"givenName":"Rosa"}', keptAt: '2026-03-03T14:02:00-07:00' }];
  session.router.go({ screen: 'drafts' });
  await settle();
  await user.keyboard('d');
  await settle();
  expect(byId('discard-no')).toHaveFocus();
  expect(await barriers()).toEqual([]);
  await user.keyboard('{Enter}');
  await settle();
  expect(office.drafts).toHaveLength(1);
  await user.keyboard('d');
  await settle();
  await user.click(byId('discard-yes'));
  await settle();
  expect(office.drafts).toHaveLength(0);
  expect(main().dataset.screen).toBe('today');
});

test('whoever_starts_afresh_finds_an_empty_form', async () => {
  const { office, user } = await showWindow({}, { screen: 'today' });
  office.drafts = [{ form: 'new-victim', about: null, caseNumber: null, content: '{"givenName":"Rosa","needs":["food"]}', keptAt: '2026-03-03T14:02:00-07:00' }];
  session.router.go({ screen: 'new-victim' });
  await settle();
  expect(byId<HTMLInputElement>('given-name').value).toBe('Rosa');
  await user.click(byId('start-afresh'));
  await settle();
  expect(byId<HTMLInputElement>('given-name').value).toBe('');
  expect(office.drafts).toHaveLength(0);
});

test('locking_keeps_what_was_typed_in_the_last_moment', async () => {
  const { office, user } = await showWindow({}, { screen: 'new-victim' });
  await settle();
  await user.type(byId('given-name'), 'Rosa');
  await session.lock();
  await settle();
  expect(office.drafts[0]?.content).toContain('Rosa');
});
