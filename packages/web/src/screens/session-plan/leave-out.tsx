import { isStopped } from '../../state/derive.ts';
import { techniquesOut } from '../../state/techniques.ts';
import type { PlanAtWork } from './use-plan.ts';

/** What was hoped for and is out, then every technique that is out, and where. */
export function LeaveOut({ plan }: { readonly plan: PlanAtWork }) {
  const { engine, standing, session } = plan;
  const { today: out, always } = techniquesOut(engine, standing.envelope);
  const { leaveOut, substitutions } = session.plan;
  // While an answer could stop the session nothing is planned, so nothing of a plan is left out either.
  const isWaiting = !isStopped(standing.envelope.known) && isStopped(standing.envelope.decision);
  const hoped = new Set(
    isWaiting ? [] : [...leaveOut, ...substitutions.map(({ sentence }) => sentence)],
  );
  return (
    <section aria-labelledby="leave-out">
      <h2 id="leave-out">Leave out</h2>
      {[...hoped].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {out.length === 0 ? <p>No technique is out today.</p> : null}
      <ul className="plain-list">
        {out.map(({ id, name, places }) => (
          <li key={id}>
            <b>{name}</b>
            {places === undefined ? '' : `: ${places.join(', ')}`}
          </li>
        ))}
      </ul>
      {always.length > 0 ? (
        <details>
          <summary>Left out for everybody</summary>
          <p>{always.map(({ name }) => name).join(', ')}</p>
        </details>
      ) : null}
    </section>
  );
}
