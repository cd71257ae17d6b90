import type { Fact } from '@assuage/knowledge';
import type { Profile } from '@assuage/safety';
import { useId } from 'react';
import { AnswerButtons, YES_NO_NOT_SURE } from '../../components/answer-buttons.tsx';
import { whenSaid } from '../../components/times.ts';
import type { Pressed } from '../../state/answers.ts';
import { type Intake, pressedIn } from '../../state/intake.ts';

interface IntakeQuestionProps {
  readonly fact: Fact;
  /** What is in the lists above and already answers the question with "yes". */
  readonly implied: readonly Fact[];
  readonly profile: Profile;
  readonly intake: Intake;
  readonly today: string;
  readonly onAnswer: (pressed: Pressed) => void;
}

const questionOf = (fact: Fact): string => fact.ask?.client ?? `${fact.name}?`;

export function IntakeQuestion({
  fact,
  implied,
  profile,
  intake,
  today,
  onAnswer,
}: IntakeQuestionProps) {
  const label = useId();
  if (implied.length > 0)
    return (
      <li className="question">
        <p className="question-text">{questionOf(fact)}</p>
        <p>
          <b>Yes.</b> In the list above: {implied.map(({ name }) => name).join(', ')}.
        </p>
      </li>
    );
  const before = intake.answers[fact.id] === undefined ? profile.facts.get(fact.id) : undefined;
  return (
    <li className="question">
      <p id={label} className="question-text">
        {questionOf(fact)}
      </p>
      {fact.ask?.hint === undefined ? null : <p className="hint">{fact.ask.hint}</p>}
      <AnswerButtons
        labelledBy={label}
        layout="row"
        answers={YES_NO_NOT_SURE}
        chosen={pressedIn(intake, profile, fact)}
        onAnswer={onAnswer}
      />
      {before === undefined ? null : (
        <p className="hint">
          {before.by}, {whenSaid(before.at, today)}
        </p>
      )}
    </li>
  );
}
