import {
  chiSquaredCdf,
  cholesky,
  dot,
  fCdf,
  type Matrix,
  normalCdf,
  normalQuantile,
  tCdf,
  tQuantile,
} from '@assuage/statistics';
import { type Answer, answer, refuse } from './answer.ts';
import { type Effect, usable } from './effect.ts';
import { at } from './numbers.ts';
import { fitAt, type Method, momentsAt, type Sample, type Spread, spreadBy } from './tau2.ts';
import { type Columns, type WeightedFit, weightedFit } from './weighted.ts';

/**
 * How sure the coefficients are: `z` by the normal distribution; `knha` by Hartung, Knapp, Sidik and Jonkman,
 * whose interval grows and shrinks with the scatter seen; `adhoc` the same, but never narrower than `z`'s
 * standard error.
 */
export type Test = 'z' | 'knha' | 'adhoc';

/** Something known of every study that might explain why the effects differ. */
export interface Moderator {
  readonly name: string;
  /** One number per study. */
  readonly values: readonly number[];
}

export interface Coefficient {
  readonly name: string;
  readonly estimate: number;
  readonly se: number;
  /** Estimate over standard error; infinite when the standard error is 0, null when both are 0. */
  readonly statistic: number | null;
  /** Two-sided; null where the statistic is. */
  readonly p: number | null;
  /** 95 % confidence interval. */
  readonly low: number;
  readonly high: number;
}

/** How much the effects differ from study to study beyond chance. */
export interface Heterogeneity {
  readonly q: number;
  readonly df: number;
  readonly p: number;
  /** (Q − df)/Q, at least 0, in per cent: Higgins and Thompson's I². */
  readonly i2FromQ: number;
  /** τ²/(τ² + typical variance) in per cent: the I² that belongs to the estimator of τ². */
  readonly i2FromTau2: number;
  /** Q/df. */
  readonly h2FromQ: number;
  /** τ²/typical variance + 1. */
  readonly h2FromTau2: number;
  /** The variance within a typical study (Higgins and Thompson 2002, Stat Med 21:1539). */
  readonly typicalVariance: number;
}

export interface Fit {
  readonly method: Method;
  readonly test: Test;
  readonly effects: readonly Effect[];
  readonly moderators: readonly Moderator[];
  /** The pooled effect, or the intercept and then one for every moderator. Never empty. */
  readonly coefficients: readonly [Coefficient, ...Coefficient[]];
  readonly covariance: Matrix;
  /** Of t; null for the normal distribution. */
  readonly df: number | null;
  readonly tau2: number;
  /** Null where nothing was estimated (FE). */
  readonly tau2Se: number | null;
  readonly heterogeneity: Heterogeneity;
  /** All moderators together, or the pooled effect when there are none: F with `knha` and `adhoc`, else χ². */
  readonly omnibus: {
    readonly statistic: number | null;
    readonly df1: number;
    readonly df2: number | null;
    readonly p: number | null;
  };
  /** Share of τ² that the moderators explain, in per cent, at least 0; null when there is none to explain. */
  readonly r2: number | null;
  readonly logLikelihood: { readonly ml: number; readonly reml: number };
  /** What each study counts for, in per cent. */
  readonly weights: readonly number[];
}

export interface Model {
  readonly method: Method;
  readonly test: Test;
  readonly moderators?: readonly Moderator[];
}

/** REML with the Hartung–Knapp interval and the ad hoc floor. Why: docs/pooling.md. */
export const RECOMMENDED: Model = { method: 'REML', test: 'adhoc' };

/** Pools the effects of studies, or regresses them on moderators. */
export function pool(effects: readonly Effect[], model: Model = RECOMMENDED): Answer<Fit> {
  const moderators = model.moderators ?? [];
  const prepared = prepare(effects, moderators);
  if (!prepared.ok) return prepared;
  const { sample, unit } = prepared.value;
  const spread = spreadBy(model.method, sample);
  if (spread === null)
    return refuse(`the ${model.method} estimate of the spread between studies was not reached`);
  const final = fitAt(sample, spread.tau2);
  const fit = described(effects, { ...model, moderators }, sample, unit, spread, final);
  return finite(fit) ? answer(fit) : refuse('the numbers are too far apart in size');
}

/** The sample on a scale where the smallest variance is 1, so that no power of a weight overflows. */
export function prepare(
  effects: readonly Effect[],
  moderators: readonly Moderator[],
): Answer<{ sample: Sample; unit: number }> {
  const checked = usable(effects);
  if (!checked.ok) return checked;
  const k = effects.length;
  const p = moderators.length + 1;
  if (k === 0) return refuse('there is no study to pool');
  if (k <= p)
    return refuse(
      p === 1
        ? 'one study cannot be pooled: there is nothing to pool it with'
        : `${k} studies cannot carry ${p} coefficients: at least ${p + 1} are needed`,
    );
  for (const { name, values } of moderators) {
    if (values.length !== k)
      return refuse(`moderator ${name} has ${values.length} values for ${k} studies`);
    const bad = values.findIndex((value) => !Number.isFinite(value) || !inReach(value));
    if (bad >= 0) return refuse(`moderator ${name} has no usable number for study ${bad + 1}`);
  }
  const unit = Math.sqrt(Math.min(...effects.map(({ vi }) => vi)));
  const columns: Columns = [effects.map(() => 1), ...moderators.map(({ values }) => values)];
  const yi = effects.map((effect) => effect.yi / unit);
  const vi = effects.map((effect) => effect.vi / unit / unit);
  if (moderators.length > 0 && repeats(yi, vi, columns))
    return refuse(
      `the moderators ${moderators.map(({ name }) => name).join(', ')} repeat each other or do not vary`,
    );
  return answer({ sample: { yi, vi, columns }, unit });
}

/** Whether the columns repeat each other, weighted by how sure the studies are or not. */
const repeats = (yi: readonly number[], vi: readonly number[], columns: Columns): boolean =>
  [vi.map((v) => 1 / v), vi.map(() => 1)].some((weights) => !weightedFit(yi, columns, weights));

const inReach = (value: number): boolean =>
  value === 0 || (Math.abs(value) > 1e-100 && Math.abs(value) < 1e100);

function described(
  effects: readonly Effect[],
  model: Model & { readonly moderators: readonly Moderator[] },
  sample: Sample,
  unit: number,
  spread: Spread,
  final: WeightedFit,
): Fit {
  const { method, test, moderators } = model;
  const k = sample.yi.length;
  const p = sample.columns.length;
  const df = test === 'z' ? null : k - p;
  const scatter = final.rss / (k - p);
  const factor = test === 'z' ? 1 : test === 'knha' ? scatter : Math.max(1, scatter);
  const covariance = final.inverse.map((row) => row.map((value) => value * factor * unit * unit));
  const names = ['pooled', ...moderators.map(({ name }) => name)];
  const coefficient = (j: number): Coefficient =>
    coefficientOf(
      names[j] ?? '',
      at(final.beta, j) * unit,
      Math.sqrt(at(covariance[j] ?? [], j)),
      df,
    );
  const coefficients = [coefficient(0), ...moderators.map((_, j) => coefficient(j + 1))] as const;
  const tested = moderators.map((_, j) => j + 1);
  const only = p <= 2 ? coefficients[p - 1] : undefined;
  const total = final.weights.reduce((all, w) => all + w, 0);
  const logVariances = sample.vi.reduce((all, v) => all + Math.log(v + spread.tau2), 0);
  const common = -logVariances / 2 - final.rss / 2;
  const design = determinantOf(sample);
  const perUnit = Math.log(2 * Math.PI) / 2 + Math.log(unit);
  return {
    method,
    test,
    effects,
    moderators,
    coefficients,
    covariance,
    df,
    tau2: spread.tau2 * unit * unit,
    tau2Se: spread.se === null ? null : spread.se * unit * unit,
    heterogeneity: heterogeneityOf(sample, spread.tau2, unit),
    omnibus:
      only === undefined
        ? omnibusOf(final, tested, factor, df)
        : { statistic: squared(only.statistic), df1: 1, df2: df, p: only.p },
    r2: explained(sample, spread, model),
    logLikelihood: {
      ml: common - k * perUnit,
      reml: common - (k - p) * perUnit + design / 2 - final.logDeterminant / 2,
    },
    weights: final.weights.map((w) => (100 * w) / total),
  };
}

/** ln |X'X|, for the restricted likelihood; prepare() saw that it is not 0. */
function determinantOf({ yi, columns }: Sample): number {
  if (columns.length === 1) return Math.log(yi.length);
  const equal = weightedFit(
    yi,
    columns,
    yi.map(() => 1),
  );
  return equal?.logDeterminant ?? 0;
}

/** The coefficient with its 95 % interval and its test, by t with df degrees of freedom, or the normal. */
export function coefficientOf(
  name: string,
  estimate: number,
  se: number,
  df: number | null,
): Coefficient {
  const half = criticalValue(df) * se;
  const statistic = se === 0 && estimate === 0 ? null : estimate / se;
  const p = statistic === null ? null : 2 * upperTail(Math.abs(statistic), df);
  return { name, estimate, se, statistic, p, low: estimate - half, high: estimate + half };
}

const NORMAL_975 = normalQuantile(0.975);

/** How many standard errors a 95 % interval reaches to either side. */
export function criticalValue(df: number | null): number {
  if (df === null) return NORMAL_975;
  const known = CRITICAL_VALUES.get(df);
  if (known !== undefined) return known;
  const value = tQuantile(0.025, df, 'upper');
  if (Number.isInteger(df) && df <= 1000) CRITICAL_VALUES.set(df, value);
  return value;
}

/** Those asked for before: leaving one study out after another asks for the same one every time. */
const CRITICAL_VALUES = new Map<number, number>();

/** The probability beyond x > 0 of t, or of the normal distribution. */
function upperTail(x: number, df: number | null): number {
  if (x === Number.POSITIVE_INFINITY) return 0;
  return df === null ? normalCdf(x, 'upper') : tCdf(x, df, 'upper');
}

const squared = (t: number | null): number | null => (t === null ? null : t * t);

function heterogeneityOf(sample: Sample, tau2: number, unit: number): Heterogeneity {
  const df = sample.yi.length - sample.columns.length;
  const common = momentsAt(sample, 0);
  const typical = df / common.trace;
  const q = common.rss;
  return {
    q,
    df,
    p: chiSquaredCdf(q, df, 'upper'),
    i2FromQ: q === 0 ? 0 : Math.max(0, (100 * (q - df)) / q),
    i2FromTau2: (100 * tau2) / (tau2 + typical),
    h2FromQ: q / df,
    h2FromTau2: tau2 / typical + 1,
    typicalVariance: typical * unit * unit,
  };
}

/** Wald's test that the coefficients at these places are all 0. */
function omnibusOf(
  final: WeightedFit,
  places: readonly number[],
  factor: number,
  df: number | null,
): Fit['omnibus'] {
  const df1 = places.length;
  const values = places.map((j) => at(final.beta, j));
  const none = { statistic: null, df1, df2: df, p: null };
  if (factor === 0) return none;
  const part = places.map((i) => places.map((j) => factor * at(final.inverse[i] ?? [], j)));
  // Divided by their own size, so that moderators in very different units stay solvable.
  const scale = part.map((row, i) => Math.sqrt(at(row, i)));
  const correlation = part.map((row, i) => row.map((v, j) => v / at(scale, i) / at(scale, j)));
  const scaled = values.map((value, i) => value / at(scale, i));
  const chi = dot(scaled, cholesky(correlation).solve(scaled));
  if (df === null) return { statistic: chi, df1, df2: null, p: chiSquaredCdf(chi, df1, 'upper') };
  const f = chi / df1;
  return { statistic: f, df1, df2: df, p: fCdf(f, df1, df, 'upper') };
}

function explained(
  sample: Sample,
  spread: Spread,
  { method, moderators = [] }: Model,
): number | null {
  if (moderators.length === 0 || method === 'FE') return null;
  const whole = spreadBy(method, { ...sample, columns: sample.columns.slice(0, 1) });
  if (!whole || whole.tau2 === 0) return null;
  return Math.max(0, (100 * (whole.tau2 - spread.tau2)) / whole.tau2);
}

function finite({ coefficients, covariance, tau2, logLikelihood, heterogeneity }: Fit): boolean {
  const { q, h2FromTau2 } = heterogeneity;
  return [
    ...coefficients.flatMap(({ estimate, se, low, high }) => [estimate, se, low, high]),
    ...covariance.flat(),
    tau2,
    logLikelihood.ml,
    logLikelihood.reml,
    q,
    h2FromTau2,
  ].every(Number.isFinite);
}
