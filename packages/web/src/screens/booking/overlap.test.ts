import { expect, test } from 'vitest';
import type { TodayView } from '../../state/record.ts';
import { overlapping, timeFrom } from './overlap.ts';

const booked = (starts: string, minutes: number) =>
  ({ appointment: { starts: `2026-03-02T${starts}`, minutes } }) as TodayView['clients'][number];
const day = [booked('09:00', 60), booked('11:30', 45)];

test.each([
  ['10:00', 60, 0],
  ['10:00', 90, 0],
  ['10:00', 91, 1],
  ['09:59', 5, 1],
  ['08:00', 60, 0],
  ['08:00', 300, 2],
])('an appointment at %s for %i minutes meets %i others', (starts, minutes, others) => {
  expect(overlapping(day, { starts: `2026-03-02T${starts}`, minutes })).toHaveLength(others);
});

test.each([
  ['9:30', '09:30'],
  ['0930', '09:30'],
  ['9.30', '09:30'],
  ['14', '14:00'],
  ['9 am', '09:00'],
  ['4:15 pm', '16:15'],
  ['12 pm', '12:00'],
  ['12:05am', '00:05'],
])('"%s" is %s', (typed, time) => {
  expect(timeFrom(typed)).toBe(time);
});

test.each(['', '25:00', '9:61', '13 pm', '0 am', 'noon', '9:3', '12345'])(
  '"%s" is no time',
  (typed) => {
    expect(timeFrom(typed)).toBeUndefined();
  },
);
