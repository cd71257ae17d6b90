import { seededRandom } from '@assuage/statistics';
import { expect, test } from 'vitest';
import { valueIn } from '../testing/as-metafor.ts';
import { armFromQuartiles } from './quartiles.ts';

test("Wan's deviation and Luo's mean come from the quartiles", () => {
  // R: (0.04 - 0.02) / (2 * qnorm((0.75 * 100 - 0.125) / (100 + 0.25))) is 0.0150441.
  const { mean, sd, n } = valueIn(
    armFromQuartiles({ lower: 0.02, median: 0.031, upper: 0.04, n: 100 }),
  );
  expect(sd).toBeCloseTo(0.0150441, 7);
  // By hand: (0.7 + 0.0039) · 0.03 + (0.3 - 0.0039) · 0.031.
  expect(mean).toBeCloseTo(0.0302961, 10);
  expect(n).toBe(100);
});

test('even quartiles have the median as mean', () => {
  expect(valueIn(armFromQuartiles({ lower: 2, median: 3, upper: 4, n: 10 })).mean).toBe(3);
});

test.each([
  // The limit at 25 people: 2.65/5 - 6/625 = 0.5204; (0 + 10 - 2 · 2.39)/10 = 0.522.
  ['beyond the limit of the test for skew', 0, 2.39, 10, 25, /too unevenly/],
  ['four people', 1, 2, 3, 4, /5 or more/],
  ['quartiles in the wrong order', 4, 3, 2, 30, /must lie between/],
  ['quartiles that are one', 2, 2, 2, 30, /must differ/],
  ['a missing median', 1, Number.NaN, 3, 30, /missing/],
])('%s is refused', (_, lower, median, upper, n, why) => {
  expect(armFromQuartiles({ lower, median, upper, n })).toEqual({
    ok: false,
    why: expect.stringMatching(why),
  });
});

test('just inside the limit of the test for skew it is converted', () => {
  // (0 + 10 - 2 · 2.4)/10 = 0.52, below 0.5204.
  expect(armFromQuartiles({ lower: 0, median: 2.4, upper: 10, n: 25 }).ok).toBe(true);
});

test('of normal values, mean and deviation come out nearly right on average', () => {
  const random = seededRandom('quartiles');
  const found = Array.from({ length: 400 }, () => {
    const values = Array.from({ length: 41 }, () => 6 + 2 * random.normal()).sort((a, b) => a - b);
    const quartiles = { lower: values[10], median: values[20], upper: values[30] };
    const { lower = 0, median = 0, upper = 0 } = quartiles;
    return armFromQuartiles({ lower, median, upper, n: 41 });
  }).flatMap((each) => (each.ok ? [each.value] : []));
  const average = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  expect(found.length).toBeGreaterThan(360);
  expect(average(found.map(({ mean }) => mean))).toBeCloseTo(6, 1);
  expect(Math.abs(average(found.map(({ sd }) => sd)) - 2)).toBeLessThan(0.1);
});
