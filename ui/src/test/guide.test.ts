// The guide inside the window: every screen has its page, every link its target, and what it says of keys is so.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { pageOf, readPage, under } from '../../build/guide';
import { KEYS, SOME_SCREENS } from '../app/key-table';
import { contents, pageIn } from '../help/pages';
import type { Block, Inline, Page, Target } from '../help/page';
import { HELP, KEYS_PAGE } from '../help/targets';
import { KEY_EFFECTS } from './keys';

const GUIDE = '../docs/guide';
const files = [GUIDE, join(GUIDE, 'es')].flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.md')).map((name) => join(folder, name)));
const english = new Map<string, Page>([...files.filter((path) => !path.includes('/es/')), '../docs/merging-tables.md'].map((path) => [basename(path, '.md'), readPage(path)]));

const ids = (page: Page) => page.blocks.flatMap((one) => (one.kind === 'heading' ? [one.id] : []));

function runsOf(blocks: Block[]): Inline[] {
  return blocks.flatMap((one): Inline[] => {
    if (one.kind === 'list') return one.items.flatMap(runsOf);
    if (one.kind === 'table') return [...one.head.flat(), ...one.rows.flat(2)];
    return one.kind === 'code' ? [] : one.of;
  });
}
const flat = (runs: Inline[]): Inline[] => runs.flatMap((run) => (typeof run === 'object' && 'of' in run ? [run, ...flat(run.of)] : [run]));
const linksOf = (page: Page): Target[] => flat(runsOf(page.blocks)).flatMap((run) => (typeof run === 'object' && run.kind === 'link' ? [run.to] : []));
const codesOf = (page: Page): string[] => flat(runsOf(page.blocks)).flatMap((run) => (typeof run === 'object' && run.kind === 'code' ? [run.text] : []));

function stands({ page, heading }: Target): boolean {
  if (page === KEYS_PAGE.page) return heading === undefined;
  const found = english.get(page);
  return found !== undefined && (heading === undefined || ids(found).includes(heading));
}

test('every_screen_opens_a_heading_that_stands_in_the_guide', () => {
  expect(Object.keys(HELP).length).toBeGreaterThan(30);
  expect(Object.entries(HELP).filter(([, target]) => !target.heading || !stands(target)).map(([screen]) => screen)).toEqual([]);
  expect(stands({ page: 'deputy', heading: 'no-such-heading' })).toBe(false);
});

test.each(files)('every_link_in_%s_leads_somewhere', (path) => {
  const own = basename(path, '.md');
  const lost = linksOf(readPage(path)).filter(({ page, heading }) => !stands({ page: page || own, heading }));
  expect(lost).toEqual([]);
});

test('every_picture_of_the_guide_is_there', () => {
  const pictures = files.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, picture]) => join(dirname(path), picture)));
  expect(pictures.length).toBeGreaterThan(5);
  expect(pictures.filter((path) => !existsSync(path))).toEqual([]);
});

test('a_translated_page_keeps_the_places_of_the_english_one', async () => {
  const { page, translated } = await pageIn('deputy', 'es');
  expect(translated).toBe(true);
  expect(ids(page)).toEqual(ids(english.get('deputy')!));
  expect(page.title).toBe('Para agentes');
  expect(await pageIn('it', 'es')).toMatchObject({ translated: false, page: { title: 'For the IT person' } });
  expect(() => under(pageOf('# A\n\n## B\n'), pageOf('# A\n'))).toThrow('headings');
});

test('the_list_has_every_page_and_begins_with_the_three_roles', () => {
  const listed = contents('en').map((one) => one.page);
  expect(listed.slice(0, 3)).toEqual(['deputy', 'coordinator', 'it']);
  expect([...listed].sort()).toEqual([...english.keys()].sort());
});

test('what_the_guide_cannot_show_stops_the_build_and_links_out_are_text', () => {
  expect(() => pageOf('# A\n\n<script>alert(1)</script>\n')).toThrow('no way to show');
  expect(JSON.stringify(pageOf('# A\n\nSee [the site](https://example.org/x) and [the style](../style.md).\n').blocks)).toContain('(https://example.org/x)');
  expect(linksOf(pageOf('# A\n\nSee [the site](https://example.org/x) and [the style](../style.md).\n'))).toEqual([]);
});

const KNOWN = new Set([...KEYS, ...SOME_SCREENS].flatMap(([names]) => names));
/** A key as the guide writes it. */
const KEY = /^(F\d+|Esc|Enter|Alt|Shift( Shift)*|[A-Z?/]|\d|[←→↑↓]|(Ctrl|Alt)\+\S+)$/;
/** Keys of one screen, told in its part. */
const OF_A_SCREEN = new Set(['Enter', 'Shift', 'E', 'J', 'K', 'L', 'T', 'A', 'H', 'S', 'U', '1', '2', '0', '←', '→', 'Alt+5']);

test.each(files)('every_key_in_%s_is_a_key_of_the_program', (path) => {
  expect(codesOf(readPage(path)).filter((code) => KEY.test(code) && !KNOWN.has(code) && !OF_A_SCREEN.has(code))).toEqual([]);
});

test('the_quick_start_has_every_key_that_works_everywhere_and_no_other', () => {
  const table = english.get('quick-start')!.blocks.find((one) => one.kind === 'table');
  const told = (table?.kind === 'table' ? table.rows : []).flatMap(([cell]) => cell.flatMap((run) => (typeof run === 'object' && run.kind === 'code' ? [run.text] : [])));
  expect([...new Set(told)].sort()).toEqual([...new Set(KEYS.flatMap(([names]) => names))].sort());
});

test('every_key_of_the_table_is_pressed_by_a_test', () => {
  expect(Object.keys(KEY_EFFECTS).sort()).toEqual([...KNOWN].filter((key) => !['↑', '↓', '1', '9'].includes(key)).sort());
});

test('the_spanish_page_names_the_same_keys', () => {
  const keys = (path: string) => [...new Set(codesOf(readPage(path)).filter((code) => KEY.test(code)))].sort();
  expect(keys(join(GUIDE, 'es/deputy.md'))).toEqual(keys(join(GUIDE, 'deputy.md')));
});

test('no_page_needs_what_the_windows_policy_refuses', () => {
  expect(files.map((path) => readFileSync(path, 'utf8')).filter((text) => /<[a-z]/.test(text.replace(/`[^`]*`|```[\s\S]*?```/g, '')))).toEqual([]);
});
