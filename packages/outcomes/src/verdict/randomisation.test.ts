import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { randomisationTest } from './randomisation.ts';
import { allowedSchedules, drawSchedule, type Schedule } from './schedule.ts';

interface Reference {
  readonly id: string;
  readonly settings: { readonly maxRun?: number | 'none' };
  readonly input: {
    readonly periodMeans?: number[];
    readonly schedule?: Schedule;
    readonly pairDifferences?: number[];
  };
  readonly expected: { readonly statistic: number; nSchedules: number; pTwoSided: number };
}
const { cases } = JSON.parse(
  readFileSync(new URL('../testing/reference/randomisation-tests.json', import.meta.url), 'utf8'),
) as { cases: readonly Reference[] };
const means = cases.filter(({ input }) => input.periodMeans);
const pairs = cases.filter(({ input }) => input.pairDifferences);

describe('the randomisation test', () => {
  it.each(means.map((one) => [one.id, one] as const))('of %s is that of R', (_, one) => {
    const { periodMeans = [], schedule = [] } = one.input;
    const { maxRun } = one.settings;
    const longestRun = typeof maxRun === 'number' ? maxRun : periodMeans.length;
    const allowed = allowedSchedules({ kind: 'balanced', periods: periodMeans.length, longestRun });
    const test = randomisationTest(periodMeans, schedule, allowed);
    expect(test?.difference).toBeCloseTo(one.expected.statistic, 12);
    expect(test?.schedules).toBe(one.expected.nSchedules);
    expect(test?.p).toBeCloseTo(one.expected.pTwoSided, 12);
  });

  it.each(pairs.map((one) => [one.id, one] as const))('of %s is that of R', (_, one) => {
    const differences = one.input.pairDifferences ?? [];
    // A pair with its difference: 5 without, 5 + d with; here always in this order.
    const values = differences.flatMap((d) => [5, 5 + d]);
    const drawn: Schedule = differences.flatMap(() => [0, 1] as const);
    const test = randomisationTest(
      values,
      drawn,
      allowedSchedules({ kind: 'pairs', pairs: differences.length }),
    );
    expect(test?.difference).toBeCloseTo(one.expected.statistic, 12);
    expect(test?.schedules).toBe(one.expected.nSchedules);
    expect(test?.p).toBeCloseTo(one.expected.pTwoSided, 12);
  });

  it('is none when one side has no rating', () => {
    expect(
      randomisationTest([5, undefined], [1, 0], allowedSchedules({ kind: 'pairs', pairs: 1 })),
    ).toBeUndefined();
  });
});

describe('the allowed schedules', () => {
  // Counted by inclusion and exclusion elsewhere: half with, no more than two or three alike in a row.
  it.each([
    [6, 2, 14],
    [8, 2, 34],
    [10, 2, 84],
    [12, 2, 208],
    [14, 2, 518],
    [6, 3, 20],
    [8, 3, 62],
    [10, 3, 194],
    [12, 3, 616],
    [14, 3, 1972],
  ])('of %d periods with runs up to %d are %d', (periods, longestRun, count) => {
    expect(allowedSchedules({ kind: 'balanced', periods, longestRun })).toHaveLength(count);
  });

  it('are refused for an odd number of periods', () => {
    expect(() => allowedSchedules({ kind: 'balanced', periods: 7, longestRun: 2 })).toThrow(
      '7 periods: there must be an even number from 2 to 16',
    );
  });

  it('are each drawn about as often', () => {
    const design = { kind: 'balanced', periods: 6, longestRun: 2 } as const;
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 1400; seed += 1) {
      const key = drawSchedule(design, `seed ${seed}`).join('');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(counts.size).toBe(14);
    // Chi-squared with 13 degrees of freedom is above 34.5 once in a thousand; the seeds are fixed.
    const chi = [...counts.values()].reduce((sum, n) => sum + (n - 100) ** 2 / 100, 0);
    expect(chi).toBeLessThan(34.5);
  });

  it('give the same draw for the same seed', () => {
    const design = { kind: 'balanced', periods: 10, longestRun: 2 } as const;
    expect(drawSchedule(design, 'Ana 2026-03-01')).toEqual(drawSchedule(design, 'Ana 2026-03-01'));
  });
});
