/**
 * How long the periods of a test should be. An effect that lasts into the weeks without massage makes them look
 * better than they are, and so makes the difference too small. Longer periods mend a part of it (docs/statistics.md has
 * how much); leaving out the first days of each week does not, and costs half of the power.
 */

export interface SuggestedPeriod {
  readonly periodDays: 7 | 14;
  /** One or two sentences for the person who is asked. */
  readonly reason: string;
}

/**
 * An effect of which nearly nothing is left after so many days fits into a week. From simulated tests of twelve weeks: with
 * a half-life of 2 days periods of 7 days still find more than those of 14, with one of 3 days they find as much.
 */
const LINGERS = 7;
/** Nothing is left of a period of 14 days that an effect of so many days does not reach. A judgement. */
const TOO_LONG = 14;

/** @param lastsDays how long a session usually does good, as the person says; undefined when that is not known */
export function suggestPeriod(lastsDays: number | undefined): SuggestedPeriod {
  if (lastsDays === undefined)
    return {
      periodDays: 7,
      reason:
        'You do not know yet how long it lasts. If it is a week or more, the test will find less than there is.',
    };
  if (lastsDays < LINGERS)
    return { periodDays: 7, reason: 'It is gone within the week, so a week is long enough.' };
  if (lastsDays < TOO_LONG)
    return {
      periodDays: 14,
      reason:
        'It lasts into the next week. Two weeks at a time keep more of the days without massage apart from it.',
    };
  return {
    periodDays: 14,
    reason:
      'It lasts two weeks or more. Even two weeks at a time will find less than there is; a test of how often may suit you better.',
  };
}
