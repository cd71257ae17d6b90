/** Dates of birth as other programs write them. Pure. */
import { fail, ok, type Result } from './result.ts';

/** Day or month first; a year in front is always understood. */
export type DateOrder = 'dmy' | 'mdy';

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const YEAR_LAST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;

/** By the days beyond 12. @returns `unclear` when nothing, or both, can be told from them */
export function dateOrderIn(dates: readonly string[]): DateOrder | 'unclear' {
  const found = dates.flatMap((date) => {
    const [, a, b] = YEAR_LAST.exec(date) ?? [];
    return a === undefined ? [] : [{ a: Number(a), b: Number(b) }];
  });
  const dmy = found.some(({ a }) => a > 12);
  const mdy = found.some(({ b }) => b > 12);
  if (dmy !== mdy) return dmy ? 'dmy' : 'mdy';
  // Where every date reads the same both ways, or none has its year last, no order is needed.
  return found.every(({ a, b }) => a === b) ? 'dmy' : 'unclear';
}

/** @returns `YYYY-MM-DD`, or what is wrong */
export function dayIn(text: string, order: DateOrder): Result<string, string> {
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? [];
  if (year !== undefined) return dayOf(Number(year), Number(month), Number(day), text);
  const [, a, b, last] = YEAR_LAST.exec(text) ?? [];
  if (last === undefined)
    return fail(`"${text}" is not a date of birth; write it as 1979-04-02, with all of the year`);
  const [dayFirst, monthFirst] = [Number(a), Number(b)];
  return order === 'dmy'
    ? dayOf(Number(last), monthFirst, dayFirst, text)
    : dayOf(Number(last), dayFirst, monthFirst, text);
}

/** @param text as it was written, for the message */
export function dayOf(
  year: number,
  month: number,
  day: number,
  text: string,
): Result<string, string> {
  // Date.UTC rolls 31 February over into March: a date that comes back changed does not exist.
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal =
    year >= 1000 &&
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day;
  return isReal ? ok(date.toISOString().slice(0, 10)) : fail(`there is no such day as "${text}"`);
}
