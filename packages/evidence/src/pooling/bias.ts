import { normalCdf } from '@assuage/statistics';
import { type Answer, answer, refuse } from './answer.ts';
import type { Effect } from './effect.ts';
import { type Coefficient, type Fit, type Moderator, pool } from './model.ts';
import { at } from './numbers.ts';

/**
 * How asymmetry is looked for: `egger` is Egger's weighted regression (1997, BMJ 315:629), `mixed` the same
 * predictor as moderator in the model that was fitted.
 */
export type AsymmetryForm = 'egger' | 'mixed';

export interface Asymmetry {
  readonly form: AsymmetryForm;
  /** Of the predictor: its test asks whether small studies differ from large ones. */
  readonly slope: Coefficient;
  /** The effect at a predictor of 0; for standard errors, that of a study so large that it has none. */
  readonly intercept: Coefficient;
  readonly df: number | null;
}

/**
 * Whether small studies show other effects than large ones. Asymmetry need not be publication bias, and below 10
 * studies the test finds little: see display.ts. The predictor is each study's standard error unless another
 * is given, such as its number of people.
 */
export function asymmetry(fit: Fit, form: AsymmetryForm, predictor?: Moderator): Answer<Asymmetry> {
  const moderator = predictor ?? {
    name: 'standard error',
    values: fit.effects.map(({ vi }) => Math.sqrt(vi)),
  };
  const result = pool(fit.effects, {
    method: form === 'egger' ? 'FE' : fit.method,
    test: form === 'egger' ? 'knha' : fit.test,
    moderators: [...fit.moderators, moderator],
  });
  if (!result.ok) return result;
  const { coefficients, df } = result.value;
  const [intercept] = coefficients;
  const slope = coefficients.at(-1) ?? intercept;
  return answer({ form, slope, intercept, df });
}

/** Kendall's rank correlation between effects and variances. */
export interface RankCorrelation {
  readonly tau: number;
  /** Two-sided; exact without ties, else by the normal distribution. */
  readonly p: number;
}

/** Begg and Mazumdar's test (1994, Biometrics 50:1088), a weaker look at the same question as `asymmetry`. */
export function rankCorrelation(effects: readonly Effect[]): Answer<RankCorrelation> {
  const common = pool(effects, { method: 'FE', test: 'z' });
  if (!common.ok) return common;
  const [{ estimate, se }] = common.value.coefficients;
  const x = effects.map(({ yi, vi }) => (yi - estimate) / Math.sqrt(vi - se ** 2));
  const y = effects.map(({ vi }) => vi);
  if (!x.every(Number.isFinite)) return refuse('one study outweighs all others together');
  const n = x.length;
  let score = 0;
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j < i; j += 1)
      score += Math.sign(at(x, i) - at(x, j)) * Math.sign(at(y, i) - at(y, j));
  const [tiesX, tiesY] = [tieSizes(x), tieSizes(y)];
  const pairs = (n * (n - 1)) / 2;
  const untied = (ties: readonly number[]): number =>
    ties.reduce((left, t) => left - (t * (t - 1)) / 2, pairs);
  const scale = Math.sqrt(untied(tiesX) * untied(tiesY));
  if (scale === 0) return refuse('all effects or all variances are equal: there are no ranks');
  const tau = score / scale;
  if (tiesX.length + tiesY.length === 0) return answer({ tau, p: exactP(score, n) });
  const z = score / Math.sqrt(scoreVariance(n, tiesX, tiesY));
  return answer({ tau, p: 2 * normalCdf(Math.abs(z), 'upper') });
}

/** The sizes of the groups of equal values. */
const tieSizes = (values: readonly number[]): number[] =>
  [...Map.groupBy(values, (value) => value).values()]
    .map((group) => group.length)
    .filter((size) => size > 1);

/** The variance of Kendall's score with ties (Kendall 1970, Rank Correlation Methods, chapter 4). */
function scoreVariance(n: number, tiesX: readonly number[], tiesY: readonly number[]): number {
  const over = (ties: readonly number[], f: (t: number) => number): number =>
    ties.reduce((total, t) => total + f(t), 0);
  const two = (t: number): number => t * (t - 1);
  const three = (t: number): number => t * (t - 1) * (t - 2);
  const five = (t: number): number => t * (t - 1) * (2 * t + 5);
  const higher = n > 2 ? (over(tiesX, three) * over(tiesY, three)) / (9 * three(n)) : 0;
  return (
    (five(n) - over(tiesX, five) - over(tiesY, five)) / 18 +
    (over(tiesX, two) * over(tiesY, two)) / (2 * two(n)) +
    higher
  );
}

/** The share of orders of n things whose score is at least as far from 0 on that side, doubled. */
function exactP(score: number, n: number): number {
  // shares[i]: probability of i discordant pairs, built up one thing at a time.
  let shares = [1];
  for (let size = 2; size <= n; size += 1) {
    const next = new Array<number>(shares.length + size - 1).fill(0);
    for (const [i, share] of shares.entries())
      for (let j = 0; j < size; j += 1) next[i + j] = at(next, i + j) + share / size;
    shares = next;
  }
  const concordant = (score + (n * (n - 1)) / 2) / 2;
  const upTo = (end: number): number => shares.slice(0, end).reduce((all, share) => all + share, 0);
  return Math.min(1, 2 * Math.min(upTo(concordant + 1), upTo(shares.length - concordant)));
}
