import { at, mean, squaresAround, sum } from './numbers.ts';
import {
  type Columns,
  hatValues,
  traceP,
  traceSandwich,
  traceTwice,
  type WeightedFit,
  weightedFit,
} from './weighted.ts';

/**
 * How the spread τ² of the true effects between studies is estimated: none (FE, one common effect),
 * DerSimonian–Laird, Hedges, Hunter–Schmidt, Sidik–Jonkman, Paule–Mandel, empirical Bayes (whose answer is
 * Paule and Mandel's), maximum likelihood, restricted maximum likelihood.
 */
export type Method = (typeof METHODS)[number];
export const METHODS = ['FE', 'DL', 'HE', 'HS', 'SJ', 'PM', 'EB', 'ML', 'REML'] as const;

/** Estimates and variances of the studies, on a scale where the smallest variance is 1. */
export interface Sample {
  readonly yi: readonly number[];
  readonly vi: readonly number[];
  readonly columns: Columns;
}

/** τ² and its approximate standard error; null when nothing was estimated. */
export interface Spread {
  readonly tau2: number;
  readonly se: number | null;
}

const ROUNDS = 5000;

/** The fit with weights 1/(v + τ²). The columns were found to be independent before. */
export function fitAt({ yi, vi, columns }: Sample, tau2: number): WeightedFit {
  const fit = weightedFit(
    yi,
    columns,
    vi.map((v) => 1 / (v + tau2)),
  );
  if (!fit) throw new RangeError('the moderators repeat each other');
  return fit;
}

/** τ² by the formulas of Viechtbauer (2005, J Educ Behav Stat 30:261); null when no estimate is reached. */
export function spreadBy(method: Method, sample: Sample): Spread | null {
  switch (method) {
    case 'FE':
      return { tau2: 0, se: null };
    case 'DL':
      return derSimonianLaird(sample);
    case 'HE':
      return hedges(sample);
    case 'HS':
      return hunterSchmidt(sample);
    case 'SJ':
      return sidikJonkman(sample);
    case 'PM':
    case 'EB':
      return pauleMandel(sample);
    case 'ML':
    case 'REML':
      return likelihood(method, sample);
  }
}

const degrees = ({ yi, columns }: Sample): number => yi.length - columns.length;
const ones = (sample: Sample): number[] => sample.yi.map(() => 1);

function derSimonianLaird(sample: Sample): Spread {
  const fit = fitAt(sample, 0);
  const df = degrees(sample);
  const trace = traceP(fit);
  const tau2 = Math.max(0, (fit.rss - df) / trace);
  const variance = 2 * df + 4 * tau2 * trace + 2 * tau2 ** 2 * traceSandwich(fit, ones(sample));
  return { tau2, se: Math.sqrt(variance) / trace };
}

function hedges(sample: Sample): Spread {
  const equal = weightedFit(sample.yi, sample.columns, ones(sample));
  if (!equal) throw new RangeError('the moderators repeat each other');
  const df = degrees(sample);
  const hat = hatValues(equal);
  const trace = sample.vi.reduce((total, v, i) => total + v * (1 - at(hat, i)), 0);
  const tau2 = Math.max(0, (equal.rss - trace) / df);
  const variance = 2 * traceTwice(equal, sample.vi) + 4 * tau2 * trace + 2 * tau2 ** 2 * df;
  return { tau2, se: Math.sqrt(variance) / df };
}

function hunterSchmidt(sample: Sample): Spread {
  const fit = fitAt(sample, 0);
  const total = sum(fit.weights);
  const tau2 = Math.max(0, (fit.rss - sample.yi.length) / total);
  const variance =
    2 * degrees(sample) + 4 * tau2 * traceP(fit) + 2 * tau2 ** 2 * traceSandwich(fit, ones(sample));
  return { tau2, se: Math.sqrt(variance) / total };
}

function sidikJonkman(sample: Sample): Spread {
  const k = sample.yi.length;
  const first = squaresAround(sample.yi, mean(sample.yi)) / k;
  if (first === 0) return { tau2: 0, se: 0 };
  const fit = fitAt(sample, first);
  const df = degrees(sample);
  const tau2 = (first * fit.rss) / df;
  const variance =
    2 * traceTwice(fit, sample.vi) +
    4 * tau2 * traceSandwich(fit, sample.vi) +
    2 * tau2 ** 2 * traceSandwich(fit, ones(sample));
  return { tau2, se: (first / df) * Math.sqrt(variance) };
}

function pauleMandel(sample: Sample): Spread | null {
  const tau2 = tau2WhereQIs(sample, degrees(sample));
  if (tau2 === null) return null;
  const k = sample.yi.length;
  const total = sum(fitAt(sample, tau2).weights);
  return { tau2, se: (k / total) * Math.sqrt(2 / degrees(sample)) };
}

/**
 * The τ² at which Q(τ²) = y'Py equals a target; 0 when it lies below it everywhere. Q falls and is convex, so
 * Newton's steps from 0 come ever nearer and never step over.
 */
export function tau2WhereQIs(sample: Sample, target: number): number | null {
  let tau2 = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const fit = fitAt(sample, tau2);
    const slope = sumOfWeightedSquares(fit);
    const step = (fit.rss - target) / slope;
    if (!(step > 0)) return tau2;
    tau2 += step;
    if (step <= 4e-16 * tau2) return tau2;
  }
  return null;
}

/** y'PPy = Σ w² r². */
function sumOfWeightedSquares({ weights, residuals }: WeightedFit): number {
  return weights.reduce((total, w, i) => total + (w * at(residuals, i)) ** 2, 0);
}

/**
 * Fisher's scoring from Hedges' estimate, to the last digits: a default stop at 1e-5 would leave the result
 * to chance in the sixth digit.
 */
function likelihood(method: 'ML' | 'REML', sample: Sample): Spread | null {
  const one = ones(sample);
  const information = (fit: WeightedFit): number =>
    method === 'REML'
      ? traceSandwich(fit, one)
      : fit.weights.reduce((total, w) => total + w * w, 0);
  let { tau2 } = hedges(sample);
  let last = Number.POSITIVE_INFINITY;
  let damping = 1;
  for (let round = 0; round < ROUNDS; round += 1) {
    const fit = fitAt(sample, tau2);
    const informed = information(fit);
    const expected = method === 'REML' ? traceP(fit) : sum(fit.weights);
    const step = (sumOfWeightedSquares(fit) - expected) / informed;
    // A step back as long as the last one forward would swing for ever: take half of it.
    if (step * last < 0 && Math.abs(step) > Math.abs(last) / 2) damping /= 2;
    const next = Math.max(0, tau2 + damping * step);
    const moved = Math.abs(next - tau2);
    tau2 = next;
    last = step;
    if (moved <= 1e-14 * tau2 || moved < 1e-15)
      return { tau2, se: Math.sqrt(2 / information(fitAt(sample, tau2))) };
  }
  return null;
}
