import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { budget } from './build/budget.ts';
import { commands } from './build/commands.ts';
import { drawnAnew } from './build/drawn-anew.ts';
import { guide } from './build/guide.ts';
import { shipped } from './build/shipped.ts';
import { words } from './build/words.ts';

// Nothing is inlined: the window's policy allows fonts and scripts from the program itself only.
export default defineConfig({
  plugins: [words(), guide(), commands(), drawnAnew(), svelte(), svelteTesting(), budget(), shipped()],
  clearScreen: false,
  server: { port: 5173, strictPort: true, fs: { allow: ['..'] } },
  // Terser leaves 2 kB less than the minifier Vite brings, of the 150 there are (build/budget.ts).
  build: { target: ["es2023", "safari16"], minify: 'terser', terserOptions: { ecma: 2020, module: true, compress: { passes: 3, keep_fargs: false, unsafe_arrows: true } }, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/test/setup.ts'],
    testTimeout: 20_000,
  },
});
