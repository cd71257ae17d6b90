/** Dates as other programs write them. Pure. */
import { fail, type Result } from '../result.ts';
import { parseDay } from './dates.ts';

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
  if (text === '') return fail('no date of birth');
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? [];
  if (year !== undefined) return parseDay(`${year}-${month}-${day}`);
  const [, a, b, last] = YEAR_LAST.exec(text) ?? [];
  if (last === undefined)
    return fail(`"${text}" is not a date of birth; write it as 1979-04-02, with all of the year`);
  return parseDay(order === 'dmy' ? `${last}-${b}-${a}` : `${last}-${a}-${b}`);
}
