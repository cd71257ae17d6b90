import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Series } from './autoregression.ts';
import { piecesAt } from './kenward-roger.ts';
import { estimate } from './reml.ts';

interface Reference {
  readonly id: string;
  readonly settings: { readonly method: string; readonly formula: string };
  readonly data: Readonly<Record<string, readonly number[]>>;
  readonly expected: {
    readonly polished: { beta: number[]; se: number[]; phi: number; sigma: number };
  };
}
const casesOf = (file: string) =>
  (
    JSON.parse(
      readFileSync(new URL(`../testing/reference/${file}.json`, import.meta.url), 'utf8'),
    ) as { cases: readonly Reference[] }
  ).cases;
// The product offers no fit by maximum likelihood alone.
const cases = ['series-gls-generated', 'series-gls-published']
  .flatMap(casesOf)
  .filter(({ settings }) => settings.method === 'REML');

/** The design of a formula such as `y ~ x + t`. */
function seriesOf({ data, settings }: Reference): Series {
  const names = settings.formula.replace('y ~ ', '').split(' + ');
  const { t = [], y = [] } = data;
  return { t, y, x: y.map((_, i) => [1, ...names.map((name) => data[name]?.[i] ?? Number.NaN)]) };
}

describe('the REML estimate', () => {
  it.each(cases.map((one) => [one.id, one] as const))('of %s is that of R', (_, one) => {
    const got = estimate(seriesOf(one));
    const { polished } = one.expected;
    const pairs = [
      [got?.phi, polished.phi],
      [got?.sigma, polished.sigma],
      ...polished.beta.map((value, i) => [got?.coefficients[i], value]),
      ...polished.se.map((value, i) => [got?.standardErrors[i], value]),
    ];
    for (const [value = Number.NaN, expected = 0] of pairs)
      expect(Math.abs(value - expected) / Math.abs(expected)).toBeLessThan(1e-7);
  });

  it('is none when there are no more ratings than coefficients, or they lie on a line', () => {
    const design = [0, 1, 2, 3].map((t) => [1, t]);
    expect(estimate({ t: [0, 1], y: [3, 4], x: design.slice(0, 2) })).toBeUndefined();
    expect(estimate({ t: [0, 1, 2, 3], y: [5, 5, 5, 5], x: design })).toBeUndefined();
    const twice = [0, 1, 2, 3].map(() => [1, 1]);
    expect(estimate({ t: [0, 1, 2, 3], y: [5, 6, 5, 7], x: twice })).toBeUndefined();
  });
});

describe('the interval of Kenward and Roger', () => {
  const series: Series = {
    t: [0, 1, 2, 4, 5, 9, 10, 11, 13],
    y: [5, 6, 4, 7, 3, 5, 6, 2, 4],
    x: [1, 1, 0, 0, 1, 1, 0, 0, 1].map((on, i) => [1, on, i]),
  };
  const phi = 0.4;
  const variance = 2.3;

  it('is made of the matrices of the paper, here by their definitions and n by n', () => {
    const n = series.t.length;
    const days = [...series.t.keys()];
    const v = (f: (gap: number) => number) =>
      days.map((i) => days.map((j) => f(Math.abs((series.t[i] ?? 0) - (series.t[j] ?? 0)))));
    const power = (g: number, e: number) => (e < 0 ? 0 : g * phi ** e);
    const V = v((g) => variance * phi ** g);
    const derivatives = [v((g) => variance * power(g, g - 1)), v((g) => phi ** g)] as const;
    const second = [
      [v((g) => variance * power(g * (g - 1), g - 2)), v((g) => power(g, g - 1))],
      [v((g) => power(g, g - 1)), v(() => 0)],
    ];
    const inverse = gaussJordan(V);
    const X = series.x;
    const Xt = transpose(X);
    const sandwich = (...middle: number[][][]) =>
      [Xt, inverse, ...middle.flatMap((m) => [m, inverse]), X].reduce(times);
    const pieces = piecesAt(series, { phi, variance });
    close(pieces.covariance, gaussJordan(sandwich() as number[][]));
    for (const i of [0, 1]) {
      close(pieces.p[i] ?? [], scaled(sandwich(derivatives[i] ?? []), -1));
      for (const j of [0, 1]) {
        close(pieces.q[i]?.[j] ?? [], sandwich(derivatives[i] ?? [], derivatives[j] ?? []), true);
        close(pieces.r[i]?.[j] ?? [], sandwich(second[i]?.[j] ?? []));
        const loop = [inverse, derivatives[i] ?? [], inverse, derivatives[j] ?? []].reduce(times);
        expect(pieces.traces[i]?.[j]).toBeCloseTo(
          loop.reduce((sum, row, k) => sum + (row[k] ?? 0), 0),
          8,
        );
      }
    }
    expect(n).toBe(9);
  });

  it('is wider than the one that takes the correlation for known', () => {
    const fit = estimate(series);
    const effect = fit?.effect(1, 0.95);
    expect(effect?.standardError).toBeGreaterThan(fit?.standardErrors[1] ?? Number.NaN);
    expect(effect?.df).toBeLessThan(6);
  });
});

type Table = readonly (readonly number[])[];
const transpose = (m: Table): number[][] => (m[0] ?? []).map((_, j) => m.map((row) => row[j] ?? 0));
const times = (a: Table, b: Table): number[][] =>
  a.map((row) => (b[0] ?? []).map((_, j) => row.reduce((s, v, k) => s + v * (b[k]?.[j] ?? 0), 0)));
const scaled = (m: Table, by: number) => m.map((row) => row.map((value) => value * by));
/** @param symmetric whether the mean of the matrix and its transpose is what counts */
function close(got: Table, expected: Table, symmetric = false): void {
  expected.forEach((row, i) => {
    row.forEach((value, j) => {
      const want = symmetric ? (value + (expected[j]?.[i] ?? 0)) / 2 : value;
      expect(got[i]?.[j]).toBeCloseTo(want, 8);
    });
  });
}
function gaussJordan(m: Table): number[][] {
  const n = m.length;
  const work = m.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let k = 0; k < n; k += 1) {
    const pivot = work[k] ?? [];
    const by = pivot[k] ?? 1;
    for (let j = 0; j < 2 * n; j += 1) pivot[j] = (pivot[j] ?? 0) / by;
    work.forEach((row, i) => {
      if (i === k) return;
      const factor = row[k] ?? 0;
      for (let j = 0; j < 2 * n; j += 1) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
    });
  }
  return work.map((row) => row.slice(n));
}
