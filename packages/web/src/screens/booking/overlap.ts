/** Who already comes at the time of a new appointment. Pure. */
import type { TodayView } from '../../state/record.ts';

type Booked = TodayView['clients'][number];

/** Minutes since midnight of `2026-03-01T09:42`. */
const minuteOf = (starts: string): number =>
  Number(starts.slice(11, 13)) * 60 + Number(starts.slice(14, 16));

/** @param wanted a time on the same day as `booked` */
export const overlapping = (
  booked: readonly Booked[],
  wanted: { readonly starts: string; readonly minutes: number },
): Booked[] => {
  const from = minuteOf(wanted.starts);
  return booked.filter(({ appointment: { starts, minutes } }) => {
    const other = minuteOf(starts);
    return other < from + wanted.minutes && from < other + minutes;
  });
};

/** `9:30`, `0930`, `9.30`, `9 am`, `4:15 pm` → `09:30`, `09:30`, `09:30`, `09:00`, `16:15`; undefined for no time. */
export function timeFrom(typed: string): string | undefined {
  const [, h = '', m = '', half] =
    /^\s*(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?\s*(am|pm)?\s*$/i.exec(typed) ?? [];
  const hours = Number(h) + (half?.toLowerCase() === 'pm' && Number(h) < 12 ? 12 : 0);
  const isNoonless = half?.toLowerCase() === 'am' && Number(h) === 12;
  if (h === '' || hours > 23 || Number(m) > 59 || (half && (Number(h) < 1 || Number(h) > 12)))
    return undefined;
  return `${String(isNoonless ? 0 : hours).padStart(2, '0')}:${m.padStart(2, '0') || '00'}`;
}
