// Which page of the guide, and which heading on it, F1 opens from each screen. A test finds every target.
import type { ScreenName } from '../app/router.svelte';
import type { OfficeState } from '../backend';
import type { Target } from './page';

/** What stands before an open office. */
export const DOORS: Partial<Record<OfficeState, 'first-run' | 'joining' | 'unlock'>> = { noOffice: 'first-run', joining: 'joining', locked: 'unlock' };

/** Everything that F1 can be pressed on. */
export type Helped = ScreenName | 'first-run' | 'joining' | 'unlock';

/** The keys, and what to remember: a page that is made from the program's own table. */
export const KEYS_PAGE: Target = { page: 'keys' };

const deputy = (heading: string): Target => ({ page: 'deputy', heading });
const coordinator = (heading: string): Target => ({ page: 'coordinator', heading });

export const HELP: Record<Helped, Target> = {
  'first-run': { page: 'quick-start', heading: 'once-the-county-office-opens' },
  joining: { page: 'quick-start', heading: 'once-a-laptop-joins' },
  unlock: deputy('unlock'),
  today: deputy('today'),
  find: deputy('find'),
  'new-victim': deputy('new-victim'),
  victim: deputy('a-victims-page'),
  history: deputy('what-was-changed'),
  'log-contact': deputy('log-a-contact'),
  refer: deputy('refer'),
  letter: deputy('the-letter'),
  'agency-letter': deputy('a-letter-to-the-agency'),
  anonymous: deputy('contacts-without-a-name'),
  queue: deputy('who-does-what'),
  'make-paper': deputy('other-papers'),
  papers: deputy('papers-that-are-out'),
  disclosures: deputy('what-was-told-about-whom'),
  partners: deputy('partner-agencies'),
  partner: deputy('one-agency'),
  'new-partner': deputy('a-new-agency'),
  'send-week': deputy('send-the-week'),
  conflicts: deputy('to-decide'),
  drafts: deputy('forms-you-did-not-finish'),
  settings: deputy('settings'),
  backup: deputy('back-up'),
  more: deputy('more'),
  duplicates: { page: 'two-records', heading: 'see-who-may-be-recorded-twice' },
  inbox: coordinator('the-inbox'),
  laptops: coordinator('laptops-and-keys'),
  agreements: coordinator('agreements'),
  erasures: coordinator('erase-for-good'),
  'who-looked': coordinator('who-looked-at-what'),
  staff: coordinator('people-and-on-call'),
  trainings: coordinator('trainings'),
  surveys: coordinator('surveys'),
  outreach: coordinator('outreach-and-meetings'),
  groups: coordinator('boards-and-task-forces'),
  wordings: coordinator('words-of-our-papers'),
  counts: coordinator('figures-for-the-grant'),
  'bring-in': coordinator('bring-in-a-table'),
  'take-out': coordinator('tables-for-a-spreadsheet'),
  policies: coordinator('policies-and-lists'),
};
