/** Moments as they are written down: local text, never another zone. How they are shown is `times.ts`. */
import { localNow } from '../components/times.ts';

/** Now, to the millisecond, so that a changed answer is newer than the one it corrects. */
export const timeText = (now: Date): string =>
  `${localNow(now)}.${String(now.getMilliseconds()).padStart(3, '0')}`;

/** Now, or a millisecond after `earlier` when that is later today. */
export function timeAfter(earlier: string, now: Date): string {
  const text = timeText(now);
  if (earlier.slice(0, 10) !== text.slice(0, 10) || earlier < text) return text;
  const next = new Date(new Date(earlier).getTime() + 1);
  return timeText(next);
}

const DAY_MS = 86_400_000;
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY_MS);

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Whole years since a date of birth. */
export function ageOn(born: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return today.slice(5) < born.slice(5, 10) ? years - 1 : years;
}

/** A date from its three boxes, or undefined when the calendar has no such day. */
export function dateFromParts(day: string, month: string, year: string): string | undefined {
  if (![day, month, year].every((part) => /^\d{1,4}$/.test(part.trim()))) return undefined;
  const [d, m, y] = [Number(day), Number(month), Number(year)];
  const date = new Date(Date.UTC(y, m - 1, d));
  const exists = y >= 1880 && y <= 9999 && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  const two = (n: number): string => String(n).padStart(2, '0');
  return exists ? `${y}-${two(m)}-${two(d)}` : undefined;
}
