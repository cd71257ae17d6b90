/** Finished within-person tests, as far as they can be put together with those of other people. */

import type { Trial } from '../verdict/trial.ts';
import { judgeTest } from '../verdict/verdict.ts';
import { type PersonTest, testsOf } from './test.ts';

/** What a test compares: weeks with and without massage, or massage every week with every 14 or 28 days. */
export const COMPARED = ['weeks', 'cadence-14', 'cadence-28'] as const;
export type Compared = (typeof COMPARED)[number];

export const comparedIn = ({ everyDays }: Pick<Trial, 'everyDays'>): Compared =>
  everyDays === undefined ? 'weeks' : everyDays[1] === 14 ? 'cadence-14' : 'cadence-28';

/** With massage (or more of it) less without, in points, and its variance; nothing is drawn towards 0. */
export interface UnshrunkEffect {
  readonly yi: number;
  readonly vi: number;
}

/**
 * The effect in a test that is over or was stopped, by REML with the variance of Kenward and Roger. Shrunken effects
 * would count the sceptical start once for every person.
 *
 * @returns undefined while the test is planned or running, and when its ratings are too few
 */
export function effectOf(test: PersonTest): UnshrunkEffect | undefined {
  const { phase, primary, trial, asOf, medicines } = test;
  if (phase !== 'finished' && phase !== 'stopped') return undefined;
  const verdict = judgeTest(primary.question, primary.days, trial, asOf, {
    medicineChanges: medicines,
  });
  const unshrunk = verdict.level === 'test' ? verdict.result?.details.unshrunk : undefined;
  return unshrunk && { yi: unshrunk.estimate, vi: unshrunk.standardError ** 2 };
}

/** The effect in the newest test of this rating and comparison that has one. */
export function newestEffect(
  measure: string,
  compares: Compared,
  ...read: Parameters<typeof testsOf>
): UnshrunkEffect | undefined {
  for (const test of testsOf(...read))
    if (test.fixed.question.measure === measure && comparedIn(test.trial) === compares) {
      const effect = effectOf(test);
      if (effect) return effect;
    }
  return undefined;
}
