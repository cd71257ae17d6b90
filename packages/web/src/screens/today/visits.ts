/** One appointment of today with how its client stands. */
import type { Engine } from '@assuage/safety';
import { checkInOn } from '../../state/choices.ts';
import { type Standing, standingOf } from '../../state/derive.ts';
import type { TodayView } from '../../state/record.ts';

export interface Visit {
  /** The entry of the appointment. */
  readonly key: string;
  readonly client: { readonly id: string; readonly name: string };
  /** Local time. */
  readonly starts: string;
  readonly minutes: number;
  readonly standing: Standing;
  /** When the check-in was done today, as local time. */
  readonly checkedIn: string | undefined;
  /** When today's session was signed. */
  readonly signed: string | undefined;
}

export function visitOf(
  engine: Engine,
  { record, appointment }: TodayView['clients'][number],
  today: string,
): Visit {
  return {
    key: appointment.entry,
    client: record.client,
    starts: appointment.starts,
    minutes: appointment.minutes,
    standing: standingOf(engine, record, today),
    checkedIn: checkInOn(record, today)?.on,
    signed: record.sessions.findLast(({ on }) => on.slice(0, 10) === today)?.signed.at,
  };
}
