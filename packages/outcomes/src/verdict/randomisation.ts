/**
 * The exact randomisation test (Edgington & Onghena 2007): what share of the schedules that could have been
 * drawn would have shown at least as large a difference? It assumes nothing about the ratings.
 */
import type { Schedule } from './schedule.ts';

export interface RandomisationTest {
  /** The mean of the periods with, less the mean of those without. */
  readonly difference: number;
  readonly schedules: number;
  /** The share of schedules at least as far from 0, the drawn one included. */
  readonly p: number;
  /** The smallest p that this many schedules can give. */
  readonly smallest: number;
}

/** How many schedules are at least as far from 0: the exact numerator of p. */
export const countedIn = ({ p, schedules }: RandomisationTest): number => Math.round(p * schedules);

/** Differences closer than this share of the largest are the same but for rounding. */
const TIE = 1e-12;

/**
 * @param means of each period's ratings; a period without any is left out of the means
 * @returns undefined when the drawn schedule leaves one side without a rating
 */
export function randomisationTest(
  means: readonly (number | undefined)[],
  drawn: Schedule,
  allowed: readonly Schedule[],
): RandomisationTest | undefined {
  const difference = differenceOf(means, drawn);
  if (difference === undefined) return undefined;
  const others = allowed.flatMap((schedule) => differenceOf(means, schedule) ?? []);
  const slack = TIE * Math.max(...others.map(Math.abs));
  const extreme = others.filter((one) => Math.abs(one) >= Math.abs(difference) - slack).length;
  return {
    difference,
    schedules: others.length,
    p: extreme / others.length,
    smallest: 2 / others.length,
  };
}

function differenceOf(
  means: readonly (number | undefined)[],
  schedule: Schedule,
): number | undefined {
  const sums = [0, 0];
  const counts = [0, 0];
  schedule.forEach((arm, i) => {
    const mean = means[i];
    if (mean === undefined) return;
    sums[arm] = (sums[arm] ?? 0) + mean;
    counts[arm] = (counts[arm] ?? 0) + 1;
  });
  const [without = 0, withIt = 0] = counts;
  if (without === 0 || withIt === 0) return undefined;
  return (sums[1] ?? 0) / withIt - (sums[0] ?? 0) / without;
}
