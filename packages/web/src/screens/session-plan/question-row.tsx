import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { AnswerButtons, YES_NO_NOT_SURE } from '../../components/answer-buttons.tsx';
import { DECISION_WORDS } from '../../components/decision.words.ts';
import { pressedFor, type Row, saidBy } from '../../state/answers.ts';
import { NumberAnswer } from './number-answer.tsx';
import type { PlanAtWork } from './use-plan.ts';
import { WhereAnswer } from './where-answer.tsx';

interface QuestionRowProps {
  readonly row: Row;
  readonly plan: PlanAtWork;
  /** Before the answer counts: the questions stay in their places. */
  readonly onAnswered: () => void;
}

/** One question with its answer buttons; what follows from "Yes" is asked below it. */
export function QuestionRow({ row, plan, onAnswered }: QuestionRowProps) {
  const { question, where, isOpen } = row;
  const label = useId();
  const said = plan.standing.profile.facts.get(question.id);
  return (
    <li className="question">
      <p id={label} className="question-text">
        {question.text}
      </p>
      {question.hint === undefined ? null : <p className="hint">{question.hint}</p>}
      {question.kind === 'list' ? (
        <ListAnswer id={question.id} label={label} plan={plan} onAnswered={onAnswered} />
      ) : question.kind === 'number' ? (
        <NumberAnswer
          label={label}
          fact={question.id}
          plan={plan}
          value={said?.value}
          isUnknown={said?.answer === 'unknown'}
          onAnswered={onAnswered}
        />
      ) : question.kind === 'yes-no' ? (
        <AnswerButtons
          labelledBy={label}
          layout="row"
          answers={YES_NO_NOT_SURE}
          chosen={pressedFor(question.yesMeans, said)}
          onAnswer={(pressed) => {
            onAnswered();
            plan.answer(saidBy(question, pressed));
          }}
        />
      ) : null}
      {where === undefined ? null : (
        <WhereAnswer question={where} plan={plan} onAnswered={onAnswered} />
      )}
      {isOpen && question.worst !== 'adapt' ? (
        <p className="hint">Could mean: {DECISION_WORDS[question.worst].words.therapist}</p>
      ) : null}
    </li>
  );
}

interface ListAnswerProps {
  readonly id: string;
  readonly label: string;
  readonly plan: PlanAtWork;
  readonly onAnswered: () => void;
}

const KINDS = { conditions: 'condition', medicines: 'medicine' } as const;

/** "Any other illness?": none can be said here; some are named on the intake page. */
function ListAnswer({ id, label, plan, onAnswered }: ListAnswerProps) {
  const kind = id === 'medicines' ? KINDS.medicines : KINDS.conditions;
  const isListed = plan.record.listed[kind];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would read its legend a second time.
    <div role="group" aria-labelledby={label} className="answers answers-row">
      <button
        type="button"
        className="answer"
        aria-pressed={isListed}
        onClick={() => {
          onAnswered();
          plan.noOthers(kind);
        }}
      >
        No others
      </button>
      <Link to="/clients/$id/intake" params={{ id: plan.record.client.id }} className="button">
        Yes: add them
      </Link>
    </div>
  );
}
