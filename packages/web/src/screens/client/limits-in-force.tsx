import { Link } from '@tanstack/react-router';
import { DecisionTag } from '../../components/decision-banner.tsx';
import { groupReasons } from '../../state/reasons.ts';
import type { ClientView } from './view.ts';

/** What holds today from what was said; what waits for an answer is on the plan. */
export function LimitsInForce({ view }: { readonly view: ClientView }) {
  const { standing, record } = view;
  const { envelope, questions, reasons } = standing;
  const groups = groupReasons(reasons.filter(({ stated, always }) => stated && !always));
  return (
    <section aria-labelledby="limits">
      <h2 id="limits">Limits today</h2>
      <p>
        <DecisionTag
          audience="therapist"
          decision={envelope.decision}
          known={envelope.known}
          questions={questions.length}
        />
      </p>
      {groups.length === 0 ? (
        <p>{questions.length === 0 ? 'No limits.' : 'No limits from the answers so far.'}</p>
      ) : null}
      <ul className="plain-list">
        {groups.map(({ reason }) => (
          <li key={reason.limit}>
            {reason.says} <span className="hint">{reason.about}</span>
          </li>
        ))}
      </ul>
      {groups.length > 0 || questions.length > 0 ? (
        <p>
          <Link
            to="/clients/$id/plan"
            params={{ id: record.client.id }}
            className="button button-plain"
          >
            Reasons and questions on the plan
          </Link>
        </p>
      ) : null}
    </section>
  );
}
