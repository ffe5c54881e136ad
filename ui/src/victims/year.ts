/** Whether a year somebody may have been born in was typed; nothing typed is no year and no mistake. */
export function isYearOrNothing(typed: string): boolean {
  return /^((19|20)\d\d)?$/.test(typed.trim());
}
