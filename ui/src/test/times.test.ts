import { expect, test } from 'vitest';
import { agoWords, clockWords, daysAfter, daysBetween, dueWords, momentWords } from '../times';

const TODAY = '2026-03-03';

test('a_time_is_shown_as_its_writers_clock_said_it', () => {
  expect(clockWords('2026-03-03T14:02:00-07:00')).toBe('14:02');
  expect(momentWords('2026-03-03T14:02:00+05:30', TODAY)).toBe('today 14:02');
  expect(momentWords('2026-03-01T23:59:00-07:00', TODAY)).toBe('Sun, Mar 1 23:59');
});

test('a_time_without_a_zone_is_shown_by_this_clock', () => {
  const here = new Date('2026-03-03T12:30:00Z');
  const clock = `${String(here.getHours()).padStart(2, '0')}:${String(here.getMinutes()).padStart(2, '0')}`;
  expect(clockWords('2026-03-03T12:30:00Z')).toBe(clock);
  expect(clockWords('2026-03-03T12:30:00+00:00')).toBe(clock);
});

test('days_are_counted_over_months_and_leap_years', () => {
  expect(daysAfter('2026-02-25', 7)).toBe('2026-03-04');
  expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29');
  expect(daysBetween('2025-12-31', '2026-01-01')).toBe(1);
});

test('due_dates_say_how_late_they_are', () => {
  expect(dueWords('2026-03-01', 2, TODAY)).toBe('2 days late');
  expect(dueWords('2026-03-02', 1, TODAY)).toBe('1 day late');
  expect(dueWords(TODAY, 0, TODAY)).toBe('due today');
  expect(dueWords('2026-03-07', -4, TODAY)).toBe('due Sat, Mar 7');
  expect(agoWords('2026-03-02', TODAY)).toBe('yesterday');
});
