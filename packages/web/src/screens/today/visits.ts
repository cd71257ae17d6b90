/** One appointment of today with how its client stands. */
import { sessionToAskAbout } from '@assuage/outcomes';
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

/** A client who had a session yesterday or the day before, and has not been asked yet how it was. */
export interface ToAsk {
  readonly client: { readonly id: string; readonly name: string };
  /** Of the session, as local time. */
  readonly on: string;
}

/** Each client once, the oldest session first. @param days the lists of today and of the days before */
export function toAsk(days: readonly TodayView[], today: string): readonly ToAsk[] {
  const found = new Map<string, ToAsk>();
  for (const { record } of days.flatMap(({ clients }) => clients)) {
    const session = sessionToAskAbout(record, today);
    if (session) found.set(record.client.id, { client: record.client, on: session.on });
  }
  return [...found.values()].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
