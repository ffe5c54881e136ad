import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { budget } from './build/budget.ts';
import { commands } from './build/commands.ts';
import { drawnAnew } from './build/drawn-anew.ts';
import { guide } from './build/guide.ts';
import { shipped } from './build/shipped.ts';
import { shortened } from './build/short.ts';
import { smallest } from './build/smallest.ts';
import { words } from './build/words.ts';

// Nothing is inlined: the window's policy allows fonts and scripts from the program itself only.
export default defineConfig({
  plugins: [words(), guide(), commands(), drawnAnew(), shortened(), svelte(), svelteTesting(), smallest(), budget(), shipped()],
  clearScreen: false,
  server: { port: 5173, strictPort: true, fs: { allow: ['..'] } },
  build: { target: ["es2023", "safari16"], assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/test/setup.ts'],
    testTimeout: 20_000,
  },
});
