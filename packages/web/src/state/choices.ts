/** What the therapist and the client choose for today's session, inside the limits. */
import { GOALS, type Goal, type PlaceId, POSITIONS, type Position } from '@assuage/knowledge';
import type { CheckIn, ClientRecord } from './record.ts';

export interface Choices {
  readonly minutes: number;
  readonly goals: readonly Goal[];
  /** Technique ids. */
  readonly wishes: readonly string[];
  /** A lower most pressure than the limits ask for; null follows the limits. */
  readonly pressure: number | null;
}

/** Offered as buttons, in minutes. */
export const SESSION_MINUTES = [30, 45, 60, 75, 90] as const;
const USUAL_MINUTES = 60;

export const checkInOn = (record: ClientRecord, today: string): CheckIn | undefined =>
  record.checkIns.findLast((checkIn) => checkIn.on.slice(0, 10) === today);

/** Before anybody changes anything: what the client asked for today, and else what is usual for them. */
export function usualChoices(record: ClientRecord, today: string): Choices {
  const checkIn = checkInOn(record, today);
  const appointment = record.appointments.findLast(({ starts }) => starts.slice(0, 10) === today);
  return {
    minutes: checkIn?.minutes ?? appointment?.minutes ?? USUAL_MINUTES,
    goals: checkIn?.goals ?? record.goals,
    wishes: checkIn?.wishes ?? [],
    pressure: null,
  };
}

export function parseChoices(kept: unknown): Partial<Choices> {
  if (typeof kept !== 'object' || kept === null) return {};
  const { minutes, goals, wishes, pressure } = kept as Partial<Record<keyof Choices, unknown>>;
  return {
    ...(typeof minutes === 'number' ? { minutes } : {}),
    ...(Array.isArray(goals) ? { goals: GOALS.filter((goal) => goals.includes(goal)) } : {}),
    ...(Array.isArray(wishes)
      ? { wishes: wishes.filter((wish): wish is string => typeof wish === 'string') }
      : {}),
    ...(typeof pressure === 'number' ? { pressure } : {}),
  };
}

/** The sensitive places that the client agrees to on this day. */
export const agreedOn = (record: ClientRecord, today: string): PlaceId[] =>
  record.agreedPlaces
    .filter(({ until }) => until === undefined || until >= today)
    .map(({ place }) => place);

export interface Body {
  readonly pain: CheckIn['pain'];
  readonly avoid: readonly PlaceId[];
  readonly consents: readonly PlaceId[];
  readonly positions: readonly Position[];
  /** False: nobody has asked yet, and every position is assumed to be possible. */
  readonly positionsAsked: boolean;
}

/** What the client's body asks for today. */
export function bodyToday(record: ClientRecord, today: string): Body {
  const positionsAsked = record.intakes.length > 0;
  return {
    pain: checkInOn(record, today)?.pain ?? [],
    avoid: record.avoid,
    consents: agreedOn(record, today),
    positions: positionsAsked ? record.positions : POSITIONS,
    positionsAsked,
  };
}
