/** Ratings by day, read so that nothing later has to be checked again. Days are days of the calendar, never instants. */

/** A rating as somebody gave it. */
export interface Rating {
  /** `2026-03-01` */
  readonly day: string;
  readonly value: number;
}

/** What is asked, fixed before the first rating is looked at. */
export interface Question {
  /** Within a sentence: `pain`. */
  readonly outcome: string;
  readonly better: 'lower' | 'higher';
  /** The ends of the scale. */
  readonly scale: { readonly from: number; readonly to: number };
  /** The smallest change that matters to the person, in points of the scale; above 0. */
  readonly important: number;
}

/** One day, its ratings averaged. */
export interface DiaryDay {
  readonly day: string;
  /** Days since 1 January 1970: only differences mean anything. */
  readonly t: number;
  readonly value: number;
}

export interface DiaryProblem {
  /** Which rating, counted from 0. */
  readonly at: number;
  /** `2026-02-30 is not a day` */
  readonly message: string;
}

export type ReadDiary =
  | { readonly ok: true; readonly days: readonly DiaryDay[] }
  | { readonly ok: false; readonly problems: readonly DiaryProblem[] };

const DAY_MS = 86_400_000;

/** The number of a calendar day; undefined when there is no such day. */
export function dayNumber(day: string): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!parts) return undefined;
  const [year = 0, month = 0, date = 0] = parts.slice(1).map(Number);
  const time = Date.UTC(year, month - 1, date);
  return new Date(time).toISOString().slice(0, 10) === day ? time / DAY_MS : undefined;
}

/** The day with this number. */
export const dayOf = (number: number): string =>
  new Date(number * DAY_MS).toISOString().slice(0, 10);

/**
 * Ratings in any order, several a day perhaps: by day, in order, several of a day averaged.
 *
 * @param today the last day that may have a rating
 * @returns every rating that is none, rather than the first
 */
export function readDiary(
  ratings: readonly Rating[],
  { scale }: Pick<Question, 'scale'>,
  today: string,
): ReadDiary {
  const last = dayNumber(today);
  if (last === undefined) throw new RangeError(`today: ${today} is not a day`);
  const problems: DiaryProblem[] = [];
  const byDay = new Map<number, number[]>();
  ratings.forEach(({ day, value }, at) => {
    const t = dayNumber(day);
    if (t === undefined)
      problems.push({ at, message: `${day || 'nothing'} is not a day: write it as 2026-03-01` });
    else if (t > last) problems.push({ at, message: `${day} is in the future` });
    else if (!(value >= scale.from && value <= scale.to))
      problems.push({
        at,
        message: `${value} on ${day} is not on the scale from ${scale.from} to ${scale.to}`,
      });
    else byDay.set(t, [...(byDay.get(t) ?? []), value]);
  });
  if (problems.length > 0) return { ok: false, problems };
  const days = [...byDay]
    .sort(([a], [b]) => a - b)
    .map(([t, values]) => ({ day: dayOf(t), t, value: mean(values) }));
  return { ok: true, days };
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The middle value; the mean of the two in the middle. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}
