// Lists of any length: the window draws a page of rows, whatever the program answers, so that it scrolls as smoothly
// over ten thousand as over ten.
import { cleanup, render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import type { Place } from '../app/router.svelte';
import { SCREENS } from '../app/screens';
import { session } from '../app/session.svelte';
import type { VictimPage } from '../backend';
import List from '../parts/List.svelte';
import { victims, type Office } from './office';
import { byId, main, showWindow } from './show';

const MANY = 10_000;
/** On the screens, where one answer holds many lists. */
const MANY_EACH = 400;
/** More rows than this are drawn nowhere at once. */
const AT_MOST = 120;

const row = createRawSnippet((one: () => { id: number }) => ({ render: () => `<li><button data-row>${one().id}</button></li>` }));
const rows = Array.from({ length: MANY }, (_, id) => ({ id }));

test('ten_thousand_rows_are_drawn_a_page_at_a_time_and_the_focus_goes_on_with_them', async () => {
  const { container } = render(List<{ id: number }>, { id: 'many', rows, row });
  const drawn = () => container.querySelectorAll('li').length;
  expect(drawn()).toBe(50);
  expect(byId('more-many')).toHaveTextContent('9,950');
  await userEvent.click(byId('more-many'));
  expect(drawn()).toBe(100);
  expect(document.activeElement).toHaveTextContent('50');
  await userEvent.keyboard('{End}');
  expect(document.activeElement).toHaveTextContent('99');
});

/** Answered a page at a time by the program itself: `FOUND_AT_MOST` and its like stand in the core. */
const PAGED_BY_THE_PROGRAM = ['today', 'waiting_referrals', 'find_victims', 'inbox_items', 'duplicate_candidates'];
/** One entry for each person, laptop or file of a paper; none grows with the years. */
const FEW = ['follow_up_queue', 'paper_languages', 'county_keys', 'groups', 'contact_gate', 'codes', 'key_table', 'laptops', 'counts', 'code_lists', 'state_packs', 'own_lists', 'paper_kinds', 'preview_letter', 'preview_paper'];
const KEYS = ['id', 'victimId', 'followUpId', 'contactId', 'message', 'laptopName', 'number', 'path', 'fileName'];

type Row = Record<string, unknown>;
const isList = (value: unknown): value is Row[] => Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'object' && one !== null && !Array.isArray(one));

/** The same rows again and again, each with an id of its own. */
function many(list: Row[]): Row[] {
  return Array.from({ length: MANY_EACH }, (_, place) => {
    const one = list[place % list.length];
    if (place < list.length) return one;
    return { ...one, ...Object.fromEntries(KEYS.filter((key) => key in one).map((key) => [key, typeof one[key] === 'number' ? place + 1_000 : `${String(one[key])}-${place}`])) };
  });
}

/** The lists of an answer, and those in what it holds. */
function grown(answer: unknown): unknown {
  if (isList(answer)) return many(answer);
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return answer;
  return Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, isList(value) ? many(value) : value]));
}

function growing(office: Office): void {
  const { invoke } = office;
  office.invoke = async (command, args) => {
    const answer = await invoke(command, args);
    return PAGED_BY_THE_PROGRAM.includes(command) || FEW.includes(command) ? answer : grown(answer);
  };
}

const NEEDED = { victimId: 'v1', partnerId: 'p1', referralId: 'r1', referralIds: ['r1'] };
/** Forms that were not finished are asked about only if there are any; their list is left otherwise. */
const screens = (Object.keys(SCREENS) as Place['screen'][]).filter((screen) => screen !== 'drafts');

test.each(screens)('%s_draws_a_page_of_every_long_list', async (screen) => {
  await showWindow({ kind: 'countyOffice' }, { ...NEEDED, screen } as Place, growing);
  expect(main().dataset.screen).toBe(screen);
  const crowded = [...main().querySelectorAll('*')].filter((node) => node.childElementCount > AT_MOST && !node.matches('select, #codes tbody'));
  expect(crowded.map((node) => `${node.tagName} ${node.id} ${node.className}: ${node.childElementCount}`)).toEqual([]);
}, 60_000);

/** What the window has drawn, and how much of it is rows. */
const drawn = () => ({ rows: main().querySelectorAll('li').length, all: document.querySelectorAll('*').length });

test('five_hundred_who_are_found_are_drawn_a_page_at_a_time', async () => {
  const counts: number[] = [];
  for (const found of [60, 500]) {
    const { user } = await showWindow({}, { screen: 'find' }, (office) => {
      const { invoke } = office;
      office.invoke = async (command, args) => (command === 'find_victims' ? Array.from({ length: found }, (_, at) => ({ ...victims[0], id: `v${at}` })) : invoke(command, args));
    });
    expect(byId('count')).toHaveTextContent(`${found} found`);
    expect(drawn().rows).toBe(50);
    counts.push(drawn().all);
    if (found === 500) {
      byId('victim-v0').focus();
      await user.keyboard('{End}');
      expect(document.activeElement?.id).toBe('victim-v49');
      await user.click(byId('more-found'));
      expect(drawn().rows).toBe(100);
      expect(document.activeElement?.id).toBe('victim-v50');
    }
    cleanup();
    session.start = null;
    session.router.reset();
  }
  // Ten times as many found are not one element more.
  expect(counts[1]).toBe(counts[0]);
});

test('a_timeline_of_a_thousand_contacts_weighs_what_one_of_a_hundred_does', async () => {
  const counts: number[] = [];
  for (const contacts of [100, 1_000]) {
    await showWindow({}, { screen: 'victim', victimId: 'v1' }, (office) => {
      const { invoke } = office;
      office.invoke = async (command, args) => {
        const answer = await invoke(command, args);
        if (command !== 'victim') return answer;
        const page = answer as VictimPage;
        return { ...page, timeline: Array.from({ length: contacts }, (_, at) => ({ ...page.timeline[0], id: `t${at}` })) };
      };
    });
    expect(byId('timeline').querySelectorAll(':scope > li').length).toBeLessThanOrEqual(50 + 5);
    counts.push(drawn().all);
    cleanup();
    session.start = null;
    session.router.reset();
  }
  expect(counts[1]).toBe(counts[0]);
});
