/** Calendar days as people write them in files: `YYYY-MM-DD`. */
import { fail, ok, type Result } from '../result.ts';

/** @returns the day, or what is wrong with it in words */
export function parseDay(text: string): Result<string, string> {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (!match) return fail(`"${text}" is not a date; write year-month-day, such as 1979-04-02`);
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  // Date.UTC rolls 31 February over into March: a date that comes back changed does not exist.
  const date = new Date(Date.UTC(year, month - 1, day));
  if (
    date.getUTCFullYear() !== year ||
    date.getUTCMonth() !== month - 1 ||
    date.getUTCDate() !== day
  )
    return fail(`there is no such day as "${text}" (written year-month-day)`);
  return ok(date.toISOString().slice(0, 10));
}

/** The day of the clock on the wall. */
export const dayOf = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0'))
    .join('-');
