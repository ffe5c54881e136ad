import { expect, test } from 'vitest';
import { byId, main, settle, showWindow } from './show';

const PLACE = { screen: 'partner', partnerId: 'p1' } as const;

test('the_page_of_an_agency_tells_its_worries_with_our_answers', async () => {
  await showWindow({}, PLACE);
  const rows = [...byId('concern-rows').querySelectorAll('tbody tr')].map((row) => row.textContent ?? '');
  expect(rows[0]).toContain('Client confidentiality');
  expect(rows[0]).toContain('We send no names without a release.');
  expect(rows[1]).toContain('Not answered');
});

test('the_picture_of_the_stages_has_its_days_in_a_table', async () => {
  await showWindow({}, PLACE);
  expect(byId('stage-picture')).toHaveAccessibleName(/3 steps/);
  expect(byId('stage-picture').querySelectorAll('circle')).toHaveLength(3);
  expect([...byId('stage-days').querySelectorAll('tbody tr')].map((row) => row.lastElementChild?.textContent)).toEqual(['Cooperating', 'Wary', 'Contacted']);
});

test('a_promise_is_settled_with_what_the_page_showed', async () => {
  const { office, user } = await showWindow({}, PLACE);
  expect(document.getElementById('kept-k2')).toBeNull();
  await user.click(byId('kept-k1'));
  await settle();
  expect(office.asked('settle_commitment')).toEqual({ contactId: 'k1', state: 'kept', seen: 'seen-k1' });
});

test('a_next_step_is_done_today', async () => {
  const { office, user } = await showWindow({}, PLACE);
  expect(main().querySelector('[data-step=k1]')).toHaveTextContent('2 days late');
  await user.click(byId('step-done-k1'));
  await settle();
  expect(office.asked('next_step_done')).toEqual({ contactId: 'k1', on: '2026-03-03' });
});

test('an_agreement_is_added_with_the_agency_of_the_page_and_signed_again', async () => {
  const { office, user } = await showWindow({}, PLACE);
  await user.click(byId('add-agreements'));
  await user.type(byId('title'), 'Rides to court');
  await user.click(byId('save-agreement'));
  await settle();
  expect(office.asked('create_agreement')?.form).toMatchObject({ title: 'Rides to court', partyIds: ['p1'], reviewOn: '2027-03-03', signedOn: null });
  await user.click(byId('renew-a1'));
  await user.click(byId('save-renewal'));
  await settle();
  expect(office.asked('renew_agreement')).toEqual({ agreementId: 'a1', signedOn: '2026-03-03', reviewOn: '2027-03-03' });
});

test('esc_closes_a_form_and_gives_the_focus_back_before_it_leaves_the_screen', async () => {
  const { user } = await showWindow({}, PLACE);
  await user.click(byId('add-agreements'));
  await user.keyboard('{Escape}');
  await settle();
  expect(main().dataset.screen).toBe('partner');
  expect(document.activeElement).toHaveAttribute('id', 'add-agreements');
  await user.keyboard('{Escape}');
  expect(main().dataset.screen).not.toBe('partner');
});

test('a_contact_keeps_its_purpose_who_promised_and_the_next_step', async () => {
  const { office, user } = await showWindow({}, PLACE);
  await user.keyboard('e');
  await settle();
  await user.selectOptions(byId('purpose'), 'mou');
  await user.type(byId('commitment'), 'Bring the draft');
  await user.selectOptions(byId('commitment-by'), 'us');
  await user.type(byId('next-step'), 'Sign it');
  await user.click(byId('save'));
  await settle();
  expect(office.asked('record_outreach')?.form).toMatchObject({
    contact: { partnerId: 'p1', commitment: 'Bring the draft' }, purpose: 'mou', commitmentBy: 'us', nextStep: 'Sign it', nextOn: null,
  });
});

test('what_came_of_referrals_is_numbers_and_nobody', async () => {
  await showWindow({}, PLACE);
  expect(byId('came-of-it')).toHaveTextContent(/Accepted3.*Completed4.*Could not reach her1/s);
  expect(byId('came-of-it')).not.toHaveTextContent('RV-26');
});
