// Which colors the window is drawn in. Who leaves it to the computer gets high contrast before anything else, if that is asked for there.

export type Theme = 'day' | 'night' | 'contrast';

const ASKED: [query: string, theme: Theme][] = [['(prefers-contrast: more)', 'contrast'], ['(prefers-color-scheme: dark)', 'night']];

/** The colors for what a person chose: one of them, or `system`. */
export function themeOf(chosen: string): Theme {
  if (chosen === 'system') return ASKED.find(([query]) => window.matchMedia?.(query).matches)?.[1] ?? 'day';
  return chosen === 'night' || chosen === 'contrast' ? chosen : 'day';
}

/** Shows them. */
export function paint(chosen: string): void {
  document.documentElement.dataset.theme = themeOf(chosen);
}

/** Says when the computer asks for other colors. */
export function whenSystemChanges(changed: () => void): void {
  for (const [query] of ASKED) window.matchMedia?.(query).addEventListener('change', changed);
}
