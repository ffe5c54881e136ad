// What the program tells the page without being asked.

function whenTold<T>(what: string, tell: (detail: T) => void): () => void {
  const onTold = (event: Event): void => tell((event as CustomEvent<T>).detail);
  window.addEventListener(`countyline:${what}`, onTold);
  return () => window.removeEventListener(`countyline:${what}`, onTold);
}

/**
 * Tells of files and folders that somebody lets go over the window, until what it gives is called. The page is told
 * where they lie; it can read none of them.
 */
export function whenDropped(tell: (paths: string[]) => void): () => void {
  return whenTold('dropped', tell);
}

/** Tells that nobody is known to be here any more: the program locks in a moment, whatever the page does. */
export function whenLeft(tell: () => void): () => void {
  return whenTold('lock', tell);
}
