import type { Slot } from '@assuage/outcomes';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { FormErrors } from '../../components/form-errors.tsx';
import { clockTime, longDate } from '../../components/times.ts';
import { bookedIn, type Chosen, fix, priorOf, withHash } from '../../state/test-setup.ts';
import type { ClientAtWork, ClientHandle } from '../../state/use-client.ts';
import { useForm } from '../../state/use-form.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { writerOf } from '../../state/writer.ts';
import { testTexts, testSetupTexts as texts } from './test.words.ts';
import { questionText } from './test-sentences.ts';

interface DrawnTestProps {
  readonly at: ClientAtWork;
  readonly handle: ClientHandle;
  readonly chosen: Chosen;
  readonly seed: string;
  readonly onChange: () => void;
  readonly onBegun: () => void;
}

/** The weeks that chance drew, with what is booked in them; from here the test is started. */
export function DrawnTest({ at, handle, chosen, seed, onChange, onBegun }: DrawnTestProps) {
  const { engine, record } = at;
  const { id } = record.client;
  const navigate = useNavigate();
  const { errors, isBusy, submit } = useForm();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { loaded } = useLoaded(useCallback(() => priorOf(id, chosen), [id, chosen]));
  const prior = loaded.status === 'here' ? loaded.value : null;
  const test = useMemo(
    () => fix(chosen, engine.knowledge.release, seed, prior),
    [chosen, engine, seed, prior],
  );
  const slots = useMemo(() => bookedIn(test, record), [test, record]);
  const begin = () =>
    submit([], async () => {
      if (!isSecureContext) throw new Error(texts.notSecure);
      const body = await withHash(test);
      await writerOf(at, handle)('trial', body);
      onBegun();
      await navigate({ to: '/clients/$id', params: { id }, hash: 'tests' });
    });
  const starts = (day: string): string =>
    record.appointments
      .filter((one) => one.starts.slice(0, 10) === day)
      .map((one) => `${longDate(day)}, ${clockTime(one.starts)}`)
      .join('; ');
  return (
    <>
      <FormErrors title={texts.cannotBegin} errors={errors} />
      <p>
        <b>{questionText(chosen.rating.asked, chosen.important, test.plan)}</b>
      </p>
      <p>{test.told}</p>
      {prior ? <p>{texts.prior(prior.people)}</p> : null}
      <h2 ref={heading} tabIndex={-1}>
        {texts.drawn}
      </h2>
      <ol className="test-weeks">
        {slots.map((slot) => (
          <li key={slot.from} className={slot.arm === 'with' ? 'test-week-with' : undefined}>
            <b>{testTexts.arms[chosen.arms.compares][slot.arm]}</b>
            <span>
              {longDate(slot.from)} to {longDate(slot.to)}
            </span>
            <BookedIn slot={slot} starts={starts} />
          </li>
        ))}
      </ol>
      <p className="hint">{texts.again}</p>
      <p>{texts.blind}</p>
      <p>{texts.ordinary[chosen.arms.compares]}</p>
      <p>{texts.stopping}</p>
      <p>{texts.agree}</p>
      <div className="main-action">
        <button
          type="button"
          className="button button-main"
          disabled={isBusy || loaded.status === 'loading'}
          onClick={begin}
        >
          {texts.begin}
        </button>
        <button type="button" className="button" onClick={onChange}>
          {texts.change}
        </button>
      </div>
    </>
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
