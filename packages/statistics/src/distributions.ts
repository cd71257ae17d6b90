/**
 * Distribution functions with both tails, and quantiles. Every tail is computed on the side where it is
 * small, so that 1e-300 is as accurate as 0.3. Arguments and order as in R.
 *
 * Prefactors by the saddle-point form of Loader (2000, "Fast and accurate computation of binomial
 * probabilities"), which keeps its digits when parameters are large; then a power series or a continued
 * fraction (Lentz). Quantiles by Newton's method on the logarithm of the tail, which is concave in the
 * logarithm (gamma) or logit (beta) of x: from its left asymptote the steps cannot overshoot.
 */

import { lgamma, stirlingError } from './gamma.ts';

/** `lower` is P(X ≤ x), `upper` P(X > x). */
export type Tail = 'lower' | 'upper';

/** The tail that was computed directly, as a logarithm; the other one is its complement. */
interface DirectTail {
  readonly side: Tail;
  readonly log: number;
}

const TWO_PI = 2 * Math.PI;
const PRECISION = 2 ** -53;
const TINY = 1e-300;

const probability = (direct: DirectTail, tail: Tail): number =>
  direct.side === tail ? Math.exp(direct.log) : -Math.expm1(direct.log);

const logProbability = (direct: DirectTail, tail: Tail): number =>
  direct.side === tail ? direct.log : Math.log(-Math.expm1(direct.log));

const other = (tail: Tail): Tail => (tail === 'lower' ? 'upper' : 'lower');

/** x ln(x/m) + m − x without cancellation when x is near m (Loader's bd0). */
function deviance(x: number, m: number): number {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const v = (x - m) / (x + m);
  let sum = (x - m) * v;
  let term = 2 * x * v;
  for (let j = 1; ; j += 1) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) return sum;
    sum = next;
  }
}

/** ln of x^a e^−x / Γ(a + 1). */
const logGammaFactor = (x: number, a: number): number =>
  -stirlingError(a) - deviance(a, x) - 0.5 * Math.log(TWO_PI * a);

/** Steed's and Lentz's evaluation of b0 + a1/(b1 + a2/(b2 + …)) until it no longer moves. */
function continuedFraction(
  b0: number,
  numerator: (i: number) => number,
  denominator: (i: number) => number,
): number {
  let f = b0 === 0 ? TINY : b0;
  let c = f;
  let d = 0;
  for (let i = 1; ; i += 1) {
    const a = numerator(i);
    const b = denominator(i);
    d = b + a * d;
    if (d === 0) d = TINY;
    c = b + a / c;
    if (c === 0) c = TINY;
    d = 1 / d;
    const delta = c * d;
    f *= delta;
    if (Math.abs(delta - 1) <= 2 * PRECISION || i > 100_000) return f;
  }
}

function gammaTail(x: number, a: number): DirectTail {
  const factor = logGammaFactor(x, a);
  if (x < a + 1) {
    let sum = 1;
    let term = 1;
    for (let n = 1; term > sum * PRECISION; n += 1) {
      term *= x / (a + n);
      sum += term;
    }
    return { side: 'lower', log: factor + Math.log(sum) };
  }
  const fraction = continuedFraction(
    x + 1 - a,
    (i) => -i * (i - a),
    (i) => x + 2 * i + 1 - a,
  );
  return { side: 'upper', log: factor + Math.log(a / fraction) };
}

/** x and y = 1 − x are both given, because one of them is often known to more digits than 1 − the other. */
function betaTail(x: number, y: number, a: number, b: number): DirectTail {
  if (x > (a + 1) / (a + b + 2)) {
    const mirrored = betaTail(y, x, b, a);
    return { side: other(mirrored.side), log: mirrored.log };
  }
  const n = a + b;
  const factor =
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b) -
    deviance(a, n * x) -
    deviance(b, n * y) +
    0.5 * Math.log(n / (TWO_PI * a * b));
  const fraction = continuedFraction(
    1,
    (i) => {
      const m = i >> 1;
      return i % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    },
    () => 1,
  );
  return { side: 'lower', log: factor + Math.log(b / n / fraction) };
}

/** The root of an increasing concave function, from a point at or left of it, by Newton's method. */
function climb(start: number, f: (u: number) => { value: number; slope: number }): number {
  let u = start;
  for (let i = 0; i < 500; i += 1) {
    const { value, slope } = f(u);
    const step = -value / slope;
    if (!Number.isFinite(step)) return u;
    u += step;
    if (Math.abs(step) <= 4 * PRECISION * Math.max(1, Math.abs(u))) return u;
  }
  return u;
}

/** The logarithm of the x at which a gamma tail of the given shape is p < 1. */
function gammaLogQuantile(p: number, a: number, tail: Tail): number {
  const logFactor = (u: number) => a * u - Math.exp(u) - lgamma(a);
  const target = Math.log(p);
  if (tail === 'lower')
    return climb((target + lgamma(a + 1)) / a, (u) => {
      const log = logProbability(gammaTail(Math.exp(u), a), 'lower');
      return { value: log - target, slope: Math.exp(logFactor(u) - log) };
    });
  // The upper tail falls: mirrored, it climbs, from the bound of Laurent & Massart (2000, lemma 1).
  const start = -Math.log(a + Math.sqrt(-2 * a * target) - target);
  return -climb(start, (u) => {
    const log = logProbability(gammaTail(Math.exp(-u), a), 'upper');
    return { value: log - target, slope: Math.exp(logFactor(-u) - log) };
  });
}

/** The logit ln(x / (1 − x)) at which the lower beta tail is p < 1. */
function betaLogitQuantile(p: number, a: number, b: number): number {
  const logBeta = lgamma(a) + lgamma(b) - lgamma(a + b);
  const target = Math.log(p);
  return climb((target + Math.log(a) + logBeta) / a, (u) => {
    const x = 1 / (1 + Math.exp(-u));
    const y = 1 / (1 + Math.exp(u));
    const log = logProbability(betaTail(x, y, a, b), 'lower');
    const density = -a * Math.log1p(Math.exp(-u)) - b * Math.log1p(Math.exp(u)) - logBeta;
    return { value: log - target, slope: Math.exp(density - log) };
  });
}

/** As above for either tail; the smaller of p and 1 − p is the one that is solved for. */
function betaLogit(p: number, a: number, b: number, tail: Tail): number {
  const small = p <= 0.5 ? p : 1 - p;
  const side = p <= 0.5 ? tail : other(tail);
  return side === 'lower' ? betaLogitQuantile(small, a, b) : -betaLogitQuantile(small, b, a);
}

const isProbability = (p: number): boolean => p >= 0 && p <= 1;

/** The value at p = 0 and p = 1 of a quantile function whose range is given; undefined in between. */
function atTheEnds(p: number, tail: Tail, low: number, high: number): number | undefined {
  if (!isProbability(p)) return Number.NaN;
  if (p > 0 && p < 1) return undefined;
  return (p === 0) === (tail === 'lower') ? low : high;
}

const outside = (tail: Tail, below: boolean): number => (below === (tail === 'lower') ? 0 : 1);

/** Gamma distribution with shape > 0 and rate 1, at x. */
export function gammaCdf(x: number, shape: number, tail: Tail = 'lower'): number {
  if (Number.isNaN(x) || !(shape > 0)) return Number.NaN;
  if (x <= 0) return outside(tail, true);
  if (x === Number.POSITIVE_INFINITY) return outside(tail, false);
  return probability(gammaTail(x, shape), tail);
}

/** The x at which `gammaCdf` is p. */
export function gammaQuantile(p: number, shape: number, tail: Tail = 'lower'): number {
  if (!(shape > 0)) return Number.NaN;
  const end = atTheEnds(p, tail, 0, Number.POSITIVE_INFINITY);
  if (end !== undefined) return end;
  return Math.exp(
    p <= 0.5 ? gammaLogQuantile(p, shape, tail) : gammaLogQuantile(1 - p, shape, other(tail)),
  );
}

/** Chi-squared distribution with df > 0 degrees of freedom, at x. */
export const chiSquaredCdf = (x: number, df: number, tail: Tail = 'lower'): number =>
  gammaCdf(x / 2, df / 2, tail);

/** The x at which `chiSquaredCdf` is p. */
export const chiSquaredQuantile = (p: number, df: number, tail: Tail = 'lower'): number =>
  2 * gammaQuantile(p, df / 2, tail);

/** Standard normal distribution at z. */
export function normalCdf(z: number, tail: Tail = 'lower'): number {
  if (Number.isNaN(z)) return Number.NaN;
  const small = 0.5 * gammaCdf((z * z) / 2, 0.5, 'upper');
  return z < 0 === (tail === 'lower') ? small : 1 - small;
}

/** The z at which `normalCdf` is p. */
export function normalQuantile(p: number, tail: Tail = 'lower'): number {
  const end = atTheEnds(p, tail, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  if (end !== undefined) return end;
  if (p === 0.5) return 0;
  const magnitude = Math.sqrt(chiSquaredQuantile(2 * Math.min(p, 1 - p), 1, 'upper'));
  return p < 0.5 === (tail === 'lower') ? -magnitude : magnitude;
}

/** Beta distribution with a, b > 0, at x. */
export function betaCdf(x: number, a: number, b: number, tail: Tail = 'lower'): number {
  if (Number.isNaN(x) || !(a > 0) || !(b > 0)) return Number.NaN;
  if (x <= 0 || x >= 1) return outside(tail, x <= 0);
  return probability(betaTail(x, 1 - x, a, b), tail);
}

/** The x at which `betaCdf` is p. */
export function betaQuantile(p: number, a: number, b: number, tail: Tail = 'lower'): number {
  if (!(a > 0) || !(b > 0)) return Number.NaN;
  const end = atTheEnds(p, tail, 0, 1);
  if (end !== undefined) return end;
  return 1 / (1 + Math.exp(-betaLogit(p, a, b, tail)));
}

/** F distribution with df1 and df2 > 0 degrees of freedom, at x. */
export function fCdf(x: number, df1: number, df2: number, tail: Tail = 'lower'): number {
  if (Number.isNaN(x) || !(df1 > 0) || !(df2 > 0)) return Number.NaN;
  if (x <= 0 || x === Number.POSITIVE_INFINITY) return outside(tail, x <= 0);
  const sum = df1 * x + df2;
  return probability(betaTail((df1 * x) / sum, df2 / sum, df1 / 2, df2 / 2), tail);
}

/** The x at which `fCdf` is p. */
export function fQuantile(p: number, df1: number, df2: number, tail: Tail = 'lower'): number {
  if (!(df1 > 0) || !(df2 > 0)) return Number.NaN;
  const end = atTheEnds(p, tail, 0, Number.POSITIVE_INFINITY);
  if (end !== undefined) return end;
  return (df2 / df1) * Math.exp(betaLogit(p, df1 / 2, df2 / 2, tail));
}

/** Student's t distribution with df > 0 degrees of freedom (Infinity is the normal), at t. */
export function tCdf(t: number, df: number, tail: Tail = 'lower'): number {
  if (Number.isNaN(t) || !(df > 0)) return Number.NaN;
  if (df === Number.POSITIVE_INFINITY || !Number.isFinite(t)) return normalCdf(t, tail);
  if (t === 0) return 0.5;
  const sum = df + t * t;
  const small = 0.5 * probability(betaTail(df / sum, (t * t) / sum, df / 2, 0.5), 'lower');
  return t < 0 === (tail === 'lower') ? small : 1 - small;
}

/** The t at which `tCdf` is p. */
export function tQuantile(p: number, df: number, tail: Tail = 'lower'): number {
  if (!(df > 0)) return Number.NaN;
  if (df === Number.POSITIVE_INFINITY) return normalQuantile(p, tail);
  const end = atTheEnds(p, tail, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  if (end !== undefined) return end;
  if (p === 0.5) return 0;
  const both = 2 * Math.min(p, 1 - p);
  const magnitude = Math.sqrt(df) * Math.exp(-0.5 * betaLogit(both, df / 2, 0.5, 'lower'));
  return p < 0.5 === (tail === 'lower') ? -magnitude : magnitude;
}
