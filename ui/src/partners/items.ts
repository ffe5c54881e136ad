// Items of the directory's lists, as the standard HSDS names their fields.
import { weekdayWords } from '../times';

/** One item: texts by field name. */
export type Item = Record<string, string>;

/** Copies to work on. */
export function copiesOf(items: Item[]): Item[] {
  return items.map((item) => ({ ...item }));
}

/** Items in which something stands beside what a new one began with. */
export function filled(items: Item[], blank: Item = {}): Item[] {
  return items.filter((item) => Object.entries(item).some(([field, text]) => text.trim() !== '' && blank[field] !== text)).map((item) => ({ ...item }));
}

/** Days of the week as the standard writes them, Monday first. */
export const WEEK = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** "Mon" for MO, as the language of the screens has it. */
export function dayName(day: string): string {
  return weekdayWords()[(WEEK.indexOf(day) + 1) % 7];
}

/** The days of an opening time; none where it says more than days of the week, and then it is text. */
export function daysOf(byday: string): string[] | null {
  const days = byday.split(',').map((day) => day.trim()).filter(Boolean);
  return days.every((day) => WEEK.includes(day)) ? days : null;
}

/** The days, in the order of the week. */
export function bydayOf(days: string[]): string {
  return WEEK.filter((day) => days.includes(day)).join(',');
}

/** Minutes of the drive as lines: the zone, then the minutes. */
export function drivesAsText(minutes: Record<string, number>): string {
  return Object.entries(minutes).map(([zone, drive]) => `${zone}: ${drive}`).join('\n');
}

/** An opening time in one line. */
export function hoursWords(hours: Item): string {
  const days = daysOf(hours.byday ?? '');
  const said = days ? days.map(dayName).join(', ') : hours.byday;
  const times = [hours.opens_at, hours.closes_at].filter(Boolean).join('–');
  return [said, times, hours.description].filter(Boolean).join(' ');
}

/** An address in one line. */
export function addressWords(address: Item): string {
  return [address.address_1, address.city, address.state_province, address.postal_code].filter(Boolean).join(', ');
}
