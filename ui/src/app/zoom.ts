// How large everything is drawn, in percent. The window itself draws it so; the choice is kept with the theme.

export const ZOOMS = [80, 90, 100, 110, 125, 150, 175, 200];
const USUAL = 100;

/** The next size up or down from `now`, or the usual one. */
export function zoomed(now: number, direction: 1 | -1 | 0): number {
  if (direction === 0) return USUAL;
  const further = direction > 0 ? ZOOMS.find((one) => one > now) : ZOOMS.findLast((one) => one < now);
  return further ?? now;
}
