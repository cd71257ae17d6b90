// Several people's tests put together: each by the verdict engine, all by the pooling of studies.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pool, shrunken } from '@assuage/evidence';
import { estimate } from '@assuage/outcomes';
import { describe, expect, test } from 'vitest';

interface Reference {
  readonly id: string;
  readonly data: Readonly<Record<'id' | 't' | 'x' | 'y', number[]>>;
  readonly expected: {
    readonly perPersonEffect: number[];
    readonly perPersonVar: number[];
    readonly pooled: { readonly beta: number[]; readonly se: number[]; readonly tau2: number };
    readonly blup: number[];
  };
}

const REFERENCE = '../../packages/outcomes/src/testing/reference/aggregated-nof1.json';
const { cases } = JSON.parse(readFileSync(join(import.meta.dirname, REFERENCE), 'utf8')) as {
  cases: readonly Reference[];
};
const twoStage = cases.filter(({ id }) => id.endsWith('two-stage'));

/** The reference is good to seven digits, because each person's correlation is. */
const close = (got: number | undefined, expected: number | undefined): void => {
  expect(Math.abs((got ?? Number.NaN) / (expected ?? Number.NaN) - 1)).toBeLessThan(1e-6);
};

describe('several people', () => {
  test.each(twoStage.map((one) => [one.id, one] as const))(
    '%s: effects, mean, spread and what is left for each person are those of nlme and metafor',
    (_, { data, expected }) => {
      const effects = [...new Set(data.id)].map((person) => {
        const rows = data.id.flatMap((id, i) => (id === person ? [i] : []));
        const fit = estimate({
          t: rows.map((i) => data.t[i] ?? 0),
          y: rows.map((i) => data.y[i] ?? 0),
          x: rows.map((i) => [1, data.x[i] ?? 0]),
        });
        return {
          yi: fit?.coefficients[1] ?? Number.NaN,
          vi: (fit?.standardErrors[1] ?? Number.NaN) ** 2,
        };
      });
      effects.forEach(({ yi, vi }, i) => {
        close(yi, expected.perPersonEffect[i]);
        close(vi, expected.perPersonVar[i]);
      });
      const pooled = pool(effects, { method: 'REML', test: 'knha' });
      if (!pooled.ok) throw new Error(pooled.why);
      const [mean] = pooled.value.coefficients;
      close(mean.estimate, expected.pooled.beta[0]);
      close(mean.se, expected.pooled.se[0]);
      close(pooled.value.tau2, expected.pooled.tau2);
      shrunken(pooled.value).forEach(({ estimate: left }, i) => {
        close(left, expected.blup[i]);
      });
    },
  );
});
