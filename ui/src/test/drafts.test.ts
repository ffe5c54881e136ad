import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { session } from '../app/session.svelte';
import { KEPT_NOWHERE } from '../drafts/fields';
import type { Office } from './office';
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

test.each([
  ['a service', { screen: 'victim', victimId: 'v1' }, ['add-services'], 'minutes', 'save-service', 'form-service', 'v1'],
  ['an order that is corrected', { screen: 'victim', victimId: 'v1' }, ['edit-order-o1'], 'expires-on', 'save-order-of-protection', 'form-order-of-protection', 'o1'],
  ['a new order after one was opened', { screen: 'victim', victimId: 'v1' }, ['edit-order-o1', 'cancel-order-of-protection', 'add-orders'], 'expires-on', 'save-order-of-protection', 'form-order-of-protection', 'v1'],
  ['hours of one of several people', { screen: 'staff' }, ['person-s2', 'add-hours'], 'minutes', 'save-work', 'form-work-hours', 's2'],
  ['a survey of the office', { screen: 'surveys' }, ['add-surveys'], 'title', 'save-survey', 'form-survey', null],
] as const)('what_is_typed_of_%s_is_kept_comes_back_after_the_lock_and_goes_with_the_save', async (_, place, opens, field, save, form, about) => {
  const role = (office: Office) => (office.role = 'coordinator');
  const { office, user } = await showWindow({ kind: 'countyOffice' }, place, role);
  const open = async () => {
    for (const id of opens) {
      await user.click(byId(id));
      await settle();
    }
  };
  await open();
  const typed = byId<HTMLInputElement>(field).type === 'date' ? '2026-09-30' : '45';
  await user.clear(byId(field));
  await user.type(byId(field), typed);
  await wait(450);
  await settle();
  expect(office.drafts).toMatchObject([{ form, about }]);
  await user.keyboard('{Control>}l{/Control}');
  await settle();
  await user.type(byId('passphrase'), 'maple river candle orbit{Enter}');
  await settle();
  expect(byId('draft-0')).not.toHaveTextContent('A form on a page');
  await user.keyboard('{Enter}');
  await settle();
  expect(session.router.place).toEqual(place);
  await open();
  expect(byId<HTMLInputElement>(field).value).toBe(typed);
  expect(byId('draft-brought-back')).toBeVisible();
  await user.click(byId(save));
  await settle();
  expect(office.asked('finish_draft')).toEqual({ key: { form, about } });
  expect(office.drafts).toEqual([]);
});

test('a_refused_form_among_others_keeps_its_draft_and_the_next_save_takes_none', async () => {
  const { office, user } = await showWindow({}, { screen: 'victim', victimId: 'v1' });
  await user.click(byId('edit-order-o1'));
  await user.selectOptions(byId('served'), 'yes');
  office.refuse('edit_protection_order', 'disk-full');
  await user.click(byId('save-order-of-protection'));
  await settle();
  expect(office.drafts).toHaveLength(1);
  expect(office.asked('finish_draft')).toEqual({ key: null });
});

test('nothing_is_kept_of_a_form_with_a_passphrase_or_a_code_word', async () => {
  const { office, user } = await showWindow({}, { screen: 'victim', victimId: 'v1' });
  await user.click(byId('conditions-m1'));
  await user.type(byId('code-word-new'), 'heron');
  await user.keyboard('{Escape}');
  session.router.go({ screen: 'settings' });
  await settle();
  await user.type(byId('old-passphrase'), 'maple river candle orbit');
  await wait(450);
  await settle();
  expect(office.asked('keep_draft')).toBeUndefined();
});

test('every_form_that_asks_for_something_secret_is_named', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.svelte'));
  const secret = files.map((path) => readFileSync(`src/${path}`, 'utf8')).flatMap((text) =>
    [...text.matchAll(/<SaveForm\b[^]*?<\/SaveForm>/g)].filter(([form]) => /type="password"|code-word-new/.test(form)).map(([form]) => /id="([^"]+)"/.exec(form)?.[1]));
  expect([...new Set(secret)].sort()).toEqual([...KEPT_NOWHERE].sort());
});

/** The name a draft of each form is kept under, out of the components; where a form is one of several, those. */
function formsOnPages(folder = 'src'): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return entry.name === 'test' ? [] : formsOnPages(`${folder}/${entry.name}`);
    if (!entry.name.endsWith('.svelte')) return [];
    const source = readFileSync(`${folder}/${entry.name}`, 'utf8');
    return [...source.matchAll(/<SaveForm\s+(?:id="([a-z-]+)"|id=\{`read-\$\{id\}`\}|\{id\})([^\n]*)/g)].flatMap(([whole, id, rest]) => {
      if (!id) return ['pack', 'lists'].map((one) => (whole.includes('read-') ? `read-${one}` : one));
      if (id === 'incident') return [...source.matchAll(/kind === '([a-z]+)'/g)].map(([, kind]) => `incident-${kind}`);
      return id === 'work' && rest.includes('which') ? ['work-hours', 'work-call-out'] : [id];
    });
  });
}

test.each(['en', 'es'])('every_form_that_keeps_a_draft_has_a_name_of_its_own_in_%s', (language) => {
  const forms = [...new Set(formsOnPages())].filter((form) => !KEPT_NOWHERE.includes(form));
  expect(forms.length).toBeGreaterThan(45);
  const words = readFileSync(`../assets/words/${language}/window.ftl`, 'utf8');
  const named = forms.map((form) => new RegExp(`^draft-form-${form} = (.*)$`, 'm').exec(words)?.[1]);
  expect(forms.filter((_, place) => !named[place])).toEqual([]);
  expect(new Set(named).size).toBe(forms.length);
});

test('the_list_names_each_form_and_one_of_another_version_as_a_form_on_a_page', async () => {
  const kept = (form: string) => ({ form, about: 'v1', caseNumber: 'RV-26-B7-0004', content: '{"place":{"screen":"victim","victimId":"v1"},"fields":{}}', keptAt: '2026-03-03T14:02:00-07:00' });
  await showWindow({}, { screen: 'drafts' }, (office) => void (office.drafts = [kept('form-service'), kept('form-incident-new'), kept('form-wording-en-letter-closing'), kept('form-of-tomorrow'), kept('refer')]));
  const rows = [...main().querySelectorAll('[data-row]')].map((row) => row.querySelector('.what')?.textContent);
  expect(rows).toEqual(['Service', 'New incident', 'Words of a paper', 'A form on a page', 'Refer']);
});
