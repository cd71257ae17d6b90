import type { Measures } from '@assuage/knowledge';
import { useId, useMemo, useState } from 'react';
import { ChoiceList } from '../../components/choice-list.tsx';
import type { PageError } from '../../components/error-summary.tsx';
import { FormErrors } from '../../components/form-errors.tsx';
import { longDate } from '../../components/times.ts';
import { WriteFold } from '../../components/write-fold.tsx';
import { resultOf, type WaysComparison } from '../../state/comparison.ts';
import { isStopped } from '../../state/derive.ts';
import type { ClientHandle } from '../../state/use-client.ts';
import { allowedToday, wayName } from '../../state/ways.ts';
import { writerOf } from '../../state/writer.ts';
import type { PlanAtWork } from './use-plan.ts';
import { comparisonTexts as texts } from './what-suits.words.ts';

interface ComparisonViewProps {
  readonly plan: PlanAtWork;
  readonly handle: ClientHandle;
  readonly comparison: WaysComparison;
  /** The ways that nothing is suggested for. */
  readonly held: readonly string[];
  /** Undefined until they are here. */
  readonly measures: Measures | undefined;
}

/** What chance drew for this session, and what may be said so far. Nothing here changes the plan. */
export function ComparisonView({ plan, handle, comparison, held, measures }: ComparisonViewProps) {
  const { engine, record, today } = plan;
  const { names, phase, given, planned, trial, isClosed } = comparison;
  const said = useMemo(
    () => (measures ? resultOf(engine, measures, record, comparison, today) : undefined),
    [engine, measures, record, comparison, today],
  );
  return (
    <>
      <h3>{texts.title(...names)}</h3>
      {phase === 'planned' ? <p>{texts.planned(longDate(trial.start))}</p> : null}
      {phase === 'running' ? <Drawn plan={plan} comparison={comparison} held={held} /> : null}
      {phase === 'over' ? (
        <p>
          {texts.over} {isClosed ? '' : texts.toEnd}
        </p>
      ) : null}
      {phase === 'ended' ? (
        <p>{texts.ended(given, planned)}</p>
      ) : (
        said?.map((sentence) => <p key={sentence}>{sentence}</p>)
      )}
      {isClosed ? null : <Close plan={plan} handle={handle} comparison={comparison} />}
    </>
  );
}

const MOST_REASONS = 3;

interface DrawnProps extends Pick<ComparisonViewProps, 'plan' | 'comparison' | 'held'> {}

function Drawn({ plan, comparison, held }: DrawnProps) {
  const { engine, practice, session, standing } = plan;
  const { next, names, given, planned } = comparison;
  const out = names.filter((name) => held.includes(name));
  if (out.length > 0) return <p>{texts.held(out.join(' and '))}</p>;
  if (!next) return null;
  const { decision, known } = standing.envelope;
  if (isStopped(decision) && !isStopped(known)) return <p>{texts.askFirst}</p>;
  const name = wayName(engine, next);
  const { training } = practice.therapist;
  const allowed = allowedToday(engine, session.envelope, standing.reasons, training, next);
  if (allowed.ok)
    return (
      <>
        <p>
          <b>{texts.next(name, given + 1, planned)}</b>
        </p>
        <p>{texts.yours}</p>
      </>
    );
  const because = [...new Set(allowed.because.map(({ about, says }) => `${about}: ${says}`))];
  return (
    <>
      <p>
        <b>{texts.notAllowed(name)}</b>
      </p>
      {because.length === 0 ? (
        <p>{texts.ownVeto}</p>
      ) : (
        <ul>
          {because.slice(0, MOST_REASONS).map((one) => (
            <li key={one}>{one}</li>
          ))}
          {because.length > MOST_REASONS ? (
            <li>{texts.more(because.length - MOST_REASONS)}</li>
          ) : null}
        </ul>
      )}
    </>
  );
}

function Close({
  plan,
  handle,
  comparison,
}: Pick<ComparisonViewProps, 'plan' | 'handle' | 'comparison'>) {
  const [chosen, setChosen] = useState('');
  const [errors, setErrors] = useState<readonly PageError[]>([]);
  const id = useId();
  const close = () => {
    const why = texts.whys.find(([value]) => value === chosen)?.[0];
    setErrors(why === undefined ? [{ text: texts.whyMissing, field: id }] : []);
    if (why === undefined) return;
    void writerOf(plan, handle)('trial-change', {
      trial: comparison.entry,
      change: 'ended',
      why,
      note: '',
    });
  };
  return (
    <WriteFold summary={texts.close}>
      <FormErrors title={texts.whyMissing} errors={errors} />
      <p>{texts.closeWhat}</p>
      <ChoiceList
        id={id}
        legend={texts.why}
        choices={texts.whys}
        chosen={chosen}
        onChoose={setChosen}
      />
      <button type="button" className="button" onClick={close}>
        {texts.closeNow}
      </button>
    </WriteFold>
  );
}
