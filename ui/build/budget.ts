// How much JavaScript the window may load, compressed: an old laptop reads and runs it before anybody can work. Words and
// guide are data beside it (`own-file.ts`), which is parsed and never run; they are counted and told apart.
// A build that is over a limit fails.
import { gzipSync } from 'node:zlib';
import type { Plugin, Rollup } from 'vite';
import { languageOf } from './words.ts';

const KILO = 1000;
/** JavaScript that loads before the door. */
export const AT_START_KB = 40;
/** All of the JavaScript. */
export const WHOLE_KB = 150;
/** The words of one language, which the door waits for too. */
export const WORDS_KB = 55;

export type Built = Pick<Rollup.OutputChunk, 'type' | 'fileName' | 'isEntry' | 'imports' | 'code'> | Pick<Rollup.OutputAsset, 'type' | 'fileName' | 'source'>;
type Chunk = Extract<Built, { type: 'chunk' }>;

const sizeOf = (one: Built): number => gzipSync(one.type === 'chunk' ? one.code : one.source).length / KILO;
const sum = (of: Built[]): number => of.reduce((total, one) => total + sizeOf(one), 0);
const isChunk = (one: Built): one is Chunk => one.type === 'chunk';
const isWords = (one: Built): boolean => languageOf(one.fileName) !== undefined;

/** The chunks that are read before the door. */
export function atStart(built: Built[]): Chunk[] {
  const chunks = built.filter(isChunk);
  const read = new Set<Chunk>();
  const follow = (chunk: Chunk | undefined): void => {
    if (!chunk || read.has(chunk)) return;
    read.add(chunk);
    for (const name of chunk.imports) follow(chunks.find((other) => other.fileName === name));
  };
  for (const entry of chunks.filter((one) => one.isEntry)) follow(entry);
  return [...read];
}

/** What is over the budget, in words for whoever builds; nothing if all is well. */
export function overBudget(built: Built[]): string | undefined {
  const words = built.filter(isWords).map(sizeOf);
  if (words.length < 2) return 'the words of both languages were not found in what was built';
  const [start, whole, spoken] = [sum(atStart(built)), sum(built.filter(isChunk)), Math.max(...words)];
  const data = sum(built.filter((one) => one.fileName.endsWith('.json')));
  const told = [
    `gzip: ${start.toFixed(1)} kB of JavaScript at start of ${AT_START_KB}, ${whole.toFixed(1)} in all of ${WHOLE_KB}`,
    `data beside it: ${spoken.toFixed(1)} kB of words in one language of ${WORDS_KB}, ${data.toFixed(1)} with the other language and the guide`,
  ].join('; ');
  return start > AT_START_KB || whole > WHOLE_KB || spoken > WORDS_KB ? told : void console.log(told);
}

export function budget(): Plugin {
  return {
    name: 'budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const over = overBudget(Object.values(bundle));
      if (over) this.error(over);
    },
  };
}
