// Terser rewrites what the window is made of before Vite's own minifier does and names what is in it: either alone leaves
// more (docs/decisions/0037).
import { minify } from 'terser';
import type { Plugin } from 'vite';

export function smallest(): Plugin {
  return {
    name: 'smallest',
    apply: 'build',
    async renderChunk(code) {
      const rewritten = await minify(code, { ecma: 2020, module: true, mangle: false, compress: { passes: 3, keep_fargs: false, unsafe_arrows: true } });
      return { code: rewritten.code ?? code, map: null };
    },
  };
}
