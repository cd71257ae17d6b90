/** A within-person test: what was fixed before its first day, and which days belong to which arm. */

import { type DiaryDay, dayNumber, dayOf } from './diary.ts';
import type { FixedTest } from './fixed.ts';
import type { Design, Schedule } from './schedule.ts';

/** Fixed, and kept with its seed, before the first day. */
export interface Trial {
  /** The first day of the first period. */
  readonly start: string;
  readonly periodDays: 7 | 14 | 28;
  /**
   * A test of cadence, for people who should not go without: days from one massage to the next when there is more
   * of it, and when there is less. Absent: weeks with massage and without.
   */
  readonly everyDays?: readonly [more: number, less: number];
  readonly design: Design;
  readonly seed: string;
  /** What the seed drew; kept, so that the record does not depend on this program. */
  readonly schedule: Schedule;
}

/** In a test of cadence: with more massage, and without more. */
export type Arm = 'with' | 'without';

/** What its arms are. */
export type Comparison = 'weeks' | 'cadence';

export const comparisonOf = ({ everyDays }: Pick<Trial, 'everyDays'>): Comparison =>
  everyDays ? 'cadence' : 'weeks';

/** The periods of a test that was fixed; undefined when it compares ways of working, which has none. */
export function trialOf({
  start,
  plan,
  seed,
}: Pick<FixedTest, 'start' | 'plan' | 'seed'>): Trial | undefined {
  if (plan.compares === 'ways') return undefined;
  const { periodDays, design, schedule } = plan;
  const everyDays = plan.compares === 'cadence' ? { everyDays: plan.everyDays } : {};
  return { start, periodDays, ...everyDays, design, seed, schedule };
}

export interface Period {
  readonly arm: Arm;
  readonly from: string;
  /** The last day of it. */
  readonly to: string;
  readonly days: readonly DiaryDay[];
}

/** The periods with their ratings; ratings outside of the test are left out. */
export function periodsOf(
  { start, periodDays, schedule }: Trial,
  days: readonly DiaryDay[],
): readonly Period[] {
  const first = dayNumber(start);
  if (first === undefined) throw new RangeError(`start: ${start} is not a day`);
  return schedule.map((on, i) => {
    const from = first + i * periodDays;
    const to = from + periodDays - 1;
    return {
      arm: on === 1 ? 'with' : 'without',
      from: dayOf(from),
      to: dayOf(to),
      days: days.filter(({ t }) => t >= from && t <= to),
    };
  });
}

/** Whether a test was ended before its last day, and the day as of which it is judged. */
export function standing(
  trial: Trial,
  today: string,
  stoppedOn: string | undefined,
): { readonly isStopped: boolean; readonly asOf: string } {
  const last = periodsOf(trial, []).at(-1)?.to ?? '';
  const isStopped = stoppedOn !== undefined && stoppedOn <= last && stoppedOn <= today;
  return { isStopped, asOf: isStopped ? stoppedOn : today };
}

/** What is expected of somebody who rates six days of seven. */
export const plannedRatings = ({ periodDays, schedule }: Trial): number =>
  Math.round((schedule.length * periodDays * 6) / 7);

/** The share of the days of an arm, up to and with today, that have a rating; 1 when there are none yet. */
export function completion(periods: readonly Period[], arm: Arm, today: string): number {
  const now = dayNumber(today) ?? 0;
  let gone = 0;
  let rated = 0;
  for (const period of periods.filter((one) => one.arm === arm)) {
    const from = dayNumber(period.from) ?? 0;
    const to = Math.min(now, dayNumber(period.to) ?? 0);
    gone += Math.max(0, to - from + 1);
    rated += period.days.length;
  }
  return gone === 0 ? 1 : rated / gone;
}
