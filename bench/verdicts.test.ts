// A short version of `npm run bench:verdicts`: that the verdicts do not mislead, and that a simpler program would.
import { judgeTest } from '@assuage/outcomes';
import { seededRandom } from '@assuage/statistics';
import { describe, expect, test } from 'vitest';
import { inventDiary, PAIN, type World } from './diaries.ts';
import { leastSquaresP, type Row, welchP } from './rivals.ts';

const PEOPLE = 250;

function judged(world: World, seed: string) {
  const { days, trial, today } = inventDiary(world, seed);
  const verdict = judgeTest(PAIN, days, trial, today);
  if (verdict.level !== 'test' || !verdict.result) throw new Error('no result at the end');
  const first = days[0]?.t ?? 0;
  const start = Date.parse(trial.start) / 86_400_000;
  const rows = days.map(
    ({ t, value }): Row => [
      t - first,
      value,
      trial.schedule[Math.floor((t - start) / trial.periodDays)] ?? 0,
    ],
  );
  return { result: verdict.result, rows };
}

describe('eight weeks in which massage does nothing, with flares, drift and ratings that hang together', () => {
  test('a verdict claims something to at most 1 in 20; a t-test and least squares to more than 1 in 10', () => {
    const world = { weeks: 8, rho: 0.6, flares: true, effect: 0 };
    let [claims, welch, squares] = [0, 0, 0];
    for (let person = 0; person < PEOPLE; person += 1) {
      const { result, rows } = judged(world, `short ${person}`);
      if (/^(better|worse)/.test(result.finding ?? '')) claims += 1;
      if (welchP(rows) < 0.05) welch += 1;
      if (leastSquaresP(rows) < 0.05) squares += 1;
    }
    expect(claims / PEOPLE).toBeLessThanOrEqual(0.05);
    expect(welch / PEOPLE).toBeGreaterThan(0.1);
    expect(squares / PEOPLE).toBeGreaterThan(0.1);
  }, 60_000);
});

test('a test of how often claims something to at most 1 in 20 when more massage does nothing', () => {
  const world = { weeks: 16, periodDays: 28, rho: 0.6, flares: true, effect: 0 } as const;
  let [claims, welch] = [0, 0];
  for (let person = 0; person < PEOPLE; person += 1) {
    const { result, rows } = judged(world, `cadence ${person}`);
    if (/^(better|worse)/.test(result.finding ?? '')) claims += 1;
    if (welchP(rows) < 0.05) welch += 1;
  }
  expect(claims / PEOPLE).toBeLessThanOrEqual(0.05);
  expect(welch / PEOPLE).toBeGreaterThan(0.1);
}, 60_000);

test('what is said to be likely is as often true', () => {
  const { normal } = seededRandom('short calibration');
  const told = { people: 0, right: 0, stated: 0 };
  for (let person = 0; person < PEOPLE; person += 1) {
    const effect = normal();
    const { result } = judged({ weeks: 8, rho: 0.3, flares: true, effect }, `told ${person}`);
    const { anyBetter } = result.chances;
    told.people += 1;
    told.stated += Math.max(anyBetter, 1 - anyBetter);
    told.right += anyBetter > 0.5 === effect < 0 ? 1 : 0;
  }
  // The bar of the long version is 0.08 in every tenth; here it is of all at once.
  expect(Math.abs(told.stated - told.right) / told.people).toBeLessThan(0.08);
}, 60_000);

test('Welch’s test is R’s: t.test(extra ~ group, sleep) has p = 0.07939', () => {
  const drugs = [
    [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
    [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
  ];
  const rows = drugs.flatMap((values, arm) => values.map((y, t): Row => [t, y, arm]));
  expect(welchP(rows)).toBeCloseTo(0.07939, 5);
});
