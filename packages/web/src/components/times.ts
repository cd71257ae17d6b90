/** Times as people read them. A local ISO time `2026-03-01T09:42…` is shown as it stands, in no other zone. */

/** "9:42 am"; empty for a date without a time. */
export function clockTime(at: string): string {
  if (at.length < 16) return '';
  const hours = Number(at.slice(11, 13));
  return `${hours % 12 === 0 ? 12 : hours % 12}:${at.slice(14, 16)} ${hours < 12 ? 'am' : 'pm'}`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** "1 March 2026" */
export const longDate = (at: string): string =>
  `${Number(at.slice(8, 10))} ${MONTHS[Number(at.slice(5, 7)) - 1]} ${at.slice(0, 4)}`;

const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

/** "Tuesday" */
export const weekday = (at: string): string =>
  WEEKDAYS[new Date(`${at.slice(0, 10)}T00:00:00Z`).getUTCDay()] ?? '';

/** "today 9:42 am", "1 March 2026": the time matters only on the day itself. */
export const whenSaid = (at: string, today: string): string =>
  at.slice(0, 10) === today ? `today ${clockTime(at)}`.trim() : longDate(at);

const two = (part: number) => String(part).padStart(2, '0');

/** Now, as local time to the second. */
export const localNow = (now: Date = new Date()): string =>
  `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` +
  `T${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`;

export const localToday = (now: Date = new Date()): string => localNow(now).slice(0, 10);

/** The same for an instant such as `2026-03-01T09:42:00.000Z`, on the clock of this device. */
export const whenSeen = (instant: string): string =>
  whenSaid(localNow(new Date(instant)), localToday());
