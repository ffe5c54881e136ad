// Dates and times in words. A time is shown as the clock of the person who wrote it said it, so that
// "14:02" in a note stays 14:02 on the county's desk. Rules about dates are the program's; only the
// default of a date field is worked out here.
import { language, t } from './words.svelte';

const DAY = 86_400_000;

function asUtc(date: string): Date {
  return new Date(`${date.slice(0, 10)}T00:00:00Z`);
}

/** Today by this computer's clock, ISO date. */
export function todayHere(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

export function daysAfter(date: string, days: number): string {
  return new Date(asUtc(date).getTime() + days * DAY).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((asUtc(to).getTime() - asUtc(from).getTime()) / DAY);
}

/** "Mon 3 Mar", with the year when it is another one. */
export function dayWords(date: string, today = todayHere()): string {
  const withYear = date.slice(0, 4) !== today.slice(0, 4);
  return new Intl.DateTimeFormat(language() === 'es' ? 'es-US' : 'en-US', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(withYear ? { year: 'numeric' } : {}),
    timeZone: 'UTC',
  }).format(asUtc(date));
}

/** A time kept without its writer's zone is shown by this computer's; any other as it was written. */
function asWritten(at: string): string {
  if (at.length <= 10 || !/(Z|[+-]00:00)$/.test(at)) return at;
  const moment = new Date(at);
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString();
}

/** "14:02" out of an RFC 3339 time. */
export function clockWords(at: string): string {
  return asWritten(at).slice(11, 16);
}

/** "today 14:02" or "Mon 3 Mar 14:02". */
export function momentWords(at: string, today = todayHere()): string {
  const date = asWritten(at).slice(0, 10);
  const day = date === today ? t('time-today') : dayWords(date, today);
  return at.length > 10 ? `${day} ${clockWords(at)}` : day;
}

/** "today", "yesterday", "9 days ago". */
export function agoWords(at: string, today = todayHere()): string {
  return t('time-ago', { days: Math.max(0, daysBetween(asWritten(at), today)) });
}

/** A week is sent every week: longer ago than this many days is late. */
const SENT_WITHIN_DAYS = 7;

/** "Last sent: 9 days ago (late)". */
export function sentWords(at: string, today = todayHere()): string {
  return t(daysBetween(asWritten(at), today) > SENT_WITHIN_DAYS ? 'last-sent-late' : 'last-sent', { ago: agoWords(at, today) });
}

/** "due today", "2 days late", "due Thu 5 Mar". */
export function dueWords(dueOn: string, daysLate: number, today = todayHere()): string {
  if (daysLate > 0) return t('time-late', { days: daysLate });
  return dueOn === today ? t('time-due-today') : t('time-due', { day: dayWords(dueOn, today) });
}

/** A day and a clock time of this place as an RFC 3339 instant; empty if one of them is none. */
export function instantHere(date: string, clock: string): string {
  const at = new Date(`${date}T${clock}:00`);
  if (Number.isNaN(at.getTime()) || !/^\d{2}:\d{2}$/.test(clock)) return '';
  const minutes = -at.getTimezoneOffset();
  const two = (number: number): string => String(Math.floor(Math.abs(number))).padStart(2, '0');
  return `${date}T${clock}:00${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** A month of a calendar: every day of the month of `date` as an ISO date, and how many days of its first week come before. */
export function monthOf(date: string): { days: string[]; before: number } {
  const first = `${date.slice(0, 7)}-01`;
  const days = Array.from({ length: 31 }, (_, index) => daysAfter(first, index)).filter((day) => day.slice(0, 7) === date.slice(0, 7));
  return { days, before: asUtc(first).getUTCDay() };
}

/** The first day of the month that is so many months away. */
export function monthsAfter(date: string, months: number): string {
  const at = asUtc(`${date.slice(0, 7)}-01`);
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1)).toISOString().slice(0, 10);
}

/** "March 2026". */
export function monthWords(date: string): string {
  return new Intl.DateTimeFormat(language() === 'es' ? 'es-US' : 'en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(asUtc(date));
}

/** "Sun", the first of a week, to "Sat". */
export function weekdayWords(): string[] {
  const format = new Intl.DateTimeFormat(language() === 'es' ? 'es-US' : 'en-US', { weekday: 'short', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, index) => format.format(new Date(Date.UTC(2026, 1, 1 + index))));
}
