/**
 * The unshrunk estimate for the details: restricted maximum likelihood with continuous-time AR(1) errors,
 * and the interval of Kenward & Roger (1997, Biometrics 53:983–997), which allows for φ and σ² being
 * estimated as well. No other program's figures for it with these errors were at hand: the matrices in it are
 * compared with their definitions, and its error rate with simulations (docs/statistics.md).
 */
import { cholesky, dot, root, tCdf, tQuantile } from '@assuage/statistics';
import { type Products, productsAt, type Series, slopesAt } from './autoregression.ts';
import { adjusted } from './kenward-roger.ts';

export interface Estimate {
  /** By column of the design. */
  readonly coefficients: readonly number[];
  /** As nlme gives them: without allowance for φ. */
  readonly standardErrors: readonly number[];
  readonly phi: number;
  readonly sigma: number;
  /** The coefficient of one column with the interval of Kenward & Roger. */
  effect(column: number, confidence: number): Effect;
}

export interface Effect {
  readonly estimate: number;
  readonly standardError: number;
  /** Degrees of freedom. */
  readonly df: number;
  readonly interval: readonly [number, number];
  /** Two-sided. Never to be shown as a probability that massage helps. */
  readonly p: number;
}

/** Where the likelihood is looked at first; finer where days far apart are still alike. */
const GRID = [
  ...Array.from({ length: 49 }, (_, i) => i / 50),
  0.98,
  0.99,
  0.995,
  0.998,
  0.999,
  0.9995,
  0.9999,
];

/**
 * @returns undefined when the ratings cannot carry the design: too few, all on one line, or columns that
 * repeat each other
 */
export function estimate(series: Series): Estimate | undefined {
  const n = series.y.length;
  const p = series.x[0]?.length ?? 0;
  if (n <= p) return undefined;
  const phi = likeliest(series, n - p);
  if (phi === undefined) return undefined;
  const fit = fitAt(productsAt(series, phi));
  if (!fit) return undefined;
  const variance = fit.rss / (n - p);
  const inverse = fit.factor.inverse();
  const standardErrors = inverse.map((row, i) => Math.sqrt(variance * (row[i] ?? 0)));
  return {
    coefficients: fit.coefficients,
    standardErrors,
    phi,
    sigma: Math.sqrt(variance),
    effect(column, confidence) {
      const value = fit.coefficients[column] ?? Number.NaN;
      const { standardError, df } = adjusted(series, { phi, variance }, column);
      const half = tQuantile((1 + confidence) / 2, df) * standardError;
      return {
        estimate: value,
        standardError,
        df,
        interval: [value - half, value + half],
        p: 2 * tCdf(Math.abs(value) / standardError, df, 'upper'),
      };
    },
  };
}

const ROUNDING = 1e-13;

/** φ with the highest restricted likelihood; 0 when it falls from there. */
function likeliest(series: Series, df: number): number | undefined {
  let best: number | undefined;
  let highest = Number.NEGATIVE_INFINITY;
  GRID.forEach((phi, i) => {
    const value = logLikelihood(series, phi, df);
    if (value > highest) [best, highest] = [i, value];
  });
  if (best === undefined) return undefined;
  const slope = (phi: number) => score(series, phi, df);
  const low = GRID[Math.max(0, best - 1)] ?? 0;
  const high = GRID[best + 1];
  if (high === undefined) return GRID[best];
  if (!(slope(low) > 0)) return low;
  return slope(high) < 0 ? root(slope, low, high) : high;
}

function logLikelihood(series: Series, phi: number, df: number): number {
  const products = productsAt(series, phi);
  const fit = fitAt(products);
  if (!fit) return Number.NEGATIVE_INFINITY;
  return -0.5 * (df * Math.log(fit.rss) + products.logDeterminant + fit.factor.logDeterminant);
}

/** The derivative of the restricted log-likelihood by φ, σ² being at its best for each φ. */
function score(series: Series, phi: number, df: number): number {
  const fit = fitAt(productsAt(series, phi));
  if (!fit) return Number.NaN;
  const slopes = slopesAt(series, phi);
  const b = fit.coefficients;
  const rssSlope =
    slopes.yy -
    2 * dot(b, slopes.xy) +
    b.reduce((sum, value, i) => sum + value * dot(slopes.xx[i] ?? [], b), 0);
  const inverse = fit.factor.inverse();
  const trace = inverse.reduce((sum, row, i) => sum + dot(row, slopes.xx[i] ?? []), 0);
  return -0.5 * ((df * rssSlope) / fit.rss + slopes.logDeterminant + trace);
}

function fitAt({ xx, xy, yy }: Products) {
  try {
    const factor = cholesky(xx);
    const coefficients = factor.solve(xy);
    const rss = yy - dot(coefficients, xy);
    // Less than this share of the ratings' squares is rounding: they lie on the line.
    return rss > ROUNDING * yy ? { factor, coefficients, rss } : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
