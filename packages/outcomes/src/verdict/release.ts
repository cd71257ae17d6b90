/**
 * What a practice may tell of the finished tests of all its clients, and what it may learn from them for the next
 * one. Only unshrunk effects are put together: shrunken ones would count the prior once for every person.
 */
import type { Prior } from './bayes.ts';

/** Fewer people say too much about single ones. */
const FEWEST_PEOPLE = 5;

export type Release = { readonly ok: true } | { readonly ok: false; readonly why: string };

/**
 * Whether the sums over these people may leave the practice. Two releases whose people differ by one or a few
 * would give these away by subtraction. Only pairs of releases are compared: combinations of three are not.
 *
 * @param people ids of those whose tests are summed
 * @param earlier the people of every release so far
 */
export function mayRelease(
  people: readonly string[],
  earlier: readonly (readonly string[])[],
): Release {
  const now = new Set(people);
  if (now.size < FEWEST_PEOPLE)
    return refuse(`${now.size} people are too few: ${FEWEST_PEOPLE} or more`);
  for (const release of earlier) {
    const before = new Set(release);
    const apart = now.symmetricDifference(before).size;
    if (apart > 0 && apart < FEWEST_PEOPLE)
      return refuse(
        `these are the people of an earlier release but for ${apart}: ${FEWEST_PEOPLE} or more must differ`,
      );
  }
  return { ok: true };
}

const refuse = (why: string): Release => ({ ok: false, why });

/** The four sums over people: how many, and of their effects, squared effects and variances. */
export interface FourSums {
  readonly k: number;
  readonly sumY: number;
  readonly sumYY: number;
  readonly sumV: number;
}

export function sumsOf(effects: readonly { readonly yi: number; readonly vi: number }[]): FourSums {
  const over = (f: (one: { readonly yi: number; readonly vi: number }) => number) =>
    effects.reduce((all, one) => all + f(one), 0);
  return {
    k: effects.length,
    sumY: over(({ yi }) => yi),
    sumYY: over(({ yi }) => yi * yi),
    sumV: over(({ vi }) => vi),
  };
}

/** Before any rating, in points of 0 to 10: no effect is the likeliest, and more than 2 points either way unlikely. */
export const SCEPTICAL: Prior = { mean: 0, sd: 1 };
/** Finished tests of other people before a practice's own experience counts. */
export const FEWEST_FOR_PRIOR = 10;
const LEAST_SD = 0.5;

/**
 * The prior for one more person: N(mean, spread² + SE²) of the others, by Hedges' estimate of the spread between
 * people, max(0, var(y) − mean(v)). Below ten tests the sceptical one.
 *
 * @param others without this person's own test
 */
export function practicePrior({ k, sumY, sumYY, sumV }: FourSums): Prior {
  if (k < FEWEST_FOR_PRIOR) return SCEPTICAL;
  const mean = sumY / k;
  const variance = Math.max(0, (sumYY - k * mean * mean) / (k - 1));
  const spread = Math.max(0, variance - sumV / k);
  return { mean, sd: Math.max(LEAST_SD, Math.sqrt(spread + variance / k)) };
}
