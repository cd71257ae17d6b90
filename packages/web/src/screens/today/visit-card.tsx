import { Link } from '@tanstack/react-router';
import { DecisionTag } from '../../components/decision-banner.tsx';
import { clockTime } from '../../components/times.ts';
import type { Visit } from './visits.ts';

/** Time, name, decision, open questions, check-in done or not; the whole card opens the plan. */
export function VisitCard({ visit }: { readonly visit: Visit }) {
  const { client, starts, minutes, standing, checkedIn, signed } = visit;
  const { envelope, questions } = standing;
  return (
    <li className="visit">
      <p className="visit-time">
        {clockTime(starts)} <span className="hint">{minutes} min</span>
      </p>
      <div className="visit-main">
        <h3>
          <Link to="/clients/$id/plan" params={{ id: client.id }} className="visit-link">
            {client.name}
          </Link>
        </h3>
        <p className="visit-line">
          {checkedIn === undefined ? 'Check-in not done' : `Checked in ${clockTime(checkedIn)}`}
          {signed === undefined ? null : `. Session signed ${clockTime(signed)}`}
        </p>
      </div>
      <p className="visit-decision">
        <DecisionTag
          audience="therapist"
          decision={envelope.decision}
          known={envelope.known}
          questions={questions.length}
        />
      </p>
      {checkedIn === undefined ? (
        <Link to="/check-in/$id" params={{ id: client.id }} className="button visit-action">
          Check in here
        </Link>
      ) : null}
    </li>
  );
}
