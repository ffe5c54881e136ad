// The keys that work everywhere, as people read them: in the help, and in the guide, which a test compares with this.

/** A row of the help: the keys, and the id of what they do. */
export type KeyRow = [keys: string[], word: string];

export const KEYS: KeyRow[] = [
  [['F1'], 'key-help'],
  [['?'], 'key-keys'],
  [['F2'], 'key-log'],
  [['F3', '/'], 'key-find'],
  [['F4'], 'key-refer'],
  [['N'], 'key-new'],
  [['F8'], 'key-send'],
  [['Ctrl+S', 'Ctrl+Enter'], 'key-save'],
  [['Ctrl+P'], 'key-print'],
  [['Ctrl+Z'], 'key-undo'],
  [['Ctrl+K'], 'key-palette'],
  [['Alt'], 'key-names'],
  [['Alt+1', 'Alt+8'], 'key-rail'],
  [['Esc'], 'key-back'],
  [['F9'], 'key-night'],
  [['Ctrl++', 'Ctrl+-', 'Ctrl+0'], 'key-zoom'],
  [['F12', 'Shift Shift Shift'], 'key-hide'],
  [['Ctrl+L'], 'key-lock'],
];

/** Keys that some screens have. */
export const SOME_SCREENS: KeyRow[] = [
  [['↑', '↓'], 'key-rows'],
  [['1', '9'], 'key-digits'],
];
