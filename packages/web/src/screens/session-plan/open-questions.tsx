import type { OpenQuestion } from '@assuage/safety';
import { useState } from 'react';
import { arrange, firstOpen } from '../../state/answers.ts';
import { QuestionRow } from './question-row.tsx';
import type { PlanAtWork } from './use-plan.ts';

const FIRST = 3;

/** What to ask first, answered in place. Answered ones stay where they are until the page is left. */
export function OpenQuestions({ plan }: { readonly plan: PlanAtWork }) {
  const { questions } = plan.standing;
  const [met, setMet] = useState<readonly OpenQuestion[]>([]);
  const [isAll, setIsAll] = useState(false);
  const rows = arrange(met, questions);
  const shown = isAll ? rows : firstOpen(rows, FIRST);
  const hidden = rows.length - shown.length;
  const keepPlaces = () => setMet(shown.map(({ question }) => question));
  return (
    <section aria-labelledby="questions" className="questions">
      <h2 id="questions">
        {questions.length === 0 ? 'No questions left to ask' : `Ask first: ${questions.length}`}
      </h2>
      <ol className="question-list">
        {shown.map((row) => (
          <QuestionRow key={row.id} row={row} plan={plan} onAnswered={keepPlaces} />
        ))}
      </ol>
      {rows.some(({ isOpen }) => !isOpen) ? (
        <button type="button" className="button no-print" onClick={() => setMet([])}>
          Hide answered questions
        </button>
      ) : null}
      {hidden > 0 ? (
        <button type="button" className="button no-print" onClick={() => setIsAll(true)}>
          All {rows.length} questions
        </button>
      ) : null}
    </section>
  );
}
