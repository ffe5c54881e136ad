import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import type { Place } from '../app/router.svelte';
import type { StartView } from '../backend';
import { barriers, byId, main, settle, showWindow } from './show';

const COUNTY: Partial<StartView> = { kind: 'countyOffice' };
const SCREENS: [string, Partial<StartView>, Place?, (string | [string, string])[]?][] = [
  ['first-run', { state: 'noOffice', kind: null }],
  ['first-run', { state: 'noOffice', kind: null }, undefined, ['create-office', ['passphrase', 'made up words here'], 'create']],
  ['first-run', { state: 'noOffice', kind: null }, undefined, ['join-office']],
  ['joining', { state: 'joining' }, undefined, [['welcome', '/stick/cl-welcome.clw'], 'read-welcome']],
  ['unlock', { state: 'locked' }],
  ['today', {}],
  ['today', COUNTY],
  ['today', { theme: 'contrast' }],
  ['log-contact', {}, { screen: 'log-contact', victimId: 'v1' }],
  ['log-contact', {}, { screen: 'log-contact' }, ['save']],
  ['new-victim', {}, { screen: 'new-victim' }],
  ['find', {}, { screen: 'find' }],
  ['find', { theme: 'contrast' }, { screen: 'find' }],
  ['victim', {}, { screen: 'victim', victimId: 'v1' }],
  ['victim', {}, { screen: 'victim', victimId: 'v1' }, ['edit-method-m1', 'sign-release']],
  ['victim', {}, { screen: 'victim', victimId: 'v1' }, ['edit-about', 'do-not-contact']],
  ['victim', {}, { screen: 'victim', victimId: 'v1' }, ['add-incidents']],
  ['victim', {}, { screen: 'victim', victimId: 'v1' }, ['add-screens']],
  ['victim', {}, { screen: 'victim', victimId: 'v1' }, ['add-rights']],
  ['victim', {}, { screen: 'victim', victimId: 'v1' }, ['add-services', 'revoke-l1']],
  ['victim', {}, { screen: 'victim', victimId: 'v2' }, ['add-facts', 'add-name', 'race-ethnicity-declined', 'conditions-m1']],
  ['victim', {}, { screen: 'victim', victimId: 'v2' }, ['add-relations', 'ask-again-m1']],
  ['victim', {}, { screen: 'victim', victimId: 'v2' }, ['add-address']],
  ['victim', {}, { screen: 'victim', victimId: 'v2' }, ['add-access']],
  ['victim', {}, { screen: 'victim', victimId: 'v2' }, ['hold']],
  ['victim', {}, { screen: 'victim', victimId: 'v2' }, ['name-person']],
  ['victim', {}, { screen: 'victim', victimId: 'v2' }, ['hold-i1']],
  ['victim', {}, { screen: 'victim', victimId: 'v2' }, ['join-i1']],
  ['history', {}, { screen: 'history', victimId: 'v1' }],
  ['refer', {}, { screen: 'refer', victimId: 'v1' }, ['kind-warm_phone']],
  ['refer', {}, { screen: 'refer', victimId: 'v1' }, [['adults', '1'], 'kind-letter']],
  ['victim', {}, { screen: 'victim', victimId: 'v1' }, ['more-r1', 'came-of-it-r1']],
  ['victim', {}, { screen: 'victim', victimId: 'v1' }, ['more-r1', 'told-outside-r1']],
  ['letter', {}, { screen: 'letter', victimId: 'v1', referralIds: ['r1'] }, ['safe-to-carry-yes']],
  ['agency-letter', {}, { screen: 'agency-letter', victimId: 'v1', referralIds: ['r1'] }],
  ['agency-letter', {}, { screen: 'agency-letter', victimId: 'v1', referralIds: ['r2'] }, ['sign-release']],
  ['partners', {}, { screen: 'partners' }],
  ['partner', {}, { screen: 'partner', partnerId: 'p1' }, ['log-partner-contact']],
  ['partner', {}, { screen: 'partner', partnerId: 'p1' }, ['add-agreements']],
  ['partner', {}, { screen: 'partner', partnerId: 'p1' }, ['edit-sv1', 'add-phones']],
  ['partner', {}, { screen: 'partner', partnerId: 'p1' }, ['add-partner-places', 'add-addresses']],
  ['partner', {}, { screen: 'partner', partnerId: 'p3' }, ['add-partner-places']],
  ['partner', {}, { screen: 'partner', partnerId: 'p1' }, ['edit-partner']],
  ['partner', {}, { screen: 'partner', partnerId: 'p1' }, ['add-partner-people']],
  ['partner', {}, { screen: 'partner', partnerId: 'p1' }, ['add-details']],
  ['agreements', {}, { screen: 'agreements' }, ['renew-a1']],
  ['new-partner', {}, { screen: 'new-partner' }],
  ['send-week', {}, { screen: 'send-week' }, [['folder', '/stick'], 'send']],
  ['inbox', COUNTY, { screen: 'inbox' }, [['folder', '/stick'], 'look', 'merge']],
  ['inbox', COUNTY, { screen: 'inbox' }, ['enrol-laptop', ['enrol-file', '/stick/a'], 'read-enrolment']],
  ['conflicts', COUNTY, { screen: 'conflicts' }],
  ['conflicts', COUNTY, { screen: 'conflicts' }, ['write-other']],
  ['conflicts', {}, { screen: 'conflicts' }, ['item-2']],
  ['conflicts', {}, { screen: 'conflicts' }, ['item-3']],
  ['conflicts', COUNTY, { screen: 'conflicts' }, ['item-4']],
  ['duplicates', COUNTY, { screen: 'duplicates' }],
  ['settings', {}, { screen: 'settings' }, ['check-data']],
  ['staff', COUNTY, { screen: 'staff' }, ['person-s2', 'add-hours']],
  ['trainings', COUNTY, { screen: 'trainings' }, ['attended-t1']],
  ['surveys', COUNTY, { screen: 'surveys' }, ['count-y1']],
  ['outreach', COUNTY, { screen: 'outreach' }, ['add-meetings']],
  ['outreach', COUNTY, { screen: 'outreach' }, ['add-events', 'add-left']],
  ['outreach', COUNTY, { screen: 'outreach' }, ['add-materials']],
  ['surveys', COUNTY, { screen: 'surveys' }, ['add-assessments']],
  ['groups', COUNTY, { screen: 'groups' }, ['group-gr1', 'edit-mb1']],
  ['groups', COUNTY, { screen: 'groups' }, ['add-groups']],
  ['counts', COUNTY, { screen: 'counts' }, ['how-Q1-']],
  ['policies', COUNTY, { screen: 'policies' }],
  ['wordings', COUNTY, { screen: 'wordings' }, [['logo-shows', 'A star'], 'save-logo']],
  ['wordings', COUNTY, { screen: 'wordings' }, ['wording-letter-closing', 'show-wording']],
  ['backup', {}, { screen: 'backup' }],
  ['bring-in', COUNTY, { screen: 'bring-in' }],
  ['take-out', COUNTY, { screen: 'take-out' }],
  ['laptops', COUNTY, { screen: 'laptops' }, ['revoke-aa11', 'look-f00d', 'enrol-laptop']],
  ['laptops', COUNTY, { screen: 'laptops' }, ['tell-code-0', ['passphrase', 'made up words here'], 'save-code']],
  ['laptops', COUNTY, { screen: 'laptops' }, ['tell-code-0']],
  ['laptops', COUNTY, { screen: 'laptops' }, ['add-sheets']],
  ['unlock', { state: 'locked' }, undefined, ['forgotten']],
  ['unlock', { ...COUNTY, state: 'locked' }, undefined, ['forgotten']],
  ['make-paper', {}, { screen: 'make-paper' }, ['safe-to-carry-no']],
  ['victim', {}, { screen: 'victim', victimId: 'v1' }, ['may-be-told', 'save-may-be-told']],
  ['victim', {}, { screen: 'victim', victimId: 'v1' }, ['add-exists']],
  ['log-contact', {}, { screen: 'log-contact', victimId: 'v1' }, ['way-m1', 'next-pick', 'outcome-reached_declined']],
  ['log-contact', {}, { screen: 'log-contact', victimId: 'v1' }, ['outcome-reached_declined', 'save']],
  ['letter', {}, { screen: 'letter', victimId: 'v1', referralIds: ['r1'] }, ['safe-to-carry-no']],
  ['anonymous', {}, { screen: 'anonymous' }, ['add-anonymous']],
  ['staff', COUNTY, { screen: 'staff' }],
  ['papers', COUNTY, { screen: 'papers' }],
  ['disclosures', COUNTY, { screen: 'disclosures' }],
  ['who-looked', COUNTY, { screen: 'who-looked' }],
  ['erasures', COUNTY, { screen: 'erasures' }, ['purge-v2']],
  ['help', {}, { screen: 'more' }, ['more-help']],
  ['help', {}, { screen: 'more' }, ['more-help', 'help-page-it']],
  ['help', {}, { screen: 'more' }, ['more-help', 'help-page-monday']],
  ['erasures', COUNTY, { screen: 'erasures' }, [['who', '0011{Enter}'], 'what-one']],
  ['queue', COUNTY, { screen: 'queue' }, ['assign-f1']],
  ['policies', COUNTY, { screen: 'policies' }, ['add-policy', ['identity-months', '2']]],
  ['policies', COUNTY, { screen: 'policies' }, ['install-pack', ['pack-file', '/stick/ohio.json'], 'save-read-pack']],
  ['victim', {}, { screen: 'victim', victimId: 'v1' }, ['assign-f1']],
  ['more', {}, { screen: 'more' }],
  ['more', COUNTY, { screen: 'more' }, ['palette-open', ['palette', 'ref']]],
];

describe('no_screen_keeps_anyone_out', () => {
  test.each(SCREENS)('%s %o %o %o', async (name, start, place, steps = []) => {
    const { user } = await showWindow({ ...start, training: true }, place, (office) => {
      if (start.kind === 'countyOffice') office.role = 'coordinator';
    });
    for (const step of steps) {
      if (typeof step === 'string') await user.click(byId(step));
      else await user.type(byId(step[0]), step[1]);
      await settle();
    }
    expect(main().dataset.screen).toBe(name);
    await vi.waitFor(() => expect([...document.querySelectorAll('h1')].filter((one) => !one.closest('[hidden]'))).toHaveLength(1));
    expect(byId('training')).toHaveTextContent('TRAINING OFFICE – made-up people');
    expect(await barriers()).toEqual([]);
  }, 60_000);
});

test('the_check_for_barriers_can_fail', async () => {
  await showWindow();
  main().append(document.createElement('input'));
  expect(await barriers()).not.toEqual([]);
});

type Colours = Record<string, string>;
const css = readFileSync('src/tokens.css', 'utf8');
function tokens(theme: 'day' | 'night' | 'contrast'): Colours {
  const block = css.slice(css.indexOf(`[data-theme='${theme}']`)).split('}')[0];
  return Object.fromEntries([...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, colour]) => [name, colour]));
}
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

// Every pair of a text and what it stands on; the second list is edges and the focus ring (3:1 is asked).
const TEXTS: [string, string[]][] = [
  ['ink', ['bg', 'panel', 'sunken', 'accent-soft']],
  ['mute', ['bg', 'panel', 'sunken', 'accent-soft']],
  ['accent', ['bg', 'panel', 'accent-soft']],
  ['accent-ink', ['accent']],
  ['danger', ['bg', 'panel', 'danger-soft', 'accent-soft']],
  ['warn', ['bg', 'panel', 'warn-soft', 'accent-soft']],
  ['ok', ['panel', 'ok-soft', 'accent-soft']],
  ['rail-ink', ['rail']],
  ['rail-on-ink', ['rail-on']],
  ['training-ink', ['training']],
];
const EDGES: [string, string[]][] = [
  ['line', ['bg', 'panel', 'sunken']],
  ['focus', ['bg', 'panel', 'sunken', 'accent-soft']],
  ['focus-rail', ['rail']],
  ['warn-line', ['panel']],
  ['accent', ['panel', 'bg']],
];

/** What is asked of the edges and texts of each theme. */
const LEAST = { day: [4.5, 3], night: [4.5, 3], contrast: [7, 4.5] } as const;
describe.each(['day', 'night', 'contrast'] as const)('by %s', (theme) => {
  const colours = tokens(theme);
  const pairs = (list: [string, string[]][], least: number) => list.flatMap(([front, backs]) => backs.map((back) => [front, back, least] as const));
  test.each([...pairs(TEXTS, LEAST[theme][0]), ...pairs(EDGES, LEAST[theme][1])])('%s_can_be_told_from_%s', (front, back, least) => {
    expect(contrast(colours[front], colours[back])).toBeGreaterThanOrEqual(least);
  });
});

test('in_high_contrast_every_panel_and_row_ends_at_an_edge', () => {
  const colours = tokens('contrast');
  for (const back of ['bg', 'panel', 'sunken']) expect(contrast(colours.hair, colours[back])).toBeGreaterThanOrEqual(7);
});

/** What stands in the block behind `@media (forced-colors: active)`. */
function forced(file: string): string {
  const source = readFileSync(file, 'utf8');
  const from = source.indexOf('@media (forced-colors: active)');
  expect(from).toBeGreaterThan(0);
  return source.slice(from, source.indexOf('\n}', from));
}

test('where_colours_are_forced_every_token_is_one_of_the_computers_own', () => {
  const own = Object.fromEntries([...forced('src/tokens.css').matchAll(/--([a-z-]+):\s*([A-Za-z]+);/g)].map(([, name, colour]) => [name, colour]));
  expect(Object.keys(tokens('day')).filter((name) => !/^(Canvas|CanvasText|Highlight|HighlightText)$/.test(own[name] ?? ''))).toEqual([]);
  const one = (front: string, backs: string[]): [string, string][] => backs.map((back) => [own[front], own[back]]);
  const pairs = [...TEXTS, ...EDGES].flatMap(([front, backs]) => one(front, backs));
  const seen = ['CanvasText Canvas', 'Highlight Canvas', 'HighlightText Highlight'];
  expect(pairs.map((pair) => pair.join(' ')).filter((pair) => !seen.includes(pair))).toEqual([]);
});

test('where_colours_are_forced_the_focus_and_what_is_chosen_keep_an_edge_and_paper_stays_white', () => {
  const rules = forced('src/app.css');
  expect(rules).toMatch(/:focus-visible \{\s*outline: 3px solid Highlight/);
  expect(rules).toMatch(/\[aria-pressed='true'\], \[aria-selected='true'\], \[aria-current\]\) \{\s*outline: 2px solid Highlight/);
  expect(readFileSync('src/letters/Pages.svelte', 'utf8')).toMatch(/img \{[^}]*forced-color-adjust: none/);
});

test('pictures_are_drawn_in_colours_of_the_tokens_alone', () => {
  for (const file of ['src/parts/Bars.svelte', 'src/counts/Figures.svelte', 'src/parts/Steps.svelte']) {
    const fills = [...readFileSync(file, 'utf8').matchAll(/\b(?:fill|stroke): ?([^;]+);/g)].map(([, colour]) => colour);
    expect(fills.length, file).toBeGreaterThan(0);
    expect(fills.filter((colour) => !/^(var\(--[a-z-]+\)|none|currentcolor)$/.test(colour)), file).toEqual([]);
  }
});
