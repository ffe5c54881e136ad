// Referrals that wait for an answer: counted on Today, listed when somebody asks, and opened where it is said what came of them.
import { expect, test } from 'vitest';
import type { WaitingReferral } from '../backend';
import { session } from '../app/session.svelte';
import { byId, main, settle, showWindow } from './show';

const row = (id: string, more: Partial<WaitingReferral> = {}): WaitingReferral => ({
  referralId: id, victimId: 'v1', caseNumber: 'RV-26-B7-0004', initials: 'M.N.', name: 'Maria Núñez', partnerName: 'Rural Legal Aid', need: 'legal', sentOn: '2026-02-20', days: 11, ...more,
});

test('today_counts_the_referrals_nobody_answered_and_shows_them_when_asked', async () => {
  const { user } = await showWindow({}, { screen: 'today' }, (office) => void (office.waiting = [row('r1'), row('r9')]));
  expect(byId('waiting-title')).toHaveTextContent('Waiting on a partner 2');
  expect(document.getElementById('waiting-r1')).toBeNull();
  await user.click(byId('show-waiting'));
  expect(byId('waiting-r1')).toHaveTextContent(/RV-26-B7-0004.*M\.N\..*Rural Legal Aid · Legal.*sent 11 days ago/s);
  expect(main()).not.toHaveTextContent('Núñez');
  await user.click(byId('show-waiting'));
  expect(document.getElementById('waiting-r1')).toBeNull();
});

test('a_referral_that_waits_opens_where_it_is_said_what_came_of_it', async () => {
  const { office, user } = await showWindow({}, { screen: 'today' }, (office) => void (office.waiting = [row('r1')]));
  await user.click(byId('show-waiting'));
  byId('waiting-r1').focus();
  await user.keyboard('{Enter}');
  await settle();
  expect(main().dataset.screen).toBe('victim');
  expect(document.activeElement).toBe(byId('status-r1'));
  await user.click(byId('came-of-it-r1'));
  await user.click(byId('outcome-got_help'));
  await user.click(byId('save-outcome'));
  await settle();
  expect(office.asked('record_referral_outcome')).toMatchObject({ referralId: 'r1', form: { outcome: 'got_help' } });
  await user.keyboard('{Escape}');
  await settle();
  expect(main().dataset.screen).toBe('today');
});

test('f2_on_a_referral_that_waits_is_about_her', async () => {
  const { user } = await showWindow({}, { screen: 'today' }, (office) => void (office.waiting = [row('r1', { victimId: 'v2' })]));
  await user.click(byId('show-waiting'));
  byId('waiting-r1').focus();
  await user.keyboard('{F2}');
  await settle();
  expect(session.router.place).toMatchObject({ screen: 'log-contact', victimId: 'v2' });
});

test('where_nobody_waits_nothing_is_said', async () => {
  await showWindow({}, { screen: 'today' });
  expect(document.getElementById('waiting-title')).toBeNull();
});

test('the_others_come_by_a_button', async () => {
  const { user } = await showWindow({}, { screen: 'today' }, (office) => void (office.waiting = Array.from({ length: 20 }, (_, at) => row(`w${at}`))));
  await user.click(byId('show-waiting'));
  const rows = () => main().querySelectorAll('[data-group=waiting] li').length;
  expect(rows()).toBe(15);
  await user.click(byId('more-waiting'));
  await settle();
  expect(rows()).toBe(20);
  expect(document.getElementById('more-waiting')).toBeNull();
});

test('a_role_that_sees_no_case_is_told_of_none', async () => {
  await showWindow({}, { screen: 'today' }, (office) => office.refuse('waiting_referrals', 'cases-not-shown'));
  expect(document.getElementById('waiting-title')).toBeNull();
  expect(document.querySelector('[role=alert]')).toBeNull();
});
