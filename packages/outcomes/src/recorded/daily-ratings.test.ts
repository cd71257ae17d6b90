import { expect, test } from 'vitest';
import { answersTo } from './daily-ratings.ts';

const rated = (measure: string, on: string, value: number) => ({
  measure,
  on,
  answers: { [measure]: value },
});

test('a later answer of the same day corrects the earlier, in whichever order they came in', () => {
  const scores = [
    rated('nrs-pain', '2026-01-05T21:00', 7),
    rated('nrs-pain', '2026-01-05T08:00', 2),
    rated('nrs-sleep', '2026-01-05T22:00', 9),
    rated('nrs-pain', '2026-01-06T08:00', 3),
  ];
  expect(answersTo({ scores }, 'nrs-pain')).toEqual([
    { day: '2026-01-05', value: 7 },
    { day: '2026-01-06', value: 3 },
  ]);
});

test('how it is now is kept as often as it was rated', () => {
  const scores = [
    rated('nrs-pain-now', '2026-01-05T08:00', 6),
    rated('nrs-pain-now', '2026-01-05T10:00', 2),
  ];
  expect(answersTo({ scores }, 'nrs-pain-now').map(({ value }) => value)).toEqual([6, 2]);
});
