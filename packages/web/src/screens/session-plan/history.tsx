import { Link } from '@tanstack/react-router';
import { SessionLine } from '../../components/session-line.tsx';
import { longDate } from '../../components/times.ts';
import type { PlanAtWork } from './use-plan.ts';

const LAST = 3;

/** The last sessions, newest first. */
export function History({ plan }: { readonly plan: PlanAtWork }) {
  const { record } = plan;
  const last = record.sessions.slice(-LAST).reverse();
  return (
    <section aria-labelledby="history">
      <h2 id="history">Last sessions</h2>
      {last.length === 0 ? <p>No sessions yet.</p> : null}
      <ul className="plain-list">
        {last.map((session) => (
          <li key={session.entry}>
            <b>{longDate(session.on)}</b>: <SessionLine session={session} />
          </li>
        ))}
      </ul>
      <p className="no-print">
        <Link to="/clients/$id" params={{ id: record.client.id }} className="button button-plain">
          All of {record.client.name}'s record
        </Link>
      </p>
    </section>
  );
}
