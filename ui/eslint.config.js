import svelte from 'eslint-plugin-svelte';
import tseslint from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

// The rules here hold the boundary of the window: one door to the program, nothing kept outside the case file.
export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/backend/bindings.ts'] },
  ...tseslint.configs.recommended,
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.svelte'],
    rules: {
      'no-undef': 'off',
      'no-restricted-globals': [
        'error',
        { name: 'localStorage', message: 'The webview profile is not encrypted. Keep it in the case file.' },
        { name: 'sessionStorage', message: 'The webview profile is not encrypted. Keep it in the case file.' },
        { name: 'indexedDB', message: 'The webview profile is not encrypted. Keep it in the case file.' },
        { name: 'fetch', message: 'The program has no network; its own files are read by backend/own-file.' },
      ],
      'svelte/no-at-html-tags': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: "SvelteAttribute[key.name='style']", message: 'The window refuses style attributes; use a class or style:name.' },
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.svelte'],
    ignores: ['src/backend/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['@tauri-apps/*'], message: 'Only src/backend speaks to the shell.' },
            { group: ['**/backend/bindings', '**/backend/bindings.*'], message: 'Import from backend, not from its bindings.' },
          ],
        },
      ],
    },
  },
  {
    files: ['src/backend/own-file.ts'],
    rules: { 'no-restricted-globals': 'off' },
  },
  {
    files: ['src/parts/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^\\.\\./(?!words)', message: 'Parts know no domain.' }, { group: ['@tauri-apps/*'], message: 'Only src/backend speaks to the shell.' }] },
      ],
    },
  },
);
