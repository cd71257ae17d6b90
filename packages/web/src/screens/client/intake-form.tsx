import { createSearch, GOALS, POSITIONS } from '@assuage/knowledge';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { Page } from '../../components/page.tsx';
import { SavingLine } from '../../components/saving-line.tsx';
import { GOAL_WORDS, POSITION_WORDS } from '../../components/session.words.ts';
import { standingOf } from '../../state/derive.ts';
import { newEntry } from '../../state/entries.ts';
import { type Intake, intakeFrom, intakeQuestions, parseIntake } from '../../state/intake.ts';
import { intakeBody } from '../../state/intake-body.ts';
import { impliedBy } from '../../state/picked.ts';
import type { ClientAtWork, ClientHandle } from '../../state/use-client.ts';
import { useDraft } from '../../state/use-draft.ts';
import { BodyWishes } from './body-wishes.tsx';
import { IntakeQuestion } from './intake-question.tsx';
import { SubjectPicker } from './subject-picker.tsx';

interface IntakeFormProps {
  readonly at: ClientAtWork;
  readonly handle: ClientHandle;
  readonly today: string;
}

const toggled = <T,>(list: readonly T[], item: T): T[] =>
  list.includes(item) ? list.filter((other) => other !== item) : [...list, item];

export function IntakeForm({ at, handle, today }: IntakeFormProps) {
  const { engine, record, practice } = at;
  const navigate = useNavigate();
  const [changes, setChanges, drop] = useDraft(`intake.${record.client.id}`, parseIntake);
  const [problem, setProblem] = useState(false);
  const { profile } = useMemo(() => standingOf(engine, record, today), [engine, record, today]);
  const search = useMemo(() => createSearch(engine.knowledge), [engine]);
  const intake: Intake = { ...intakeFrom(engine, record, profile, today), ...changes };
  const change = (next: Partial<Intake>) => setChanges({ ...changes, ...next });

  const save = async () => {
    setProblem(intake.positions.length === 0);
    if (intake.positions.length === 0) return;
    const by = { name: practice.therapist.name, role: 'therapist' } as const;
    const now = new Date();
    const body = intakeBody(engine, record, profile, intake, now);
    const isSaved = await handle.save([newEntry('intake', record.client.id, by, body, now)]);
    if (!isSaved) {
      scrollTo({ top: 0 });
      return;
    }
    drop();
    await navigate({ to: '/clients/$id/plan', params: { id: record.client.id } });
  };
  const isWaiting = handle.saving.status === 'failed' || handle.saving.status === 'saving';

  return (
    <Page
      title={`Intake: ${record.client.name}`}
      windowTitle="Intake"
      audience="therapist"
      hasError={problem}
    >
      <SavingLine handle={handle} what="the intake" />
      {problem ? (
        <ErrorSummary
          title="The intake cannot be saved yet"
          errors={[{ text: 'Choose at least one position', field: 'positions' }]}
        />
      ) : null}
      <p className="hint">
        Ask the client. Stop at any point: what you choose is kept on this device until you save it.
      </p>
      <SubjectPicker
        kind="condition"
        title="Long-term illnesses"
        label="Add an illness"
        engine={engine}
        search={search}
        profile={profile}
        intake={intake}
        record={record}
        today={today}
        onChange={change}
      />
      <SubjectPicker
        kind="medicine"
        title="Medicines"
        label="Add a medicine, by any name"
        engine={engine}
        search={search}
        profile={profile}
        intake={intake}
        record={record}
        today={today}
        onChange={change}
      />
      <section aria-labelledby="asked">
        <h2 id="asked">Ask everybody</h2>
        <ol className="question-list">
          {intakeQuestions(engine).map((fact) => (
            <IntakeQuestion
              key={fact.id}
              fact={fact}
              implied={impliedBy(engine, profile, intake, fact)}
              profile={profile}
              intake={intake}
              today={today}
              onAnswer={(pressed) => change({ answers: { ...intake.answers, [fact.id]: pressed } })}
            />
          ))}
        </ol>
      </section>
      <fieldset className="segments">
        <legend>
          <h2>What the client hopes for</h2>
        </legend>
        {GOALS.map((goal) => (
          <label key={goal}>
            <input
              type="checkbox"
              checked={intake.goals.includes(goal)}
              onChange={() => change({ goals: toggled(intake.goals, goal) })}
            />
            <span>{GOAL_WORDS[goal]}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="segments" id="positions" tabIndex={-1}>
        <legend>
          <h2>Positions the client can manage</h2>
        </legend>
        {POSITIONS.map((position) => (
          <label key={position}>
            <input
              type="checkbox"
              checked={intake.positions.includes(position)}
              onChange={() => change({ positions: toggled(intake.positions, position) })}
            />
            <span>{POSITION_WORDS[position]}</span>
          </label>
        ))}
      </fieldset>
      <BodyWishes engine={engine} intake={intake} onChange={change} />
      <div className="main-action plan-action">
        <button
          type="button"
          className="button button-main"
          disabled={isWaiting}
          onClick={() => void save()}
        >
          Save intake
        </button>
      </div>
    </Page>
  );
}
