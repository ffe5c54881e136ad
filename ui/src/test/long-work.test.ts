// Long work shows how far it is and can be stopped; a backup is made, and brought back.
import { expect, test } from 'vitest';
import { barriers, byId, hold, settle, showWindow } from './show';

const COUNTY = { kind: 'countyOffice', placeName: 'County desk' } as const;

const wait = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms));

test('slow work tells what it does, how far it is, and stops when asked; then nothing of it is left', async () => {
  const { office, user } = await showWindow({}, { screen: 'settings' });
  const answer = hold(office, 'check_data');
  office.howFar = { work: 'check', file: 1, files: 1, done: 12_000, of: 40_000 };
  await user.click(byId('check-data'));
  await settle();
  expect(document.getElementById('how-far')).toBeNull();
  await wait(1_000);
  await settle();
  expect(byId('how-far')).toHaveTextContent('Checking my data');
  expect(byId('how-far')).toHaveTextContent('12,000 of 40,000');
  expect(byId('how-far')).not.toHaveTextContent('left');
  expect(await barriers()).toEqual([]);
  await wait(2_000);
  await settle();
  expect(byId('how-far')).toHaveTextContent(/about \d+ s left/);
  await user.click(byId('stop-work'));
  expect(office.asked('stop_work')).toEqual({});
  expect(byId('stop-work')).toBeDisabled();
  office.refuse('check_data', 'stopped');
  answer();
  await settle();
  expect(document.getElementById('how-far')).toBeNull();
});

test('a backup goes to the folder that was chosen, and the screen says when', async () => {
  const { office, user } = await showWindow(COUNTY, { screen: 'backup' });
  await user.click(byId('make-backup'));
  await settle();
  expect(office.asked('make_backup')).toBeUndefined();
  await user.type(byId('backup-folder'), '/disk');
  await user.click(byId('make-backup'));
  await settle();
  expect(office.asked('make_backup')).toEqual({ folder: '/disk' });
  expect(byId('backup-made')).toHaveTextContent('/disk/countyline-20260303T140300');
  expect(byId('last-backup')).toHaveTextContent('today 14:03');
});

test('where there is no office, a backup is brought back and its passphrase asked for', async () => {
  const { office, user } = await showWindow({ state: 'noOffice' });
  await user.click(byId('bring-back'));
  await user.type(byId('backup'), '/disk/countyline-20260303T140300');
  await user.click(byId('bring-back-now'));
  await settle();
  expect(office.asked('bring_back_backup')).toEqual({ backup: '/disk/countyline-20260303T140300' });
  expect(byId('last-backup')).toHaveTextContent('Last backup');
});
