// What stands in for code that is alike or does nothing, when the window is built.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commandsOf, fromList } from '../../build/commands';
import { lean } from '../../build/drawn-anew';
import { backend } from '../backend';

const BINDINGS = readFileSync('src/backend/bindings.ts', 'utf8');
test('the_list_has_every_command_with_its_values_in_order', async () => {
  let asked: string[] = [];
  Object.assign(window, { __TAURI_INTERNALS__: { invoke: (_: string, values?: object) => Promise.resolve(void (asked = Object.keys(values ?? {}))) } });
  const whole: string[] = [];
  for (const [name, command] of Object.entries(backend)) {
    await (command as () => Promise<unknown>)();
    whole.push([name, ...asked].join(' '));
  }
  expect(commandsOf(BINDINGS)).toEqual(whole);
  expect(commandsOf(BINDINGS).length).toBeGreaterThan(100);
});

test('a_command_of_another_shape_stops_the_build', () => {
  expect(() => fromList(BINDINGS.replace('__TAURI_INVOKE("lock")', '__TAURI_INVOKE("lock", {}, 1)'))).toThrow('another shape');
  expect(() => fromList(BINDINGS.replace('("how_far")', '("howfar")'))).toThrow('howFar');
});

test('a_component_keeps_everything_but_what_does_nothing', () => {
  const compiled = '\tvar p = $.child(div);\n\t$.reset(div);\n\t$.next();\n\tButton(p, { id: "a", children: go, $$slots: { default: true } });\n\t$.next(2);';
  expect(lean(compiled).replace(/\s+/g, ' ').trim()).toBe('var p = $.child(div); Button(p, { id: "a", children: go });');
});
