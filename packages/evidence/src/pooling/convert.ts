import { tQuantile } from '@assuage/statistics';
import { type Answer, answer, refuse } from './answer.ts';
import type { Arm, Table } from './effect-size.ts';

/** The standard deviation between n people, from the standard error of their mean: SE √n. */
export function sdFromSe(se: number, n: number): Answer<number> {
  if (!(se > 0) || !Number.isFinite(se))
    return refuse(`the standard error (${se}) must be above 0`);
  return n > 1 && Number.isFinite(n) ? answer(se * Math.sqrt(n)) : refuse(tooFew(n));
}

/** The same, from the 95 % confidence interval of the mean, which was made with t. */
export function sdFromInterval(low: number, high: number, n: number): Answer<number> {
  if (!(high > low) || !Number.isFinite(high - low))
    return refuse(`the interval (${low} to ${high}) must end above its beginning`);
  if (!(n > 1) || !Number.isFinite(n)) return refuse(tooFew(n));
  return sdFromSe((high - low) / (2 * tQuantile(0.025, n - 1, 'upper')), n);
}

/**
 * The pooled standard deviation of two arms, from the difference of their means and the p-value of the t-test
 * of it (two-sided, equal variances): |difference| / t / √(1/n1 + 1/n2).
 */
export function sdFromP(difference: number, p: number, n1: number, n2: number): Answer<number> {
  if (!(p > 0 && p < 1)) return refuse(`the p-value (${p}) must lie between 0 and 1`);
  if (difference === 0 || !Number.isFinite(difference))
    return refuse('a difference of 0 has a p-value of 1 whatever the deviation is');
  if (!(n1 >= 1 && n2 >= 1 && n1 + n2 > 2)) return refuse(tooFew(n1 + n2));
  const t = tQuantile(p / 2, n1 + n2 - 2, 'upper');
  return answer(Math.abs(difference) / t / Math.sqrt(1 / n1 + 1 / n2));
}

const tooFew = (n: number): string => `${n} people are too few for a standard deviation`;

/**
 * A control arm that several arms of its study are compared with, split among them, so that nobody is counted
 * twice (Cochrane Handbook 23.3.4): mean and deviation stay, the people are shared out evenly.
 */
export function shareOfControl(control: Arm, comparisons: number): Answer<Arm> {
  if (!isCount(comparisons)) return refuse(notShared(comparisons));
  const n = control.n / comparisons;
  return n > 1
    ? answer({ ...control, n })
    : refuse(`${control.n} people cannot be shared out among ${comparisons} comparisons`);
}

/** The same for counted events: the second arm's people with and without the event are shared out evenly. */
export function shareOfTable(table: Table, comparisons: number): Answer<Table> {
  if (!isCount(comparisons)) return refuse(notShared(comparisons));
  return answer({ ...table, c: table.c / comparisons, d: table.d / comparisons });
}

const isCount = (n: number): boolean => Number.isInteger(n) && n >= 1;
const notShared = (n: number): string =>
  `a control arm is shared by a whole number of arms, not ${n}`;
