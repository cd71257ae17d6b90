import type { FixedTest, Slot } from '@assuage/outcomes';
import { useMemo } from 'react';
import { clockTime, longDate } from '../../components/times.ts';
import type { ClientRecord } from '../../state/record.ts';
import { bookedIn } from '../../state/test-setup.ts';
import { testTexts, testSetupTexts as texts } from './test.words.ts';

interface DrawnWeeksProps {
  readonly test: FixedTest;
  readonly record: Pick<ClientRecord, 'appointments'>;
  /** Weeks that were over before this day are left out. */
  readonly from?: string;
}

/** The weeks in the order that chance gave them, with what is booked in each. */
export function DrawnWeeks({ test, record, from = '' }: DrawnWeeksProps) {
  const slots = useMemo(() => bookedIn(test, record), [test, record]);
  const arms = testTexts.arms[test.plan.compares === 'cadence' ? 'cadence' : 'weeks'];
  const starts = (day: string): string =>
    record.appointments
      .filter((one) => one.starts.slice(0, 10) === day)
      .map((one) => `${longDate(day)}, ${clockTime(one.starts)}`)
      .join('; ');
  return (
    <ol className="test-weeks">
      {slots
        .filter(({ to }) => to >= from)
        .map((slot) => (
          <li key={slot.from} className={slot.arm === 'with' ? 'test-week-with' : undefined}>
            <b>{arms[slot.arm]}</b>
            <span>
              {longDate(slot.from)} to {longDate(slot.to)}
            </span>
            <BookedIn slot={slot} starts={starts} />
          </li>
        ))}
    </ol>
  );
}

interface BookedInProps {
  readonly slot: Slot;
  /** The bookings of a day in words. */
  readonly starts: (day: string) => string;
}

/** Nothing is forbidden: what does not fit is said, with what follows from it. */
function BookedIn({ slot, starts }: BookedInProps) {
  const { needsSession, sessions, beyondPlan, isMissing } = slot;
  const words = (days: readonly string[]) => days.map(starts).join('; ');
  if (!needsSession)
    return sessions.length === 0 ? null : <span>{texts.inWithout(words(sessions))}</span>;
  if (isMissing) return <span className="hint">{texts.notBooked}</span>;
  return (
    <>
      <span>{texts.booked(words(sessions.slice(0, 1)))}</span>
      {beyondPlan.length === 0 ? null : <span>{texts.beyond(words(beyondPlan))}</span>}
    </>
  );
}
