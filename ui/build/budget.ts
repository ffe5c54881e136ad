// How much JavaScript the window may load, compressed: an old laptop reads and runs all of it before the first screen.
// A build that is over it fails.
import { gzipSync } from 'node:zlib';
import type { Plugin, Rollup } from 'vite';

const KILO = 1000;
/** What loads before the first screen, with the longer of the two languages. */
export const AT_START_KB = 150;
/** All of it, both languages and the guide. */
export const WHOLE_KB = 340;

export type Chunk = Pick<Rollup.OutputChunk, 'fileName' | 'isEntry' | 'imports' | 'facadeModuleId' | 'code'>;

const sizeOf = (chunk: Chunk): number => gzipSync(chunk.code).length / KILO;
const isWords = (chunk: Chunk): boolean => /\/src\/words\/[a-z]+\.ts$/.test(chunk.facadeModuleId ?? '');

/** The chunks that are read before the first screen. */
export function atStart(chunks: Chunk[]): Chunk[] {
  const longest = chunks.filter(isWords).sort((a, b) => sizeOf(b) - sizeOf(a)).slice(0, 1);
  const read = new Set<Chunk>();
  const follow = (chunk: Chunk | undefined): void => {
    if (!chunk || read.has(chunk)) return;
    read.add(chunk);
    for (const name of chunk.imports) follow(chunks.find((other) => other.fileName === name));
  };
  for (const chunk of [...chunks.filter((one) => one.isEntry), ...longest]) follow(chunk);
  return [...read];
}

/** What is over the budget, in words for whoever builds; nothing if all is well. */
export function overBudget(chunks: Chunk[]): string | undefined {
  const sum = (of: Chunk[]) => of.reduce((total, chunk) => total + sizeOf(chunk), 0);
  const [start, whole] = [sum(atStart(chunks)), sum(chunks)];
  if (!chunks.some(isWords)) return 'no words were found in what was built';
  const told = `JavaScript, gzip: ${start.toFixed(1)} kB at start of ${AT_START_KB}, ${whole.toFixed(1)} kB in all of ${WHOLE_KB}`;
  return start > AT_START_KB || whole > WHOLE_KB ? told : void console.log(told);
}

export function budget(): Plugin {
  return {
    name: 'budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const over = overBudget(Object.values(bundle).filter((one) => one.type === 'chunk'));
      if (over) this.error(over);
    },
  };
}
