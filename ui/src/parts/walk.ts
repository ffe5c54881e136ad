/** J and K, while no field has the focus, walk down and up the entries of a list with this id (`data-entry`). */
export function walk(event: KeyboardEvent, listId: string): boolean {
  const step = { j: 1, k: -1 }[event.key.toLowerCase()];
  if (!step || event.altKey || event.ctrlKey || event.metaKey) return false;
  const entries = [...document.querySelectorAll<HTMLElement>(`#${listId} [data-entry]`)];
  const here = entries.findIndex((entry) => entry === document.activeElement);
  const next = entries[here < 0 ? 0 : Math.min(Math.max(here + step, 0), entries.length - 1)];
  next?.focus();
  next?.scrollIntoView?.({ block: 'nearest' });
  return next !== undefined;
}
