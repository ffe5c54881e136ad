import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { AT_START_KB, atStart, overBudget, WHOLE_KB, WORDS_KB, type Built } from '../../build/budget';

/** What is so many kB long when compressed: noise in base 64 keeps three quarters. */
const noise = (kB: number): string => randomBytes(kB * 1000 * 1.01).toString('base64');
function chunk(fileName: string, kB: number, more: object = {}): Built {
  return { type: 'chunk', fileName, isEntry: false, imports: [], code: noise(kB), ...more };
}
const data = (fileName: string, kB: number): Built => ({ type: 'asset', fileName, source: noise(kB) });
const words = [data('assets/en-1f.json', 10), data('assets/es-2e.json', 12)];

test('what_loads_at_start_is_the_entry_and_what_it_imports', () => {
  const built = [
    chunk('index.js', 1, { isEntry: true, imports: ['shared.js'] }), chunk('shared.js', 1, { imports: ['index.js'] }),
    chunk('later.js', 1, { imports: ['shared.js'] }), ...words,
  ];
  expect(atStart(built).map((one) => one.fileName)).toEqual(['index.js', 'shared.js']);
});

test('a_build_over_the_budget_fails_at_start_in_all_and_for_its_words', () => {
  const entry = (kB: number) => chunk('index.js', kB, { isEntry: true });
  expect(overBudget([entry(AT_START_KB - 5), ...words])).toBeUndefined();
  expect(overBudget([entry(AT_START_KB + 5), ...words])).toContain('at start');
  expect(overBudget([entry(10), chunk('later.js', WHOLE_KB), ...words])).toContain('in all');
  expect(overBudget([entry(10), words[0], data('assets/es-3d.json', WORDS_KB + 5)])).toContain('words in one language');
  expect(overBudget([entry(10), words[0]])).toContain('not found');
});

test('the_guide_is_no_javascript', () => {
  expect(overBudget([chunk('index.js', 10, { isEntry: true }), data('assets/deputy-4c.json', WHOLE_KB + 5), ...words])).toBeUndefined();
});
