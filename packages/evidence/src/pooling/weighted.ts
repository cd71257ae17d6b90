import { dot } from '@assuage/statistics';
import { at, sum } from './numbers.ts';

/** The columns of a regression, each with one number per study; the first is the intercept. */
export type Columns = readonly (readonly number[])[];

/** A weighted least-squares fit. P = W − W X (X'WX)⁻¹ X'W, of which only traces are formed. */
export interface WeightedFit {
  readonly weights: readonly number[];
  readonly beta: readonly number[];
  /** (X'WX)⁻¹. */
  readonly inverse: readonly (readonly number[])[];
  /** ln |X'WX|. */
  readonly logDeterminant: number;
  readonly residuals: readonly number[];
  /** Orthonormal columns that span W^½ X: the hat values are the sums of their squares by row. */
  readonly basis: Columns;
  /** y'Py = Σ w r². */
  readonly rss: number;
}

/** A column of which this share or less is its own repeats the columns before it. */
const REPEATS = 1e-9;
/** What is left of the estimates below this share of them is rounding. */
const ROUNDING = 2e-15;

/**
 * Weighted least squares by modified Gram–Schmidt, which keeps the digits that forming X'WX would lose when
 * a moderator (a year) varies little against its size. Null when the columns repeat each other.
 */
export function weightedFit(
  yi: readonly number[],
  columns: Columns,
  weights: readonly number[],
): WeightedFit | null {
  if (columns.length === 1) return meanFit(yi, weights);
  const roots = weights.map(Math.sqrt);
  const basis: number[][] = [];
  const r: number[][] = [];
  const rest = products(yi, roots);
  const length = Math.sqrt(dot(rest, rest));
  const projections: number[] = [];
  let logDeterminant = 0;
  for (const column of columns) {
    const q = products(column, roots);
    const whole = Math.sqrt(dot(q, q));
    const above: number[] = [];
    for (const previous of basis) above.push(takeOut(q, previous));
    // A second pass takes out what rounding left of the first.
    for (const [j, previous] of basis.entries()) above[j] = at(above, j) + takeOut(q, previous);
    const own = Math.sqrt(dot(q, q));
    if (!(own > REPEATS * whole)) return null;
    for (let i = 0; i < q.length; i += 1) q[i] = at(q, i) / own;
    projections.push(takeOut(rest, q));
    basis.push(q);
    r.push([...above, own]);
    logDeterminant += 2 * Math.log(own);
  }
  // Studies that agree to the last digit leave a residual of rounding: it is 0.
  if (Math.sqrt(dot(rest, rest)) <= ROUNDING * length) rest.fill(0);
  const inverseRoot = invertedTriangle(r);
  const beta = inverseRoot.map((row) => dot(row, projections));
  return {
    weights,
    beta,
    inverse: inverseRoot.map((a) => inverseRoot.map((b) => dot(a, b))),
    logDeterminant,
    residuals: rest.map((value, i) => value / at(roots, i)),
    basis,
    rss: dot(rest, rest),
  };
}

/** The same for the intercept alone, where all is sums: most of what pooling does. */
function meanFit(yi: readonly number[], weights: readonly number[]): WeightedFit {
  const total = sum(weights);
  const first = dot(weights, yi) / total;
  const around = yi.map((y) => y - first);
  // A second pass takes out what rounding left of the first.
  const rest = dot(weights, around) / total;
  const residuals = around.map((y) => y - rest);
  let [rss, length] = [0, 0];
  for (let i = 0; i < yi.length; i += 1) {
    const weight = weights[i] ?? Number.NaN;
    rss += weight * (residuals[i] ?? Number.NaN) ** 2;
    length += weight * (yi[i] ?? Number.NaN) ** 2;
  }
  if (Math.sqrt(rss) <= ROUNDING * Math.sqrt(length)) {
    rss = 0;
    residuals.fill(0);
  }
  const root = Math.sqrt(total);
  return {
    weights,
    beta: [first + rest],
    inverse: [[1 / total]],
    logDeterminant: Math.log(total),
    residuals,
    basis: [weights.map((w) => Math.sqrt(w) / root)],
    rss,
  };
}

function products(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, i) => value * (b[i] ?? Number.NaN));
}

/** Takes the part along a unit vector out of q, and says how long it was. */
function takeOut(q: number[], unit: readonly number[]): number {
  const along = dot(q, unit);
  for (let i = 0; i < q.length; i += 1)
    q[i] = (q[i] ?? Number.NaN) - along * (unit[i] ?? Number.NaN);
  return along;
}

/** R⁻¹ by rows, of the upper triangle R given by columns. */
function invertedTriangle(columns: readonly (readonly number[])[]): number[][] {
  const n = columns.length;
  const inverse = columns.map(() => new Array<number>(n).fill(0));
  for (let j = 0; j < n; j += 1)
    for (let i = j; i >= 0; i -= 1) {
      let value = i === j ? 1 : 0;
      for (let m = i + 1; m <= j; m += 1)
        value -= at(columns[m] ?? [], i) * at(inverse[m] ?? [], j);
      const row = inverse[i];
      if (row) row[j] = value / at(columns[i] ?? [], i);
    }
  return inverse;
}

/** The hat values: how much each study's own estimate decides what is predicted for it. */
export function hatValues(fit: WeightedFit): number[] {
  return fit.weights.map((_, i) => {
    let h = 0;
    for (const q of fit.basis) h += (q[i] ?? Number.NaN) ** 2;
    return h;
  });
}

/** z'Pz: what is left of z when the columns are taken out of it. */
export function restOf({ basis, weights }: WeightedFit, z: readonly number[]): number {
  const rest = z.map((value, i) => value * Math.sqrt(at(weights, i)));
  for (const q of [...basis, ...basis]) takeOut(rest, q);
  return dot(rest, rest);
}

/** tr P. */
export const traceP = (fit: WeightedFit): number => tracesOf(fit).trace;

/** tr P and tr PP. */
export function tracesOf(fit: WeightedFit): { trace: number; traceOfSquare: number } {
  const { weights } = fit;
  const hat = hatValues(fit);
  let [trace, square] = [0, 0];
  for (let i = 0; i < hat.length; i += 1) {
    const [w, h] = [weights[i] ?? Number.NaN, hat[i] ?? Number.NaN];
    trace += w * (1 - h);
    square += w * w * (1 - 2 * h);
  }
  return { trace, traceOfSquare: square + innerTrace(fit, weights, weights) };
}

/** tr PDP, for D = diag(d): with d all 1, tr PP. */
export function traceSandwich(fit: WeightedFit, d: readonly number[]): number {
  const hat = hatValues(fit);
  let total = 0;
  for (let i = 0; i < hat.length; i += 1)
    total += at(fit.weights, i) ** 2 * at(d, i) * (1 - 2 * at(hat, i));
  return (
    total +
    innerTrace(
      fit,
      fit.weights,
      fit.weights.map((w, i) => w * at(d, i)),
    )
  );
}

/** tr PDPD, for D = diag(d). */
export function traceTwice(fit: WeightedFit, d: readonly number[]): number {
  const hat = hatValues(fit);
  const wd = fit.weights.map((w, i) => w * at(d, i));
  let total = 0;
  for (let i = 0; i < hat.length; i += 1) total += at(wd, i) ** 2 * (1 - 2 * at(hat, i));
  return total + innerTrace(fit, wd, wd);
}

/** Σᵢⱼ aᵢ bⱼ (qᵢ·qⱼ)², as tr (Q'AQ)(Q'BQ). */
function innerTrace({ basis }: WeightedFit, a: readonly number[], b: readonly number[]): number {
  let total = 0;
  for (const p of basis)
    for (const q of basis) {
      let [left, right] = [0, 0];
      for (let i = 0; i < a.length; i += 1) {
        const product = (p[i] ?? Number.NaN) * (q[i] ?? Number.NaN);
        left += (a[i] ?? Number.NaN) * product;
        right += (b[i] ?? Number.NaN) * product;
      }
      total += left * right;
    }
  return total;
}
