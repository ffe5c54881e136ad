// Quarters, as the grant counts them: three months each, told as "Jan 2026 to Mar 2026" because a federal year begins in October.
import { daysAfter, monthsAfter, monthWords } from '../times';

export interface Period {
  /** First day, ISO date. */
  from: string;
  /** Last day, ISO date. */
  to: string;
}

/** The quarter that a day lies in, so many quarters away. */
export function quarterOf(date: string, away = 0): Period {
  const month = Number(date.slice(5, 7)) - 1;
  const from = monthsAfter(date, 3 * away - (month % 3));
  return { from, to: daysAfter(monthsAfter(from, 3), -1) };
}

export function periodWords({ from, to }: Period): string {
  return `${monthWords(from)} – ${monthWords(to)}`;
}
