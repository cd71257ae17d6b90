import type { OpenQuestion } from '@assuage/safety';
import { useState } from 'react';
import { BodyMapInput } from '../../body-map/body-map-input.tsx';
import type { Mark } from '../../body-map/marks.ts';
import type { PlanAtWork } from './use-plan.ts';

interface WhereAnswerProps {
  readonly question: OpenQuestion;
  readonly plan: PlanAtWork;
  readonly onAnswered: () => void;
}

/** Where a fact is, on the body map or in its list. Until it is said, the fact counts everywhere it could be. */
export function WhereAnswer({ question, plan, onAnswered }: WhereAnswerProps) {
  const [marks, setMarks] = useState<readonly Mark[]>([]);
  const { body } = plan.engine;
  const fact = plan.engine.fact(question.id);
  const isJoint = fact !== undefined && 'places' in fact && fact.places === 'joint';
  const save = () => {
    onAnswered();
    plan.answer({ fact: question.id, answer: 'yes', places: marks.map(({ place }) => place) });
  };
  return (
    <details className="where">
      <summary>
        Where? Mark it on the body.{' '}
        <span className="hint">Until then it counts everywhere it could be.</span>
      </summary>
      <BodyMapInput
        body={body}
        kind={isJoint ? 'flare' : 'finding'}
        offer={isJoint ? 'joints' : 'anywhere'}
        marks={marks}
        nothing="Clear"
        onChange={setMarks}
      />
      <button
        type="button"
        className="button button-main"
        disabled={marks.length === 0}
        onClick={save}
      >
        {marks.length === 0
          ? 'Mark where it is'
          : `Save ${marks.length} ${marks.length === 1 ? 'place' : 'places'}`}
      </button>
    </details>
  );
}
