/**
 * How a schedule that chance drew fits the appointments of real life. Nothing is forbidden: a session in a week
 * without massage is a rescue session, allowed, and its days count as they were drawn.
 */
import { dayNumber, dayOf } from './diary.ts';
import { type Arm, periodsOf, type Trial } from './trial.ts';

/** A stretch of a test for which one session, or none, is planned. */
export interface Slot {
  readonly arm: Arm;
  readonly from: string;
  /** The last day of it. */
  readonly to: string;
  readonly needsSession: boolean;
  /** The days of it with a session, in order. */
  readonly sessions: readonly string[];
  /** One is needed and there is none. */
  readonly isMissing: boolean;
  /** Sessions beyond what is planned. */
  readonly beyondPlan: readonly string[];
}

/**
 * A test of weeks plans one session in each week with massage; one of cadence as many as its arms say.
 *
 * @param sessions the days of sessions, booked or given, in any order; those outside of the test are passed over
 * @throws RangeError for a session on a day that is none
 */
export function slotsOf(trial: Trial, sessions: readonly string[]): readonly Slot[] {
  const days = sessions
    .map((day) => {
      const t = dayNumber(day);
      if (t === undefined) throw new RangeError(`a session on ${day}, which is not a day`);
      return t;
    })
    .sort((a, b) => a - b);
  const [more, less] = trial.everyDays ?? [7, undefined];
  return periodsOf(trial, []).flatMap(({ arm, from }) => {
    const every = arm === 'with' ? more : less;
    const length = every ?? trial.periodDays;
    const first = dayNumber(from) ?? 0;
    return Array.from({ length: trial.periodDays / length }, (_, i): Slot => {
      const start = first + i * length;
      const held = days.filter((t) => t >= start && t < start + length).map(dayOf);
      const needsSession = every !== undefined;
      return {
        arm,
        from: dayOf(start),
        to: dayOf(start + length - 1),
        needsSession,
        sessions: held,
        isMissing: needsSession && held.length === 0,
        beyondPlan: needsSession ? held.slice(1) : held,
      };
    });
  });
}
