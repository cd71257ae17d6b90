import type { OpenQuestion } from '@assuage/safety';
import { useState } from 'react';
import { BodyMapInput } from '../../body-map/body-map-input.tsx';
import { newMark } from '../../body-map/marks.ts';
import { useDraft } from '../../state/use-draft.ts';
import type { PlanAtWork } from './use-plan.ts';

interface WhereAnswerProps {
  readonly question: OpenQuestion;
  readonly plan: PlanAtWork;
  readonly onAnswered: () => void;
}

const parsePlaces = (kept: unknown): readonly string[] =>
  Array.isArray(kept) ? kept.filter((place): place is string => typeof place === 'string') : [];

/** Where a fact is, on the body map or in its list. Until it is said, the fact counts everywhere it could be. */
export function WhereAnswer({ question, plan, onAnswered }: WhereAnswerProps) {
  const [places, setPlaces, drop] = useDraft(
    `where.${plan.record.client.id}.${plan.today}.${question.id}`,
    parsePlaces,
  );
  const [wasOpen] = useState(places.length > 0);
  const { body } = plan.engine;
  const fact = plan.engine.fact(question.id);
  const isJoint = fact !== undefined && 'places' in fact && fact.places === 'joint';
  const kind = isJoint ? 'flare' : 'finding';
  const marks = places.map((place) => newMark(kind, place, 1));
  const save = () => {
    drop();
    onAnswered();
    plan.answer({ fact: question.id, answer: 'yes', places });
  };
  return (
    <details className="where" open={wasOpen}>
      <summary>
        Where? Mark it on the body.{' '}
        <span className="hint">Until then it counts everywhere it could be.</span>
      </summary>
      <BodyMapInput
        body={body}
        kind={kind}
        offer={isJoint ? 'joints' : 'anywhere'}
        marks={marks}
        nothing="Clear"
        onChange={(next) => setPlaces(next.map(({ place }) => place))}
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
