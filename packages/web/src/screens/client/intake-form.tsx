import { createSearch, GOALS, POSITIONS } from '@assuage/knowledge';
import { useMemo, useState } from 'react';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { type Audience, Page } from '../../components/page.tsx';
import { SavingLine } from '../../components/saving-line.tsx';
import { GOAL_WORDS, POSITION_WORDS } from '../../components/session.words.ts';
import { standingOf } from '../../state/derive.ts';
import { newEntry } from '../../state/entries.ts';
import { type Intake, intakeFrom, intakeQuestions, parseIntake } from '../../state/intake.ts';
import { intakeBody } from '../../state/intake-body.ts';
import { impliedBy } from '../../state/picked.ts';
import type { ClientAtWork, ClientHandle } from '../../state/use-client.ts';
import { useDraft } from '../../state/use-draft.ts';
import { intakeTexts } from '../../texts.ts';
import { BodyWishes } from './body-wishes.tsx';
import { CLIENTS_WORDS, THERAPISTS_WORDS } from './intake.words.ts';
import { IntakeQuestion } from './intake-question.tsx';
import { SubjectPicker } from './subject-picker.tsx';

interface IntakeFormProps {
  readonly at: ClientAtWork;
  readonly handle: ClientHandle;
  readonly today: string;
  /** Who fills it in, by a link or at the practice. */
  readonly audience: Audience;
  /** Where to go when it is saved. */
  readonly onSaved: () => void;
}

const toggled = <T,>(list: readonly T[], item: T): T[] =>
  list.includes(item) ? list.filter((other) => other !== item) : [...list, item];

export function IntakeForm({ at, handle, today, audience, onSaved }: IntakeFormProps) {
  const { engine, record, practice } = at;
  const isClient = audience === 'client';
  const words = isClient ? CLIENTS_WORDS : THERAPISTS_WORDS;
  const [changes, setChanges, drop] = useDraft(`intake.${record.client.id}`, parseIntake);
  const [problem, setProblem] = useState(false);
  const { profile } = useMemo(() => standingOf(engine, record, today), [engine, record, today]);
  const search = useMemo(() => createSearch(engine.knowledge), [engine]);
  const intake: Intake = { ...intakeFrom(engine, record, profile, today), ...changes };
  const change = (next: Partial<Intake>) => setChanges({ ...changes, ...next });

  const save = async () => {
    setProblem(intake.positions.length === 0);
    if (intake.positions.length === 0) return;
    const by = {
      name: isClient ? record.client.name : practice.therapist.name,
      role: audience,
    };
    const now = new Date();
    const body = intakeBody(engine, record, profile, intake, now);
    const isSaved = await handle.save([newEntry('intake', record.client.id, by, body, now)]);
    if (!isSaved) {
      scrollTo({ top: 0 });
      return;
    }
    drop();
    onSaved();
  };
  const isWaiting = handle.saving.status === 'failed' || handle.saving.status === 'saving';

  return (
    <Page
      title={isClient ? intakeTexts.title : `Intake: ${record.client.name}`}
      windowTitle={isClient ? intakeTexts.title : 'Intake'}
      audience={audience}
      hasError={problem}
    >
      <SavingLine handle={handle} what={isClient ? 'your answers' : 'the intake'} />
      {problem ? (
        <ErrorSummary
          title={words.notYet}
          errors={[{ text: words.choosePosition, field: 'positions' }]}
        />
      ) : null}
      <p className="hint">{words.hint}</p>
      <SubjectPicker
        kind="condition"
        title={words.illnesses}
        label={words.addIllness}
        words={words}
        asksForSource={!isClient}
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
        title={words.medicines}
        label={words.addMedicine}
        words={words}
        asksForSource={!isClient}
        engine={engine}
        search={search}
        profile={profile}
        intake={intake}
        record={record}
        today={today}
        onChange={change}
      />
      <section aria-labelledby="asked">
        <h2 id="asked">{words.questions}</h2>
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
          <h2>{words.hopes}</h2>
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
          <h2>{words.positions}</h2>
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
      <BodyWishes engine={engine} intake={intake} words={words} onChange={change} />
      <div className="main-action plan-action">
        <button
          type="button"
          className="button button-main"
          disabled={isWaiting}
          onClick={() => void save()}
        >
          {words.send}
        </button>
      </div>
    </Page>
  );
}
