import { expect, test } from 'vitest';
import { session } from '../app/session.svelte';
import { proof } from '../app/proof.svelte';
import type { Office } from './office';
import { barriers, byId, main, settle, showWindow } from './show';

/** The program asks for the passphrase before a command, as it does once it was not typed for a while. */
function asksBefore(office: Office, command: string): void {
  office.refuse(command, 'passphrase-needed', { minutes: '2' });
}

const dialog = () => document.querySelector('[role=dialog]');
const times = (office: Office, command: string) => office.calls.filter((call) => call.command === command).length;

async function sending() {
  const shown = await showWindow({}, { screen: 'send-week' });
  asksBefore(shown.office, 'send_week');
  await shown.user.type(byId('folder'), '/stick');
  await shown.user.click(byId('send'));
  await settle();
  return shown;
}

test('what_sends_asks_for_the_passphrase_and_goes_on_with_the_very_same_command', async () => {
  const { office, user } = await sending();
  expect(dialog()).toHaveAccessibleName('Type your passphrase again');
  expect(dialog()).toHaveTextContent('2 minutes');
  expect(byId('passphrase-again')).toHaveFocus();
  expect(await barriers()).toEqual([]);
  office.allow('send_week');
  await user.keyboard('made up words here{Enter}');
  await settle();
  expect(office.asked('prove_passphrase')).toEqual({ passphrase: 'made up words here' });
  expect(dialog()).toBeNull();
  expect(times(office, 'send_week')).toBe(2);
  expect(office.calls.filter((call) => call.command === 'send_week').map((call) => call.args)).toEqual([{ folder: '/stick' }, { folder: '/stick' }]);
  expect(byId('sent')).toBeVisible();
});

test('esc_leaves_it_undone_and_the_form_as_it_was', async () => {
  const { office, user } = await sending();
  await user.keyboard('half{Escape}');
  await settle();
  expect(dialog()).toBeNull();
  expect(main().dataset.screen).toBe('send-week');
  expect(byId<HTMLInputElement>('folder').value).toBe('/stick');
  expect(main().querySelector('[role=alert]')).toHaveAttribute('data-code', 'passphrase-needed');
  expect(office.asked('prove_passphrase')).toBeUndefined();
  expect(times(office, 'send_week')).toBe(1);
});

test('a_wrong_passphrase_is_said_and_asked_for_again', async () => {
  const { office, user } = await sending();
  office.refuse('prove_passphrase', 'wrong-passphrase');
  await user.keyboard('four other words{Enter}');
  await settle();
  expect(dialog()?.querySelector('[role=alert]')).toHaveAttribute('data-code', 'wrong-passphrase');
  expect(byId<HTMLInputElement>('passphrase-again').value).toBe('');
  expect(times(office, 'send_week')).toBe(1);
});

test('one_wrong_passphrase_too_many_shuts_the_door', async () => {
  const { office, user } = await sending();
  office.refuse('prove_passphrase', 'locked-for-now', { minutes: '15' });
  office.start = { ...office.start, state: 'locked' };
  await user.keyboard('four other words{Enter}');
  await settle();
  expect(main().dataset.screen).toBe('unlock');
  expect(dialog()).toBeNull();
});

test('no_key_leads_anywhere_while_it_asks_and_hiding_takes_the_question_away', async () => {
  const { office, user } = await sending();
  await user.keyboard('{F2}{Control>}k{/Control}');
  await settle();
  expect(main().dataset.screen).toBe('send-week');
  expect(session.palette).toBe(false);
  await user.keyboard('{F12}');
  await settle();
  expect(office.asked('window_hidden')).toBeDefined();
  expect(proof.asks).toBe(false);
  await user.keyboard('x');
  expect(dialog()).toBeNull();
});

test('ctrl_l_locks_while_it_asks', async () => {
  const { user } = await sending();
  await user.keyboard('{Control>}l{/Control}');
  await settle();
  expect(main().dataset.screen).toBe('unlock');
});
