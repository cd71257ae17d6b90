import { normalQuantile } from '@assuage/statistics';
import { type Answer, answer, refuse } from './answer.ts';
import type { Arm } from './effect-size.ts';

/** An arm of which a report gives the median and the quartiles. */
export interface Quartiles {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  /** People; at least 5. */
  readonly n: number;
}

const FEWEST = 5;

/**
 * Mean and standard deviation from median and quartiles, for values that are roughly normal: the mean by Luo and
 * others (2018, Stat Methods Med Res 27:1785, equation 11), the deviation by Wan and others (2014, BMC Med Res
 * Methodol 14:135, equation 16). Refused where the quartiles lie so unevenly around the median that Shi
 * and others' test finds skew (2023, Stat Methods Med Res 32:1338): then no mean can be told from them.
 */
export function armFromQuartiles({ lower, median, upper, n }: Quartiles): Answer<Arm> {
  if (![lower, median, upper, n].every(Number.isFinite)) return refuse('a quartile is missing');
  if (n < FEWEST) return refuse(`quartiles of ${n} people say too little: ${FEWEST} or more`);
  if (!(lower <= median && median <= upper && lower < upper))
    return refuse(
      `the median (${median}) must lie between the quartiles (${lower} to ${upper}), which must differ`,
    );
  const uneven = Math.abs(lower + upper - 2 * median) / (upper - lower);
  if (uneven >= 2.65 / Math.sqrt(n) - 6 / n ** 2)
    return refuse(
      `the quartiles (${lower}, ${upper}) lie too unevenly around the median (${median}) to tell a mean from them`,
    );
  const share = 0.7 + 0.39 / n;
  return answer({
    mean: (share * (lower + upper)) / 2 + (1 - share) * median,
    sd: (upper - lower) / (2 * normalQuantile((0.75 * n - 0.125) / (n + 0.25))),
    n,
  });
}
