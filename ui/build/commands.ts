// The commands of the program as a list of names, in place of a function for each as `bindings.ts` has them: they are
// alike but for their names and those of their values. A command that refuses nothing answers in the same form as others.
import type { Plugin } from 'vite';

const COMMAND = /^\t(\w+): \(.*\) => (?:typedError<.*>\()?__TAURI_INVOKE(?:<.*>)?\("(\w+)"(?:, \{ ([\w, ]+) \})?\)\)?,$/gm;
const inRust = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Every command of `bindings` with the names of its values. Fails if one has another shape. */
export function commandsOf(bindings: string): string[] {
  const found = [...bindings.matchAll(COMMAND)].map(([, name, command, values]) => {
    if (inRust(name) !== command) throw new Error(`“${name}” is not how “${command}” is called`);
    return values ? `${name} ${values.replaceAll(',', '')}` : name;
  });
  if (found.length === 0 || found.length !== bindings.match(/\b__TAURI_INVOKE(<.*>)?\(/g)?.length) {
    throw new Error('bindings.ts has a command of another shape than build/commands.ts knows');
  }
  return found;
}

/** What `bindings` exports, made from the list when the window opens. */
export function fromList(bindings: string): string {
  return `
import { invoke } from "@tauri-apps/api/core";
const LIST = ${JSON.stringify(commandsOf(bindings).join('\n'))};
export const commands = Object.fromEntries(LIST.split("\\n").map((line) => {
  const [name, ...values] = line.split(" ");
  const command = name.replace(/[A-Z]/g, (letter) => "_" + letter.toLowerCase());
  return [name, (...given) => typedError(invoke(command, Object.fromEntries(values.map((value, at) => [value, given[at]]))))];
}));
${bindings.slice(bindings.indexOf('/* Tauri Specta runtime */'))}`;
}

export function commands(): Plugin {
  return {
    name: 'commands',
    apply: 'build',
    enforce: 'pre',
    transform: (code, id) => (id.endsWith('/backend/bindings.ts') ? fromList(code) : undefined),
  };
}
