import { chiSquaredQuantile } from '@assuage/statistics';
import { type Answer, answer, refuse } from './answer.ts';
import { criticalValue, type Fit, prepare } from './model.ts';
import { tau2WhereQIs } from './tau2.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** 95 % intervals for the spread between studies, all three from the same pair of τ². */
export interface SpreadInterval {
  readonly tau2: Interval;
  /** In per cent. */
  readonly i2: Interval;
  readonly h2: Interval;
}

/**
 * The Q-profile interval (Viechtbauer 2007, Stat Med 26:37): the τ² at which Q(τ²) is no longer improbable.
 * It does not depend on the estimator, and may lie beside its estimate.
 */
export function spreadInterval(fit: Fit): Answer<SpreadInterval> {
  const prepared = prepare(fit.effects, fit.moderators);
  if (!prepared.ok) return prepared;
  const { sample, unit } = prepared.value;
  const { df, typicalVariance } = fit.heterogeneity;
  const low = tau2WhereQIs(sample, chiSquaredQuantile(0.025, df, 'upper'));
  const high = tau2WhereQIs(sample, chiSquaredQuantile(0.025, df));
  if (low === null || high === null || !Number.isFinite(high * unit * unit))
    return refuse('the interval for the spread between studies was not reached');
  const tau2 = { low: low * unit * unit, high: high * unit * unit };
  const each = (f: (t: number) => number): Interval => ({ low: f(tau2.low), high: f(tau2.high) });
  return answer({
    tau2,
    i2: each((t) => (100 * t) / (t + typicalVariance)),
    h2: each((t) => t / typicalVariance + 1),
  });
}

/**
 * Which degrees of freedom a prediction interval has: `k-1` is what metafor shows with a Hartung–Knapp fit (the
 * normal distribution with a z fit), `k-2` what Riley, Higgins and Deeks propose (2011, BMJ 342:d549).
 */
export type PredictionConvention = 'k-1' | 'k-2';

/** Where the true effect of one further study like these is expected, 95 %: a rough range, too narrow below 20 studies. */
export function predictionInterval(fit: Fit, convention: PredictionConvention): Answer<Interval> {
  if (fit.method === 'FE')
    return refuse('with one common effect there is no spread to predict from');
  if (fit.moderators.length > 0)
    return refuse('with moderators, a prediction needs their values: there is no single interval');
  const k = fit.effects.length;
  if (convention === 'k-2' && k < 3)
    return refuse('the interval with k − 2 degrees of freedom needs at least 3 studies');
  const critical = criticalValue(convention === 'k-2' ? k - 2 : fit.df);
  const [{ estimate, se }] = fit.coefficients;
  const half = critical * Math.sqrt(se ** 2 + fit.tau2);
  return answer({ low: estimate - half, high: estimate + half });
}
