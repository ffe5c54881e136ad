let begunOn: HTMLElement | null | undefined;

/** Gives a row the focus when its screen opens. Nobody has chosen it yet: `chosenRow` is not this one until somebody moves. */
export function beginOn(row: HTMLElement | null | undefined): void {
  row?.focus();
  begunOn = row;
  row?.addEventListener('blur', () => (begunOn = undefined), { once: true });
}
/** What somebody moved the focus to. */
export function chosenRow(): Element | null {
  return document.activeElement === begunOn ? null : document.activeElement;
}

/** Up and Down, Home and End move the focus between the rows (`data-row`) inside this element. */
export function arrowRows(node: HTMLElement): () => void {
  function onkeydown(event: KeyboardEvent): void {
    if (!['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key) || event.ctrlKey || event.altKey) return;
    const rows = [...node.querySelectorAll<HTMLElement>('[data-row]')];
    const here = rows.findIndex((row) => row === document.activeElement);
    if (rows.length === 0 || here < 0) return;
    event.preventDefault();
    const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows.length - 1 }[event.key] ?? here;
    rows[Math.min(Math.max(next, 0), rows.length - 1)].focus();
  }
  node.addEventListener('keydown', onkeydown);
  return () => node.removeEventListener('keydown', onkeydown);
}
