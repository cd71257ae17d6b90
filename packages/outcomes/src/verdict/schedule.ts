/**
 * The order in which chance may put the periods with and without massage. Only when chance chose it, from a
 * list known beforehand, can a difference be put down to the massage.
 */
import { seededRandom } from '@assuage/statistics';

/** For each period in order: 1 with massage, 0 without. */
export type Schedule = readonly (0 | 1)[];

/** How the periods may be arranged. */
export type Design =
  | {
      /** Half the periods with, and no more than `longestRun` alike in a row. */
      readonly kind: 'balanced';
      /** Even, 2 to 16. */
      readonly periods: number;
      readonly longestRun: number;
    }
  | {
      /** Pairs of one period with and one without, in an order by chance. */
      readonly kind: 'pairs';
      /** 1 to 8. */
      readonly pairs: number;
    };

const MOST_PERIODS = 16;

/**
 * Every schedule of a design, in a fixed order, so that a stored seed always finds the same one.
 * @throws RangeError when no test has that many periods
 */
export function allowedSchedules(design: Design): readonly Schedule[] {
  const periods = design.kind === 'pairs' ? 2 * design.pairs : design.periods;
  if (!Number.isInteger(periods) || periods % 2 !== 0 || periods < 2 || periods > MOST_PERIODS)
    throw new RangeError(
      `${periods} periods: there must be an even number from 2 to ${MOST_PERIODS}`,
    );
  if (design.kind === 'balanced') return arrangements(periods / 2, periods / 2, design.longestRun);
  return Array.from({ length: 2 ** design.pairs }, (_, code) =>
    Array.from(
      { length: design.pairs },
      (_, pair): Schedule => (((code >> pair) & 1) === 1 ? [1, 0] : [0, 1]),
    ).flat(),
  );
}

/**
 * The schedule that a seed draws, every allowed one with the same chance.
 * @throws RangeError as `allowedSchedules`, or when the design allows none
 */
export function drawSchedule(design: Design, seed: string): Schedule {
  const allowed = allowedSchedules(design);
  if (allowed.length === 0) throw new RangeError('the design allows no schedule');
  return allowed[seededRandom(seed).integer(allowed.length)] ?? [];
}

/** All orders of so many zeros and ones without a longer run. */
function arrangements(zeros: number, ones: number, longestRun: number): Schedule[] {
  const all: Schedule[] = [];
  const extend = (soFar: Schedule, left: readonly [number, number], run: number): void => {
    if (left[0] + left[1] === 0) {
      all.push(soFar);
      return;
    }
    for (const arm of [0, 1] as const) {
      const length = soFar.at(-1) === arm ? run + 1 : 1;
      if (left[arm] === 0 || length > longestRun) continue;
      const rest = [left[0] - (arm === 0 ? 1 : 0), left[1] - arm] as const;
      extend([...soFar, arm], rest, length);
    }
  };
  extend([], [zeros, ones], 0);
  return all;
}
