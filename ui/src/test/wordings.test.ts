import { expect, test } from 'vitest';
import { morePlaces } from '../app/offers';
import { byId, main, settle, showWindow } from './show';

const COUNTY = { kind: 'countyOffice' } as const;
const PLACE = { screen: 'wordings' } as const;

test('a_text_shows_the_programs_words_beside_the_countys_and_is_worded', async () => {
  const { office, user } = await showWindow(COUNTY, PLACE);
  expect(document.getElementById('wording-agency-reply-1')).toBeNull();
  await user.click(byId('wording-letter-closing'));
  await settle();
  expect(main()).toHaveTextContent('You are not alone in this.');
  expect(byId('text')).toHaveValue('We are here for you.');
  await user.clear(byId('text'));
  await user.type(byId('text'), 'Call us.');
  await user.click(byId('save-wording'));
  await settle();
  expect(office.asked('set_wording')).toEqual({ form: { language: 'en', message: 'letter-closing', text: 'Call us.' }, seen: 'seen-closing' });
  expect(document.activeElement).toHaveAttribute('id', 'wording-letter-closing');
});

test('how_a_text_reads_is_shown_before_it_is_saved', async () => {
  const { office, user } = await showWindow(COUNTY, PLACE);
  await user.selectOptions(byId('paper'), 'wordings-signatures');
  await settle();
  await user.click(byId('wording-letter-signed'));
  await settle();
  await user.click(byId('show-wording'));
  await settle();
  expect(office.asked('rehearse_wording')?.form).toMatchObject({ message: 'letter-signed' });
  expect(byId('how-it-reads')).toHaveTextContent('Call [office].');
  expect(office.asked('set_wording')).toBeUndefined();
  await user.type(byId('text'), '.');
  await settle();
  expect(document.getElementById('how-it-reads')).toBeNull();
});

test('a_text_that_would_give_her_away_is_refused_with_the_word', async () => {
  const { office, user } = await showWindow(COUNTY, PLACE);
  await user.selectOptions(byId('paper'), 'wordings-discreet');
  await user.click(byId('wording-discreet-title'));
  await settle();
  expect(main()).toHaveTextContent('no word that gives it away');
  office.refuse('set_wording', 'wording-refused', { message: 'discreet-title', flaw: 'denied_word', what: 'victim' });
  await user.click(byId('save-wording'));
  await settle();
  expect(main().querySelector('[role=alert]')).toHaveTextContent('holds “victim”');
  expect(byId('text')).toBeVisible();
});

test('the_programs_words_are_given_back_and_only_where_the_county_worded_something', async () => {
  const { office, user } = await showWindow(COUNTY, PLACE);
  await user.selectOptions(byId('paper'), 'wordings-signatures');
  await settle();
  await user.click(byId('wording-letter-signed'));
  await settle();
  expect(document.getElementById('reset-wording')).toBeNull();
  await user.click(byId('only-own-yes'));
  await settle();
  expect([...main().querySelectorAll('[data-row]')].map((row) => row.id)).toEqual(['wording-letter-closing', 'wording-letterhead']);
  await user.click(byId('wording-letterhead'));
  await settle();
  expect(main()).toHaveTextContent('The county’s words are not used');
  await user.click(byId('reset-wording'));
  await settle();
  expect(office.asked('reset_wording')).toEqual({ language: 'en', message: 'letterhead', seen: 'seen-head' });
});

test('a_logo_is_set_with_what_it_shows_is_seen_and_is_taken_off_again', async () => {
  const { office, user } = await showWindow(COUNTY, PLACE);
  expect(byId('no-logo')).toBeVisible();
  await user.click(byId('logo-file-choose'));
  await user.type(byId('logo-shows'), 'A star');
  office.refuse('set_logo', 'logo-refused', { flaw: 'large_file', least: '', most: '16' });
  await user.click(byId('save-logo'));
  await settle();
  expect(main().querySelector('[role=alert]')).toHaveTextContent('larger than 16 kB');
  office.allow('set_logo');
  await user.click(byId('save-logo'));
  await settle();
  expect(office.asked('set_logo')).toEqual({ path: '/stick/cl-1a2b3c4d.clb', shows: 'A star', seen: '' });
  expect(byId('logo')).toHaveAttribute('alt', 'A star');
  await user.click(byId('remove-logo'));
  await settle();
  expect(office.asked('remove_logo')).toEqual({ seen: 'seen-logo' });
  expect(byId('no-logo')).toBeVisible();
});

test('wording_papers_is_the_coordinators_at_the_county', () => {
  const screens = (role: string, county: boolean) => morePlaces(role, county).map((one) => one.place.screen);
  expect(screens('coordinator', true)).toContain('wordings');
  expect(screens('coordinator', false)).not.toContain('wordings');
  expect(screens('deputy', true)).not.toContain('wordings');
});
