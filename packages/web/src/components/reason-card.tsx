import type { CitedSource, Engine, Reason } from '@assuage/safety';
import { Link } from '@tanstack/react-router';
import { factLine, sureLine } from './reason.words.ts';
import { SourceLink } from './source-link.tsx';

interface ReasonCardProps {
  readonly engine: Engine;
  readonly reason: Reason;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** Why a limit holds: the fact, what it means, what it changes, what would release it, how sure, the sources. */
export function ReasonCard({ engine, reason, today }: ReasonCardProps) {
  const subject = engine.limit(reason.limit)?.rule.subject;
  return (
    <article className={`reason${reason.stated ? '' : ' reason-open'}`}>
      <ul className="reason-facts">
        {reason.facts.map((fact) => (
          <li key={fact.fact}>{factLine(engine.body, fact, today)}</li>
        ))}
        {reason.always ? <li>Holds for everyone</li> : null}
      </ul>
      <p>{reason.because}</p>
      <p className="reason-change">{reason.says}</p>
      <p>
        <b>What would change it:</b> {reason.release}
      </p>
      <p>
        <b>{sureLine(reason)}</b>
      </p>
      {subject === undefined ? null : (
        <p className="source no-print">
          <Link to="/knowledge/$id" params={{ id: subject.id }} hash={reason.rule}>
            About this rule: {subject.name}
          </Link>
        </p>
      )}
      <Sources reason={reason} />
    </article>
  );
}

/** The first source at once; the others, and the milder side of a disagreement, one tap away. */
function Sources({ reason: { sources, disagree } }: { readonly reason: Reason }) {
  const [first, ...others] = sources;
  if (first === undefined) return null;
  return (
    <div className="reason-sources">
      <p>
        <SourceLink source={first} />
      </p>
      {others.length > 0 ? (
        <details>
          <summary>
            {others.length} more {others.length === 1 ? 'source' : 'sources'}
          </summary>
          <SourceList sources={others} />
        </details>
      ) : null}
      {disagree.length > 0 ? (
        <details>
          <summary>Sources disagree: we follow the stricter</summary>
          <p>These are milder:</p>
          <SourceList sources={disagree} />
        </details>
      ) : null}
    </div>
  );
}

function SourceList({ sources }: { readonly sources: readonly CitedSource[] }) {
  return (
    <ul>
      {sources.map((source) => (
        <li key={`${source.id} ${source.locator}`}>
          <SourceLink source={source} />
        </li>
      ))}
    </ul>
  );
}
