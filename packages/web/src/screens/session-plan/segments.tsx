import { POSITION_WORDS } from '../../components/session.words.ts';
import { SourceLink } from '../../components/source-link.tsx';
import { isStopped, placeText } from '../../state/derive.ts';
import { sourceOf, techniqueName } from '../../state/techniques.ts';
import type { PlanAtWork } from './use-plan.ts';

/** The session, piece by piece, each with its minutes and why it is there. */
export function Segments({ plan }: { readonly plan: PlanAtWork }) {
  const { engine, session, standing } = plan;
  const { segments, minutes } = session.plan;
  return (
    <section aria-labelledby="segments">
      <h2 id="segments">{segments.length === 0 ? 'Session' : `Session: ${minutes} minutes`}</h2>
      {segments.length === 0 ? (
        <p>
          {isStopped(standing.envelope.known)
            ? 'No massage today.'
            : isStopped(standing.envelope.decision)
              ? 'Nothing is planned until the questions are answered.'
              : 'Nothing fits inside the limits and what the client can manage.'}
        </p>
      ) : null}
      <ol className="session-segments">
        {segments.map((segment, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order is what identifies a piece.
          <li key={i} className="session-segment">
            <h3>{placeText(engine, segment.places)}</h3>
            <p className="segment-minutes">{segment.minutes} min</p>
            <p>
              <b>{techniqueName(engine, segment.technique)}</b>, pressure {segment.pressure}.{' '}
              {POSITION_WORDS[segment.position]}.
            </p>
            <details>
              <summary>{segment.purpose}</summary>
              <p>{segment.why.text}</p>
              <ul className="plain-list">
                {segment.why.sources.map((citation) => {
                  const source = sourceOf(engine, citation.source);
                  return source === undefined ? null : (
                    <li key={`${citation.source} ${citation.locator}`}>
                      <SourceLink source={{ ...source, locator: citation.locator }} />
                    </li>
                  );
                })}
              </ul>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
