import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as own from './index.ts';

interface Case {
  readonly fn: string;
  readonly args: readonly number[];
  readonly lower: boolean;
  readonly value: number;
}

/** Made with mpmath at 60 digits; arguments in R's order. */
const { cases } = JSON.parse(
  readFileSync(new URL('testing/special-functions.json', import.meta.url), 'utf8'),
) as { cases: readonly Case[] };

type Evaluate = (args: readonly number[], tail: own.Tail) => number;
const functions: Readonly<Record<string, Evaluate>> = {
  pnorm: ([z = 0], tail) => own.normalCdf(z, tail),
  qnorm: ([p = 0], tail) => own.normalQuantile(p, tail),
  pt: ([t = 0, df = 0], tail) => own.tCdf(t, df, tail),
  qt: ([p = 0, df = 0], tail) => own.tQuantile(p, df, tail),
  pgamma: ([x = 0, a = 0], tail) => own.gammaCdf(x, a, tail),
  qgamma: ([p = 0, a = 0], tail) => own.gammaQuantile(p, a, tail),
  pchisq: ([x = 0, df = 0], tail) => own.chiSquaredCdf(x, df, tail),
  qchisq: ([p = 0, df = 0], tail) => own.chiSquaredQuantile(p, df, tail),
  pbeta: ([x = 0, a = 0, b = 0], tail) => own.betaCdf(x, a, b, tail),
  qbeta: ([p = 0, a = 0, b = 0], tail) => own.betaQuantile(p, a, b, tail),
  pf: ([x = 0, d1 = 0, d2 = 0], tail) => own.fCdf(x, d1, d2, tail),
  qf: ([p = 0, d1 = 0, d2 = 0], tail) => own.fQuantile(p, d1, d2, tail),
  lgamma: ([x = 0]) => own.lgamma(x),
  digamma: ([x = 0]) => own.digamma(x),
  hedgesJ: ([m = 0]) => own.hedgesJ(m),
};

/** 1e-12; 1e-10 for quantiles beyond p = 1e-12 and for t with more than 1e5 degrees of freedom. */
function tolerance({ fn, args: [first = 0, second = 0] }: Case): number {
  const extreme = fn.startsWith('q') && Math.min(first, 1 - first) < 1e-12;
  return extreme || (/^[pq]t$/.test(fn) && second > 1e5) ? 1e-10 : 1e-12;
}

describe('distributions', () => {
  for (const name of [...new Set(cases.map(({ fn }) => fn))]) {
    const own = cases.filter(({ fn }) => fn === name);
    it(`${name} agrees with ${own.length} values of 60 digits`, () => {
      const wrong = own.flatMap((one) => {
        const got = functions[name]?.(one.args, one.lower ? 'lower' : 'upper') ?? Number.NaN;
        const error = Math.abs(got - one.value) / Math.abs(one.value || 1);
        return error <= tolerance(one) ? [] : [{ ...one, got, error }];
      });
      expect(wrong).toEqual([]);
    });
  }

  it('answers NaN to what is no probability, no shape or no number', () => {
    expect([
      own.normalQuantile(1.1),
      own.tQuantile(-0.1, 3),
      own.gammaCdf(1, 0),
      own.betaCdf(0.5, -1, 2),
      own.fCdf(Number.NaN, 1, 1),
      own.chiSquaredQuantile(0.5, 0),
      own.lgamma(0),
      own.digamma(-1),
      own.hedgesJ(0.5),
    ]).toEqual(Array(9).fill(Number.NaN));
  });

  it('gives the ends of the range at p = 0 and p = 1, in either tail', () => {
    expect(own.normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(own.normalQuantile(0, 'upper')).toBe(Number.POSITIVE_INFINITY);
    expect(own.fQuantile(1, 2, 3)).toBe(Number.POSITIVE_INFINITY);
    expect(own.betaQuantile(1, 2, 3, 'upper')).toBe(0);
    expect(own.tCdf(Number.POSITIVE_INFINITY, 4)).toBe(1);
    expect(own.gammaCdf(-1, 2, 'upper')).toBe(1);
  });

  it('takes infinitely many degrees of freedom of t for the normal', () => {
    // Φ⁻¹(.975), Abramowitz & Stegun table 26.5 and any textbook: 1.959963984540054
    expect(own.tQuantile(0.975, Number.POSITIVE_INFINITY)).toBeCloseTo(1.959963984540054, 13);
  });
});
