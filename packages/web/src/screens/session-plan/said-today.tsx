import { useId } from 'react';
import { AnswerButtons, YES_NO_NOT_SURE } from '../../components/answer-buttons.tsx';
import { whenSaid } from '../../components/times.ts';
import { pressedFor, saidBy, saidToday } from '../../state/answers.ts';
import { NumberAnswer } from './number-answer.tsx';
import type { PlanAtWork } from './use-plan.ts';

/** Today's answers, the client's and the therapist's, each of which can be changed. */
export function SaidToday({ plan }: { readonly plan: PlanAtWork }) {
  const said = saidToday(plan.engine, plan.standing.profile, plan.today);
  if (said.length === 0) return null;
  return (
    <section aria-labelledby="said-today" className="no-print">
      <h2 id="said-today">Today's answers</h2>
      <details>
        <summary>See or change {said.length === 1 ? '1 answer' : `${said.length} answers`}</summary>
        <ul className="question-list">
          {said.map((each) => (
            <SaidRow key={each.question.id} said={each} plan={plan} />
          ))}
        </ul>
      </details>
    </section>
  );
}

interface SaidRowProps {
  readonly said: ReturnType<typeof saidToday>[number];
  readonly plan: PlanAtWork;
}

function SaidRow({ said: { question, statement }, plan }: SaidRowProps) {
  const label = useId();
  const places = statement.places?.map((place) => plan.engine.body.label(place)) ?? [];
  return (
    <li className="question">
      <p id={label} className="question-text">
        {question.text}
      </p>
      <p className="hint">
        {[places.join(', '), `${statement.by}, ${whenSaid(statement.at, plan.today)}`]
          .filter(Boolean)
          .join('. ')}
      </p>
      {question.kind === 'number' ? (
        <NumberAnswer
          label={label}
          fact={question.id}
          plan={plan}
          value={statement.value}
          isUnknown={statement.answer === 'unknown'}
          onAnswered={() => undefined}
        />
      ) : (
        <AnswerButtons
          labelledBy={label}
          layout="row"
          answers={YES_NO_NOT_SURE}
          chosen={pressedFor(question.yesMeans, statement)}
          onAnswer={(pressed) => plan.answer(saidBy(question, pressed))}
        />
      )}
    </li>
  );
}
