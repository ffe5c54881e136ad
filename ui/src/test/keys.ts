// What each key that works everywhere does, for the test that presses them all.
import type { ScreenName } from '../app/router.svelte';
import { session } from '../app/session.svelte';
import { names } from '../victims/names.svelte';
import { byId, main } from './show';

const shows = (screen: string) => () => main().dataset.screen === screen;

/** What to press, as user-event writes it, and what is then so. Pressed on Today of a laptop, or on the screen named last. */
export const KEY_EFFECTS: Record<string, [press: string, isSo: () => boolean, from?: ScreenName]> = {
  F1: ['{F1}', () => main().dataset.page === 'deputy'],
  '?': ['?', () => main().dataset.page === 'keys'],
  F2: ['{F2}', shows('log-contact')],
  F3: ['{F3}', shows('find')],
  '/': ['/', shows('find')],
  F4: ['{F4}', shows('refer')],
  N: ['n', shows('new-victim')],
  F8: ['{F8}', shows('send-week')],
  'Ctrl+S': ['{F2}{Control>}s{/Control}', () => document.querySelector('[role=alert]') !== null],
  'Ctrl+Enter': ['{F2}{Control>}{Enter}{/Control}', () => document.querySelector('[role=alert]') !== null],
  'Ctrl+P': ['{Control>}p{/Control}', () => byId('printed').textContent === 'yes'],
  'Ctrl+Z': ['{Control>}z{/Control}', () => document.getElementById('undo-refused') !== null],
  'Ctrl+K': ['{Control>}k{/Control}', () => session.palette],
  Alt: ['{Alt>}', () => names.visible],
  'Alt+1': ['{Alt>}1{/Alt}', shows('today'), 'find'],
  'Alt+8': ['{Alt>}8{/Alt}', shows('more')],
  Esc: ['{Escape}', shows('today'), 'find'],
  F9: ['{F9}', () => document.documentElement.dataset.theme === 'night'],
  'Ctrl++': ['{Control>}+{/Control}', () => session.start?.zoom === 110],
  'Ctrl+-': ['{Control>}-{/Control}', () => session.start?.zoom === 90],
  'Ctrl+0': ['{Control>}+0{/Control}', () => session.start?.zoom === 100 && session.status.includes('100')],
  F12: ['{F12}', () => session.hidden],
  'Shift Shift Shift': ['{Shift}{Shift}{Shift}', () => session.hidden],
  'Ctrl+L': ['{Control>}l{/Control}', shows('unlock')],
};
