// Files and folders that somebody lets go over the window. The page is told where they lie; it can read none of them.

const DROPPED = 'countyline:dropped';

/** Tells of them from now on, until what it gives is called. */
export function whenDropped(tell: (paths: string[]) => void): () => void {
  const onDropped = (event: Event): void => tell((event as CustomEvent<string[]>).detail);
  window.addEventListener(DROPPED, onDropped);
  return () => window.removeEventListener(DROPPED, onDropped);
}
