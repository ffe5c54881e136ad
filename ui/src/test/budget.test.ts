import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { AT_START_KB, atStart, overBudget, WHOLE_KB, type Chunk } from '../../build/budget';

/** A chunk that is so many kB long when compressed: noise in base 64 keeps three quarters. */
function chunk(fileName: string, kB: number, more: Partial<Chunk> = {}): Chunk {
  return { fileName, isEntry: false, imports: [], facadeModuleId: null, code: randomBytes(kB * 1000 * 1.01).toString('base64'), ...more };
}
const words = (language: string, kB: number) => chunk(`${language}.js`, kB, { facadeModuleId: `/ui/src/words/${language}.ts` });

test('what_loads_at_start_is_the_entry_what_it_imports_and_one_language', () => {
  const chunks = [
    chunk('index.js', 1, { isEntry: true, imports: ['shared.js'] }), chunk('shared.js', 1, { imports: ['index.js'] }),
    chunk('Later.js', 1, { imports: ['shared.js'] }), words('en', 1), words('es', 2),
  ];
  expect(atStart(chunks).map((one) => one.fileName)).toEqual(['index.js', 'shared.js', 'es.js']);
});

test('a_build_over_the_budget_fails_at_start_and_in_all', () => {
  const entry = (kB: number) => chunk('index.js', kB, { isEntry: true });
  expect(overBudget([entry(AT_START_KB - 20), words('en', 10)])).toBeUndefined();
  expect(overBudget([entry(AT_START_KB - 5), words('en', 10)])).toContain('at start');
  expect(overBudget([entry(10), words('en', 10), chunk('Later.js', WHOLE_KB - 10)])).toContain('in all');
  expect(overBudget([entry(10)])).toContain('no words');
});
