import { expect, test } from 'vitest';
import { clockTime, localNow, longDate, weekday, whenSaid } from './times.ts';

test('a clock time has no leading zero and says am or pm', () => {
  expect(clockTime('2026-03-01T09:42')).toBe('9:42 am');
  expect(clockTime('2026-03-01T00:05:59')).toBe('12:05 am');
  expect(clockTime('2026-03-01T12:00')).toBe('12:00 pm');
  expect(clockTime('2026-03-01T17:07')).toBe('5:07 pm');
});

test('a date without a time has no clock time', () => {
  expect(clockTime('2026-03-01')).toBe('');
});

test('a date is written with the name of its month', () => {
  expect(longDate('2026-03-01')).toBe('1 March 2026');
  expect(longDate('2025-12-31T23:59')).toBe('31 December 2025');
});

test('the time is said only for today', () => {
  expect(whenSaid('2026-03-01T09:42', '2026-03-01')).toBe('today 9:42 am');
  expect(whenSaid('2026-03-01', '2026-03-01')).toBe('today');
  expect(whenSaid('2026-02-28T09:42', '2026-03-01')).toBe('28 February 2026');
});

test('now is written in local time', () => {
  expect(localNow(new Date(2026, 2, 1, 9, 4, 7))).toBe('2026-03-01T09:04:07');
});

test('a day has its name, and the time of day does not move it', () => {
  // ISO 8601-1 gives 29 December 2008 as a Monday.
  expect(weekday('2008-12-29')).toBe('Monday');
  expect(weekday('2008-12-29T23:59')).toBe('Monday');
  expect(weekday('2008-12-28T00:00')).toBe('Sunday');
});
