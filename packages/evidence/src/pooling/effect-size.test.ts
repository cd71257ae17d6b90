import { expect, test } from 'vitest';
import { valueIn } from '../testing/as-metafor.ts';
import { sdFromInterval, sdFromP, sdFromSe, shareOfControl, shareOfTable } from './convert.ts';
import { fromCorrelation, fromMeans, fromPaired, fromTable } from './effect-size.ts';

const massage = { mean: 3.2, sd: 1.5, n: 24 };
const control = { mean: 4.6, sd: 1.7, n: 25 };

test('a standard error of 0.3 among 25 people is a deviation of 1.5', () => {
  expect(valueIn(sdFromSe(0.3, 25))).toBeCloseTo(1.5, 14);
});

test('the interval of a mean gives back the deviation by t', () => {
  // Mean 10, SD 4, 16 people: SE 1, t(.975, 15) = 2.131450 (any printed table), so 7.86855 to 12.13145.
  expect(valueIn(sdFromInterval(10 - 2.13145, 10 + 2.13145, 16))).toBeCloseTo(4, 5);
});

test('the p-value of a t-test gives back the pooled deviation', () => {
  // 10 and 10 people, difference 2.100922, SD 2.236068 (√5): t = 2.100922 / (√5 · √.2) = 2.100922, the
  // printed 2.5 % point of t with 18 degrees of freedom, so p = .05.
  expect(valueIn(sdFromP(2.100922, 0.05, 10, 10))).toBeCloseTo(Math.sqrt(5), 5);
});

test('a control arm shared by two comparisons counts each of its people once', () => {
  expect(valueIn(shareOfControl({ mean: 5, sd: 2, n: 30 }, 2))).toEqual({ mean: 5, sd: 2, n: 15 });
  expect(valueIn(shareOfTable({ a: 3, b: 7, c: 4, d: 8 }, 2))).toEqual({ a: 3, b: 7, c: 2, d: 4 });
});

test('a correlation as it is has the variance (1 - r²)²/(n - 1)', () => {
  // r = .6, n = 17: .64² / 16 = .0256.
  expect(valueIn(fromCorrelation('COR', { r: 0.6, n: 17 }))).toEqual({
    yi: 0.6,
    vi: expect.closeTo(0.0256, 15),
  });
});

test.each([
  [
    'a standard deviation of 0',
    () => fromMeans('MD', { ...massage, sd: 0 }, control),
    /must be above 0/,
  ],
  ['an arm of one person', () => fromMeans('MD', massage, { ...control, n: 1 }), /2 or more/],
  [
    'no mean',
    () => fromMeans('SMD', { ...massage, mean: Number.NaN }, control),
    /first arm has no mean/,
  ],
  [
    'means of different sign',
    () => fromMeans('ROM', { ...massage, mean: -1 }, control),
    /same sign/,
  ],
  [
    'two people before and after',
    () => fromPaired('SMCC', { first: massage, second: control, n: 2, r: 0.5 }),
    /3 people/,
  ],
  [
    'a correlation of 1',
    () => fromPaired('MC', { first: massage, second: control, n: 9, r: 1 }),
    /between -1 and 1/,
  ],
  ['less than no events', () => fromTable('RR', { a: -1, b: 2, c: 3, d: 4 }), /0 or more/],
  ['an arm without people', () => fromTable('OR', { a: 0, b: 0, c: 3, d: 4 }), /without people/],
  ['a correlation of three people', () => fromCorrelation('ZCOR', { r: 0.2, n: 3 }), /4 or more/],
  ['a standard error below 0', () => sdFromSe(-1, 20), /above 0/],
  ['an interval upside down', () => sdFromInterval(3, 2, 20), /above its beginning/],
  ['a p-value of 0', () => sdFromP(1, 0, 10, 10), /between 0 and 1/],
  [
    'too small a control arm',
    () => shareOfControl({ mean: 1, sd: 1, n: 3 }, 3),
    /cannot be shared/,
  ],
  ['half a comparison', () => shareOfTable({ a: 1, b: 1, c: 1, d: 1 }, 0.5), /whole number/],
])('%s is refused in words', (_, ask, why) => {
  expect(ask()).toEqual({ ok: false, why: expect.stringMatching(why) });
});
