import { afterEach, expect, test } from 'vitest';
import type { Place } from '../app/router.svelte';
import { session } from '../app/session.svelte';
import { names } from '../victims/names.svelte';
import { KEY_EFFECTS } from './keys';
import { byId, main, settle, showWindow } from './show';

afterEach(() => {
  names.hold(false);
  document.documentElement.dataset.theme = 'day';
});

/** The guide's pages are fetched from files, which takes longer than an answer. */
async function open(heading: string): Promise<HTMLElement> {
  for (let round = 0; round < 200 && !document.getElementById(`help-${heading}`); round += 1) await settle();
  return byId(`help-${heading}`);
}

test('f1_opens_the_guide_at_the_screen_and_esc_gives_back_the_form_as_it_was', async () => {
  const { user, office } = await showWindow({}, { screen: 'victim', victimId: 'v1' });
  await user.click(byId('add-incidents'));
  const field = document.querySelector<HTMLInputElement>('[data-pane=incidents] input[type=text], [data-pane=incidents] input:not([type])')!;
  await user.type(field, 'Elm Creek');
  const asked = office.calls.length;
  await user.keyboard('{F1}');
  expect(await open('a-victims-page')).toHaveFocus();
  expect(main().dataset).toMatchObject({ screen: 'help', page: 'deputy' });
  expect(document.querySelector('.frame')).not.toBeVisible();
  await user.keyboard('{Escape}');
  await settle();
  expect(main().dataset.screen).toBe('victim');
  expect(field).toHaveFocus();
  expect(field.value).toBe('Elm Creek');
  expect(office.calls.slice(asked).map((call) => call.command)).toEqual([]);
});

test('no_key_reaches_the_screen_below_the_guide', async () => {
  const { user, office } = await showWindow({ kind: 'countyOffice' }, { screen: 'duplicates' });
  await user.keyboard('{F1}');
  await open('see-who-may-be-recorded-twice');
  const asked = office.calls.length;
  await user.keyboard('s1n/{Control>}{Enter}{/Control}{Control>}k{/Control}');
  await settle();
  expect(office.calls.slice(asked)).toEqual([]);
  expect(main().dataset.screen).toBe('help');
  await user.keyboard('{F3}');
  await settle();
  expect(main().dataset.screen).toBe('find');
});

test('the_guide_opens_before_any_office_is_and_its_links_stay_inside', async () => {
  const { user } = await showWindow({ state: 'locked' });
  await user.keyboard('{F1}');
  await open('unlock');
  await user.click([...main().querySelectorAll('button')].find((one) => one.textContent === 'steps')!);
  expect(await open('somebody-forgot-the-passphrase')).toHaveFocus();
  expect(byId('help-page-when-keys-are-lost')).toHaveAttribute('aria-current', 'page');
  expect(main().querySelector('a')).toBeNull();
});

test('the_lock_closes_the_guide_and_hiding_covers_it', async () => {
  const { user } = await showWindow({}, { screen: 'victim', victimId: 'v1' });
  await user.keyboard('{F1}');
  await open('a-victims-page');
  await user.keyboard('{F12}');
  expect(document.querySelector('.help')).not.toBeVisible();
  await user.keyboard('x{Control>}l{/Control}');
  await settle();
  expect(main().dataset.screen).toBe('unlock');
});

test('a_page_that_is_not_translated_says_so_and_is_marked_as_english', async () => {
  const { user } = await showWindow({ language: 'es' });
  await user.keyboard('{F1}');
  expect(await open('today')).toHaveTextContent('Hoy');
  await user.click(byId('help-page-it'));
  await open('what-it-is');
  expect(main()).toHaveTextContent('Aquí está en inglés.');
  expect(main().querySelector('article')).toHaveAttribute('lang', 'en');
});

test.each(Object.entries(KEY_EFFECTS))('the_key_%s_does_what_the_table_says', async (_key, [press, isSo, from]) => {
  const { user } = await showWindow({}, from && ({ screen: from } as Place));
  const print = document.createElement('button');
  print.dataset.print = '';
  print.id = 'printed';
  print.onclick = () => (print.textContent = 'yes');
  main().append(print);
  expect(isSo()).toBe(false);
  await user.keyboard(press);
  for (let round = 0; round < 60 && !isSo(); round += 1) await settle();
  expect(isSo()).toBe(true);
  session.help = null;
});
