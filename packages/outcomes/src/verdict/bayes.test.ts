import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { posteriorOf } from './bayes.ts';

interface Reference {
  readonly id: string;
  readonly settings: { readonly sdEffect: number };
  readonly data: { readonly y: number[]; readonly t: number[]; readonly x: number[] };
  readonly expected: {
    readonly jags: Record<string, number>;
    readonly quadrature300x300: Record<string, number>;
  };
}
const { cases } = JSON.parse(
  readFileSync(new URL('../testing/reference/bayes-ar1.json', import.meta.url), 'utf8'),
) as { cases: readonly Reference[] };

describe('the posterior of the effect', () => {
  it.each(cases.map((one) => [one.id, one] as const))(
    'of %s agrees with a grid of 300 by 300 and with JAGS',
    (_, { data, settings, expected: { jags, quadrature300x300: grid } }) => {
      const first = data.t[0] ?? 0;
      const span = (data.t.at(-1) ?? 0) - first;
      const effect = posteriorOf(
        {
          t: data.t,
          y: data.y,
          x: data.t.map((t, i) => [1, data.x[i] ?? 0, (t - first) / span - 0.5]),
        },
        [
          { mean: 5, sd: 5 },
          { mean: 0, sd: settings.sdEffect },
          { mean: 0, sd: 2 },
        ],
        [0, 1, 0],
      );
      const got = {
        mean: effect.mean,
        sd: effect.sd,
        pBelow0: effect.below(0),
        pBelowMinus1: effect.below(-1),
        pBelowMinus2: effect.below(-2),
      };
      for (const [name, value] of Object.entries(got))
        expect(Math.abs(value - (grid[name] ?? Number.NaN)), name).toBeLessThan(5e-6);
      // The grid is a midpoint rule, and itself only good to about 1e-5 here.
      expect(effect.phi).toBeCloseTo(grid.phiMean ?? 0, 4);
      expect(effect.sigma).toBeCloseTo(grid.sigmaMean ?? 0, 4);
      // Four Monte Carlo standard errors.
      expect(Math.abs(effect.mean - (jags.mean ?? 0))).toBeLessThan(4 * (jags.mcse ?? 0));
      expect(Math.abs(effect.below(0) - (jags.pBelow0 ?? 0))).toBeLessThan(
        4 * (jags.mcsePBelow0 ?? 0),
      );
      const [low, high] = effect.interval(0.95);
      expect(effect.below(low)).toBeCloseTo(0.025, 10);
      expect(effect.below(high)).toBeCloseTo(0.975, 10);
    },
  );

  it('stays near the prior when there is one rating, and never is no number', () => {
    const effect = posteriorOf(
      { t: [0], y: [4], x: [[1, 1, 0]] },
      [
        { mean: 5, sd: 5 },
        { mean: 0, sd: 1 },
        { mean: 0, sd: 2 },
      ],
      [0, 1, 0],
    );
    expect(effect.sd).toBeGreaterThan(0.9);
    expect(effect.below(0)).toBeCloseTo(0.5, 1);
  });

  it('is finite when all ratings are equal', () => {
    const days = Array.from({ length: 30 }, (_, i) => i);
    const effect = posteriorOf(
      { t: days, y: days.map(() => 0), x: days.map((t) => [1, t % 2, t / 29 - 0.5]) },
      [
        { mean: 5, sd: 5 },
        { mean: 0, sd: 1 },
        { mean: 0, sd: 2 },
      ],
      [0, 1, 0],
    );
    expect(effect.mean).toBeCloseTo(0, 3);
    expect(effect.sd).toBeGreaterThan(0);
  });
});
