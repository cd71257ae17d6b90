/**
 * Bayesian regression with autocorrelated errors, by deterministic quadrature: the same answer everywhere, and
 * no sampling. Given φ and σ everything is normal, so that the posterior of a coefficient is a mixture of
 * normals over a grid of 48 by 48 Gauss–Legendre nodes. Against a grid of 300 by 300 it is good to 1e-6.
 */
import { gaussLegendre, normalCdf, normalQuantile, symmetricEigen } from '@assuage/statistics';
import { type Products, productsAt, type Series } from './autoregression.ts';

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
  const shift = priors.map(({ mean, sd }) => mean / (sd * sd));
  const priorSum = priors.reduce((sum, { mean }, i) => sum + mean * (shift[i] ?? 0), 0);
  const priorLog = priors.reduce((sum, { sd }) => sum - 2 * Math.log(sd), 0);
  const found: (Component & { readonly log: number; phi: number; sigma: number })[] = [];
  let heaviest = Number.NEGATIVE_INFINITY;

  PHI.nodes.forEach((phi, a) => {
    const { yy, logDeterminant, ...products } = productsAt(series, phi);
    const axes = axesOf(products, shift, contrast, priors);
    LOG_SIGMA.nodes.forEach((logSigma, b) => {
      const sigma = Math.exp(logSigma);
      const scale = 1 / (sigma * sigma);
      let fit = yy * scale + priorSum;
      let [mean, variance, spread] = [0, 0, priorLog];
      for (const { stretch, known, prior, share } of axes) {
        const room = 1 + scale * stretch;
        const pull = scale * known + prior;
        fit -= (pull * pull) / room;
        mean += (share * pull) / room;
        variance += (share * share) / room;
        spread += Math.log(room);
      }
      const log =
        -n * logSigma -
        0.5 * (logDeterminant + fit + spread) -
        (sigma * sigma) / (2 * SIGMA_PRIOR_SD * SIGMA_PRIOR_SD) +
        logSigma +
        Math.log((PHI.weights[a] ?? 0) * (LOG_SIGMA.weights[b] ?? 0));
      heaviest = Math.max(heaviest, log);
      found.push({ log, weight: 0, mean, sd: Math.sqrt(variance), phi, sigma });
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

/** One direction in which the coefficients are independent, in units of their prior. */
interface Axis {
  /** What the ratings know of it at σ = 1, in units of what the prior knows. */
  readonly stretch: number;
  readonly known: number;
  readonly prior: number;
  /** Of the contrast. */
  readonly share: number;
}

/**
 * At one φ the precision of the coefficients is A/σ² + P for every σ. Measured by the prior, P is 1, and turned to the
 * eigenvectors of P^(-1/2) A P^(-1/2) everything is diagonal: no system has to be solved for each σ.
 */
function axesOf(
  { xx, xy }: Pick<Products, 'xx' | 'xy'>,
  shift: readonly number[],
  contrast: readonly number[],
  priors: readonly Prior[],
): readonly Axis[] {
  const sd = (i: number): number => priors[i]?.sd ?? Number.NaN;
  const { values, vectors } = symmetricEigen(
    xx.map((row, i) => row.map((value, j) => value * sd(i) * sd(j))),
  );
  const along = (k: number, vector: readonly number[]): number =>
    vectors.reduce((sum, row, i) => sum + (row[k] ?? 0) * sd(i) * (vector[i] ?? 0), 0);
  return values.map((value, k) => ({
    stretch: Math.max(0, value),
    known: along(k, xy),
    prior: along(k, shift),
    share: along(k, contrast),
  }));
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
    // A step too small for the bracket to see is the end, and no reason to halve it.
    if (Math.abs(newton - x) <= 1e-12 * of.sd) return newton;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) <= 1e-12 * of.sd) return next;
    x = next;
  }
  return x;
}
