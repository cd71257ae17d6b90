/**
 * Bayesian regression with autocorrelated errors, by deterministic quadrature: the same answer everywhere, and
 * no sampling. Given φ and σ everything is normal, so that the posterior of a coefficient is a mixture of
 * normals over a grid of 48 by 48 Gauss–Legendre nodes. Against a grid of 300 by 300 it is good to 1e-6.
 */
import { cholesky, dot, gaussLegendre, normalCdf, normalQuantile } from '@assuage/statistics';
import { productsAt, type Series } from './autoregression.ts';

/** What is believed of a coefficient before any rating: normal. */
export interface Prior {
  readonly mean: number;
  readonly sd: number;
}

/** What is believed of a contrast after the ratings. */
export interface Posterior {
  readonly mean: number;
  readonly sd: number;
  /** The probability that it is below a value. */
  below(value: number): number;
  /** The middle interval of the given probability, such as 0.95. */
  interval(probability: number): readonly [number, number];
  /** The mean of the autocorrelation from one day to the next. */
  readonly phi: number;
  /** The mean standard deviation of a rating around its expectation. */
  readonly sigma: number;
}

const NODES = 48;
/** φ ~ U(0, 0.97) */
const PHI = gaussLegendre(NODES, 0, 0.97);
/** σ ~ half-normal(0, 2²) on [0.25, 6], integrated over ln σ. */
const LOG_SIGMA = gaussLegendre(NODES, Math.log(0.25), Math.log(6));
const SIGMA_PRIOR_SD = 2;
/** What weighs less than this share of the heaviest is left out of the mixture. */
const NEGLIGIBLE = 1e-12;

interface Component {
  readonly weight: number;
  readonly mean: number;
  readonly sd: number;
}

/**
 * The posterior of the contrast Σ c_j b_j.
 *
 * @param priors one for each column of the design
 * @param contrast one number for each column
 */
export function posteriorOf(
  series: Series,
  priors: readonly Prior[],
  contrast: readonly number[],
): Posterior {
  const n = series.y.length;
  const precision = priors.map(({ sd }) => 1 / (sd * sd));
  const shift = priors.map(({ mean }, i) => mean * (precision[i] ?? 0));
  const priorSum = priors.reduce((sum, { mean }, i) => sum + mean * (shift[i] ?? 0), 0);
  const found: (Component & { readonly log: number; phi: number; sigma: number })[] = [];
  let heaviest = Number.NEGATIVE_INFINITY;

  PHI.nodes.forEach((phi, a) => {
    const { xx, xy, yy, logDeterminant } = productsAt(series, phi);
    LOG_SIGMA.nodes.forEach((logSigma, b) => {
      const sigma = Math.exp(logSigma);
      const scale = 1 / (sigma * sigma);
      const lambda = xx.map((row, i) =>
        row.map((value, j) => value * scale + (i === j ? (precision[i] ?? 0) : 0)),
      );
      const known = xy.map((value, i) => value * scale + (shift[i] ?? 0));
      const factor = cholesky(lambda);
      const m = factor.solve(known);
      const fit = yy * scale + priorSum - dot(m, known);
      const log =
        -n * logSigma -
        0.5 * (logDeterminant + fit + factor.logDeterminant) -
        (sigma * sigma) / (2 * SIGMA_PRIOR_SD * SIGMA_PRIOR_SD) +
        logSigma +
        Math.log((PHI.weights[a] ?? 0) * (LOG_SIGMA.weights[b] ?? 0));
      heaviest = Math.max(heaviest, log);
      found.push({
        log,
        weight: 0,
        mean: dot(contrast, m),
        sd: Math.sqrt(dot(contrast, factor.solve(contrast))),
        phi,
        sigma,
      });
    });
  });

  const heavy = found
    .map((one) => ({ ...one, weight: Math.exp(one.log - heaviest) }))
    .filter(({ weight }) => weight > NEGLIGIBLE);
  const total = heavy.reduce((sum, { weight }) => sum + weight, 0);
  const average = (of: (one: (typeof heavy)[number]) => number) =>
    heavy.reduce((sum, one) => sum + one.weight * of(one), 0) / total;

  const mean = average((one) => one.mean);
  const sd = Math.sqrt(average((one) => one.sd ** 2 + (one.mean - mean) ** 2));
  const below = (value: number) => average((one) => normalCdf((value - one.mean) / one.sd));
  const density = (value: number) =>
    average((one) => Math.exp(-0.5 * ((value - one.mean) / one.sd) ** 2) / one.sd) * INV_ROOT_2PI;
  const quantile = (p: number) => quantileOf(p, { mean, sd, below, density });
  return {
    mean,
    sd,
    below,
    interval: (probability) => [quantile((1 - probability) / 2), quantile((1 + probability) / 2)],
    phi: average((one) => one.phi),
    sigma: average((one) => one.sigma),
  };
}

const INV_ROOT_2PI = 1 / Math.sqrt(2 * Math.PI);
const MOST_STEPS = 200;

/** Newton's method from the normal with the same mean and sd, halving whenever it would leave the bracket. */
function quantileOf(
  p: number,
  of: {
    readonly mean: number;
    readonly sd: number;
    below(value: number): number;
    density(value: number): number;
  },
): number {
  let [low, high] = [of.mean - 40 * of.sd, of.mean + 40 * of.sd];
  let x = of.mean + of.sd * normalQuantile(p);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const missed = of.below(x) - p;
    if (missed > 0) high = x;
    else low = x;
    const newton = x - missed / of.density(x);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) <= 1e-12 * of.sd) return next;
    x = next;
  }
  return x;
}
