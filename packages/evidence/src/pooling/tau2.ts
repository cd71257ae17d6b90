import { dot } from '@assuage/statistics';
import { at, mean, squaresAround, sum } from './numbers.ts';
import {
  type Columns,
  hatValues,
  restOf,
  traceP,
  traceSandwich,
  tracesOf,
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

/** Hedges' estimate alone; for one mean, var(y) − mean(v). */
function startOf(sample: Sample): number {
  if (sample.columns.length > 1) return hedges(sample).tau2;
  const { yi, vi } = sample;
  return Math.max(0, squaresAround(yi, mean(yi)) / (yi.length - 1) - mean(vi));
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

/** What the estimators ask of P at one τ², with u = Py. */
export interface Moments {
  /** Σw and Σw². */
  readonly w: number;
  readonly w2: number;
  /** y'Py, y'PPy and y'PPPy. */
  readonly rss: number;
  readonly squares: number;
  readonly cubes: number;
  readonly trace: number;
  readonly traceOfSquare: number;
}

export function momentsAt(sample: Sample, tau2: number): Moments {
  return sample.columns.length === 1 ? momentsOfMean(sample, tau2) : momentsOfFit(sample, tau2);
}

/**
 * For one mean, where all is sums: the loops that pooling spends its time in. They read the lists themselves,
 * because a function that every list passes through is slower.
 */
function momentsOfMean({ yi, vi }: Sample, tau2: number): Moments {
  let [w, w2, w3, wy] = [0, 0, 0, 0];
  for (let i = 0; i < yi.length; i += 1) {
    const weight = 1 / ((vi[i] ?? Number.NaN) + tau2);
    const square = weight * weight;
    w += weight;
    w2 += square;
    w3 += square * weight;
    wy += weight * (yi[i] ?? Number.NaN);
  }
  const mean = wy / w;
  let [rss, squares, cubes, wu] = [0, 0, 0, 0];
  for (let i = 0; i < yi.length; i += 1) {
    const weight = 1 / ((vi[i] ?? Number.NaN) + tau2);
    const residual = (yi[i] ?? Number.NaN) - mean;
    const u = weight * residual;
    rss += u * residual;
    squares += u * u;
    cubes += weight * u * u;
    wu += weight * u;
  }
  const ratio = w2 / w;
  return {
    w,
    w2,
    rss,
    squares,
    cubes: cubes - (wu * wu) / w,
    trace: w - ratio,
    traceOfSquare: w2 - (2 * w3) / w + ratio * ratio,
  };
}

function momentsOfFit(sample: Sample, tau2: number): Moments {
  const fit = fitAt(sample, tau2);
  const u = fit.residuals.map((r, i) => r * at(fit.weights, i));
  return {
    w: sum(fit.weights),
    w2: dot(fit.weights, fit.weights),
    rss: fit.rss,
    squares: dot(u, u),
    cubes: restOf(fit, u),
    ...tracesOf(fit),
  };
}

/**
 * The τ² at which Q(τ²) = y'Py equals a target; 0 when it lies below it everywhere. Q falls and is convex, so
 * Newton's steps from 0 come ever nearer and never step over.
 */
export function tau2WhereQIs(sample: Sample, target: number): number | null {
  let tau2 = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const { rss, squares } = momentsAt(sample, tau2);
    const step = (rss - target) / squares;
    if (!(step > 0)) return tau2;
    tau2 += step;
    if (step <= 4e-16 * tau2) return tau2;
  }
  return null;
}

/**
 * From Hedges' estimate by Fisher's scoring, which finds the maximum from afar, and by Newton's steps once they
 * are small, which find its last digits. A default stop at 1e-5 would leave the sixth digit to chance.
 */
function likelihood(method: 'ML' | 'REML', sample: Sample): Spread | null {
  let tau2 = startOf(sample);
  let last = Number.POSITIVE_INFINITY;
  let damping = 1;
  for (let round = 0; round < ROUNDS; round += 1) {
    const m = momentsAt(sample, tau2);
    const [expected, informed] = method === 'REML' ? [m.trace, m.traceOfSquare] : [m.w, m.w2];
    const score = m.squares - expected;
    const curvature = 2 * m.cubes - informed;
    const newton = score / curvature;
    const near = curvature > 0 && Math.abs(newton) < 0.01 * tau2;
    const step = near ? newton : score / informed;
    // A step back as long as the last one forward would swing for ever: take half of it.
    if (step * last < 0 && Math.abs(step) > Math.abs(last) / 2) damping /= 2;
    const next = Math.max(0, tau2 + damping * step);
    const moved = Math.abs(next - tau2);
    tau2 = next;
    last = step;
    // Newton doubles the digits with every step: after one of 1e-8, they are all there.
    if (moved <= (near ? 1e-8 : 1e-14) * tau2 || moved < 1e-15) {
      const end = momentsAt(sample, tau2);
      return { tau2, se: Math.sqrt(2 / (method === 'REML' ? end.traceOfSquare : end.w2)) };
    }
  }
  return null;
}
