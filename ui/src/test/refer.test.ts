// Which agency fits, what a referral says, and what came of it.
import { expect, test, vi } from 'vitest';
import { session } from '../app/session.svelte';
import { byId, hold, main, settle, showWindow } from './show';

const VICTIM = { screen: 'victim', victimId: 'v1' } as const;
const REFER = { screen: 'refer', victimId: 'v1' } as const;

const offered = () => [...main().querySelectorAll('#partners input')].map((input) => input.id.replace('partners-', ''));

test('a_victim_is_referred_and_her_letter_printed_from_anywhere_in_at_most_fifteen_key_events', async () => {
  const print = vi.fn();
  vi.stubGlobal('print', print);
  const { office, user } = await showWindow({}, { screen: 'settings' });
  let keys = 0;
  window.addEventListener('keydown', () => (keys += 1), true);
  await user.keyboard('{F4}');
  await settle();
  await user.keyboard('nune{Enter}');
  await settle();
  await user.keyboard('1');
  await user.keyboard('{Control>}p{/Control}');
  await settle();
  expect(main().dataset.screen).toBe('letter');
  await user.keyboard('1');
  await settle();
  await user.keyboard('{Control>}p{/Control}');
  await settle();
  expect(keys).toBeLessThanOrEqual(15);
  expect(office.asked('refer_victim')?.form).toMatchObject({ victimId: 'v1', partnerIds: ['p1'], need: 'legal', kind: 'cold_info' });
  expect(office.asked('letter_printed')).toBeDefined();
  expect(print).toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
});

test('agencies_stand_as_the_program_says_they_fit_with_every_reason_and_its_points', async () => {
  const { office, user } = await showWindow({}, REFER);
  expect(office.asked('partner_fits')).toEqual({ question: { need: 'legal', zone: 'Rivertown', language: 'es', age: null, at: null, now: true } });
  expect(offered()[0]).toBe('p1');
  const first = main().querySelector('label[for=partners-p1]');
  expect(first).toHaveTextContent('75 points · Answers the need · Serves the zone (Rivertown) +30');
  expect(first).toHaveTextContent('Up to half an hour away (25 min) +15 · Entry was checked (Thu, Feb 19) +10');
  await user.selectOptions(byId('need'), 'shelter');
  await settle();
  expect(offered().slice(0, 2)).toEqual(['p5', 'p3']);
  expect(main().querySelector('label[for=partners-p3]')).toHaveTextContent('Serves other zones −30');
  expect(main().querySelector('label[for=partners-p4]')).toHaveTextContent('no word that it answers this need');
  await user.clear(byId('fit-zone'));
  await user.click(byId('fit-now-yes'));
  await settle();
  expect(office.asked('partner_fits')?.question).toMatchObject({ need: 'shelter', zone: null, now: false });
});

test('an_age_is_asked_with_only_where_her_day_of_birth_is_known', async () => {
  const { office } = await showWindow({}, { screen: 'refer', victimId: 'v2' });
  expect(office.asked('partner_fits')?.question).toMatchObject({ age: 16 });
});

test('a_digit_chooses_nothing_before_it_is_known_which_agency_fits', async () => {
  const { office, user } = await showWindow({}, VICTIM);
  const release = hold(office, 'partner_fits');
  session.router.go(REFER);
  await settle();
  await user.keyboard('1');
  expect(offered()).toEqual([]);
  release();
  await settle();
  expect(main().querySelector('#partners input:checked')).toBeNull();
  await user.keyboard('1');
  expect(byId('partners-p1')).toBeChecked();
});

test('agencies_can_be_chosen_also_where_it_cannot_be_said_which_fits', async () => {
  const { user } = await showWindow({}, REFER, (office) => office.refuse('partner_fits', 'disk-full'));
  expect(main().querySelector('[role=alert]')).toHaveAttribute('data-code', 'disk-full');
  expect(offered()).toHaveLength(5);
  await user.click(byId('partners-p3'));
  expect(byId('partners-p3')).toBeChecked();
});

test('a_referral_says_for_how_many_it_is_how_urgent_and_in_place_of_which', async () => {
  const { office, user } = await showWindow({}, REFER);
  await user.keyboard('1');
  await user.click(byId('refer-more').querySelector('summary') as HTMLElement);
  await user.type(byId('adults'), 'two');
  await user.click(byId('save'));
  await settle();
  expect(office.asked('refer_in_detail')).toBeUndefined();
  await user.clear(byId('adults'));
  await user.type(byId('adults'), '1');
  await user.type(byId('children'), '2');
  await user.selectOptions(byId('urgency'), 'urgent');
  await user.selectOptions(byId('re-referred-from'), 'r2');
  await user.click(byId('save'));
  await settle();
  expect(office.asked('refer_in_detail')).toMatchObject({
    form: { partnerIds: ['p1'], kind: 'cold_info' }, details: { adults: 1, children: 2, urgency: 'urgent', reReferredFrom: 'r2', status: null, exclusionsRead: false }, draft: { form: 'refer', about: 'v1' },
  });
});

test('an_agency_told_under_an_order_needs_no_release_and_says_which_order', async () => {
  const { office, user } = await showWindow({}, REFER);
  await user.keyboard('1');
  await user.click(byId('kind-warm_phone'));
  expect(byId('release')).toBeVisible();
  await user.click(byId('refer-more').querySelector('summary') as HTMLElement);
  await user.selectOptions(byId('legal-basis'), 'court_or_statute');
  expect(document.getElementById('release')).toBeNull();
  await user.type(byId('legal-basis-note'), 'Order 12');
  await user.click(byId('save'));
  await settle();
  expect(office.asked('refer_in_detail')).toMatchObject({ form: { releaseId: null }, details: { legalBasis: 'court_or_statute', legalBasisNote: 'Order 12' } });
});

test('all_that_is_known_of_a_referral_is_there_at_a_press', async () => {
  const { office, user } = await showWindow({}, VICTIM);
  expect(office.asked('referral_details')).toBeUndefined();
  await user.click(byId('more-r1'));
  await settle();
  expect(office.asked('referral_details')).toEqual({ referralId: 'r1' });
  expect(byId('about-r1')).toHaveTextContent('They have a place on Monday');
  expect(byId('about-r1')).toHaveTextContent('one adult, 2 children');
  expect(byId('about-r1')).toHaveTextContent('In place ofCounty Clinic');
  await user.click(byId('more-r1'));
  expect(document.getElementById('about-r1')).toBeNull();
});

test('what_came_of_a_referral_says_who_said_so_and_a_refusal_keeps_the_form', async () => {
  const { office, user } = await showWindow({}, VICTIM);
  office.refuse('record_referral_outcome', 'partner-word-needs-release');
  await user.click(byId('more-r1'));
  await settle();
  await user.click(byId('came-of-it-r1'));
  expect(document.querySelector('#outcome-source option[value=none]')).toBeNull();
  await user.click(byId('outcome-no'));
  await user.selectOptions(byId('outcome-source'), 'partner_with_release');
  await user.selectOptions(byId('barrier'), 'provider_full');
  await user.click(byId('save-outcome'));
  await settle();
  expect(byId('about-r1').querySelector('[role=alert]')).toHaveAttribute('data-code', 'partner-word-needs-release');
  expect(byId('barrier')).toHaveValue('provider_full');
  office.allow('record_referral_outcome');
  await user.selectOptions(byId('outcome-source'), 'victim');
  await user.click(byId('save-outcome'));
  await settle();
  expect(office.asked('record_referral_outcome')).toEqual({ referralId: 'r1', form: { outcome: 'no', source: 'victim', barrier: 'provider_full' }, seen: 'seen-details' });
});

test('a_stage_is_taken_over_as_another_system_calls_it', async () => {
  const { office, user } = await showWindow({}, VICTIM);
  await user.click(byId('more-r1'));
  await settle();
  await user.click(byId('told-outside-r1'));
  await user.selectOptions(byId('system'), 'findhelp');
  await user.type(byId('told-status'), ' got help ');
  await user.click(byId('save-told-outside'));
  await settle();
  expect(office.asked('advance_referral_as_told')).toEqual({ referralId: 'r1', system: 'findhelp', told: { status: 'got help', reason: null }, seen: 'seen-details' });
});

test('a_stage_keeps_its_day_and_its_reason', async () => {
  const { office, user } = await showWindow({}, VICTIM);
  await user.selectOptions(byId('status-r1'), 'could_not_reach');
  await user.type(byId('status-reason'), 'NAM/DOE, JOHN DOB/19700101');
  await user.click(byId('advance-r1'));
  await settle();
  expect(office.asked('advance_referral_in_detail')).toBeUndefined();
  await user.clear(byId('status-reason'));
  await user.type(byId('status-reason'), 'Her phone is off');
  await user.clear(byId('on'));
  await user.type(byId('on'), '2026-03-01');
  await user.click(byId('advance-r1'));
  await settle();
  expect(office.asked('advance_referral_in_detail')).toMatchObject({ referralId: 'r1', step: { status: 'could_not_reach', reason: 'Her phone is off', on: '2026-03-01' }, seen: 'seen-r1' });
});

test('several_agencies_are_told_each_by_its_own_letter_in_one_go', async () => {
  const { office, user } = await showWindow({}, { screen: 'refer', victimId: 'v1' });
  await user.click(byId('partners-p1'));
  await user.click(byId('partners-p2'));
  await user.click(byId('kind-letter'));
  await settle();
  expect(byId('letters')).toBeVisible();
  expect(document.getElementById('release')).toBeNull();
  await user.click(byId('save-letter'));
  await settle();
  expect(office.asked('refer_victim')?.form).toMatchObject({ kind: 'letter', partnerIds: ['p1', 'p2'], releaseId: null });
  expect(main().dataset.screen).toBe('agency-letter');
});
