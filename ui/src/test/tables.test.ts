// Tables of an old system come in as a person decides; tables for a spreadsheet go out.
import { expect, test } from 'vitest';
import { barriers, byId, settle, showWindow } from './show';

const COUNTY = { kind: 'countyOffice', placeName: 'County desk' } as const;

async function columnsRead() {
  const shown = await showWindow(COUNTY, { screen: 'bring-in' });
  await shown.user.type(byId('table'), '/stick/victims.csv');
  await shown.user.type(byId('source'), 'Access 2015');
  await shown.user.click(byId('read-columns'));
  await settle();
  return shown;
}

test('each column waits until a person decides, and what she decides is what is tried and then brought in', async () => {
  const { office, user } = await columnsRead();
  expect(office.asked('propose_mapping')).toEqual({ path: '/stick/victims.csv', what: 'victims', source: 'Access 2015', sheet: null });
  expect(byId('open-decisions')).toHaveTextContent('2 columns wait for you.');
  expect(await barriers()).toEqual([]);
  await user.selectOptions(byId('means-0'), '-');
  await user.selectOptions(byId('value-3-1'), 'with_conditions');
  expect(byId('open-decisions')).toHaveTextContent('Every column is decided.');
  expect(byId('bring-in')).toBeDisabled();
  await user.click(byId('try'));
  await settle();
  const mapping = {
    what: 'victims', source: 'Access 2015', sheet: null, key: 'ClientID', dates: ['MM/DD/YYYY'], always: {}, leaveOut: ['Narrative'], undecided: [],
    columns: [
      { column: 'First', field: 'given_name', values: {}, empty: null, partedBy: null },
      { column: 'SafeToCall', field: 'phone_safe', values: { Y: 'yes', sometimes: 'with_conditions' }, empty: null, partedBy: null },
    ],
  };
  expect(office.asked('import_table')).toEqual({ path: '/stick/victims.csv', mapping, dryRun: true, rejects: null, language: 'en' });
  expect(byId('import-result')).toHaveTextContent('Nothing was written');
  expect(byId('refused-rows')).toHaveTextContent('DOB');
  expect(byId('doubles')).toHaveTextContent('RV-26-B7-0004');
  await user.type(byId('rejects-file'), '/stick/refused.csv');
  await user.click(byId('bring-in'));
  await settle();
  expect(office.asked('import_table')).toEqual({ path: '/stick/victims.csv', mapping, dryRun: false, rejects: '/stick/refused.csv', language: 'en' });
  expect(byId('import-result')).toHaveTextContent('/stick/refused.csv');
  expect(await barriers()).toEqual([]);
});

test('after a change it is tried again before anything comes in', async () => {
  const { user } = await columnsRead();
  await user.click(byId('try'));
  await settle();
  expect(byId('bring-in')).toBeEnabled();
  await user.selectOptions(byId('means-2'), 'family_name');
  expect(byId('bring-in')).toBeDisabled();
});

test('what the program refuses stands on the screen with what was decided', async () => {
  const { office, user } = await columnsRead();
  office.refuse('import_table', 'import-undecided', { column: 'Narrative' });
  await user.selectOptions(byId('means-2'), 'family_name');
  await user.click(byId('try'));
  await settle();
  expect(document.querySelector('[role="alert"], .error, [data-code]')).not.toBeNull();
  expect(byId('means-2')).toHaveValue('family_name');
});

test('a table goes out without names unless they are asked for', async () => {
  const { office, user } = await showWindow(COUNTY, { screen: 'take-out' });
  await user.click(byId('take-out'));
  expect(office.asked('export_table')).toBeUndefined();
  await user.type(byId('table-folder'), '/stick');
  await user.click(byId('take-out'));
  await settle();
  expect(office.asked('export_table')).toEqual({ table: 'victims', withNames: false, path: '/stick/victims-2026-03-03.csv' });
  expect(byId('taken-out')).toHaveTextContent('One restricted record was left out.');
  await user.type(byId('directory-folder'), '/stick/directory');
  await user.click(byId('take-out-directory'));
  await settle();
  expect(office.asked('export_directory')).toEqual({ folder: '/stick/directory' });
  expect(byId('directory-out')).toHaveTextContent('4 agencies and 7 services');
});
