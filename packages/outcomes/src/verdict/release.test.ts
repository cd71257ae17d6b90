import { describe, expect, it } from 'vitest';
import { mayRelease, practicePrior } from './release.ts';

const people = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `client ${from + i}`);

describe('a release of sums', () => {
  it('needs five people, each counted once', () => {
    expect(mayRelease(people(0, 4), [])).toEqual({
      ok: false,
      why: '4 people are too few: 5 or more',
    });
    expect(mayRelease([...people(0, 4), 'client 0'], []).ok).toBe(false);
    expect(mayRelease(people(0, 5), [])).toEqual({ ok: true });
  });

  it('is refused when subtracting an earlier one would leave fewer than five', () => {
    const earlier = [people(0, 10)];
    for (const now of [people(0, 11), people(0, 14), people(1, 10), people(2, 12)])
      expect(mayRelease(now, earlier).ok, now.join()).toBe(false);
    expect(mayRelease(people(0, 15), earlier)).toEqual({ ok: true });
    expect(mayRelease(people(3, 12), earlier)).toEqual({ ok: true });
    expect(mayRelease(people(0, 10), earlier)).toEqual({ ok: true });
    expect(mayRelease(people(0, 16), [people(0, 10), people(0, 15)]).ok).toBe(false);
  });
});

describe('the prior of a practice', () => {
  it('is the sceptical one below ten tests', () => {
    expect(practicePrior({ k: 9, sumY: -18, sumYY: 40, sumV: 1 })).toEqual({ mean: 0, sd: 1 });
  });

  it('follows the mean and the spread of the others', () => {
    // Five effects of −2 and five of 0: mean −1, variance 10/9; mean variance of the errors 0.2.
    // Spread 10/9 − 0.2 = 0.9111; SE² = 1/9; sd = √1.0222 = 1.0111.
    const prior = practicePrior({ k: 10, sumY: -10, sumYY: 20, sumV: 2 });
    expect(prior.mean).toBe(-1);
    expect(prior.sd).toBeCloseTo(1.0111, 4);
  });

  it('never claims to know more than half a point', () => {
    expect(practicePrior({ k: 100, sumY: -100, sumYY: 100, sumV: 50 })).toEqual({
      mean: -1,
      sd: 0.5,
    });
  });
});
