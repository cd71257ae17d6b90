/** Dates and local times as text, checked against the calendar: 30 February is no date. */
import * as v from 'valibot';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{3})?)?$/;

function isDate(text: string): boolean {
  const [, year, month, day] = (DATE.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined || year < 1880) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** `2026-03-01` */
export const CalendarDate = v.pipe(
  v.string('must be a date such as 2026-03-01'),
  v.check(isDate, (issue) => `${issue.received} is not a date: write it as 2026-03-01`),
);

/** `2026-03-01T09:42`, seconds and milliseconds allowed, in the practice's local time. */
export const LocalTime = v.pipe(
  v.string('must be a time such as 2026-03-01T09:42'),
  v.check(
    (text) => isDate(LOCAL_TIME.exec(text)?.[1] ?? ''),
    (issue) => `${issue.received} is not a time: write it as 2026-03-01T09:42, without a zone`,
  ),
);

export const dateOf = (localTime: string): string => localTime.slice(0, 10);
