import { SessionLine } from '../../components/session-line.tsx';
import { longDate } from '../../components/times.ts';
import { SOAP } from '../../state/session-draft.ts';
import { SegmentLine } from '../record/segment-line.tsx';
import { SOAP_WORDS } from '../record/soap.words.ts';
import type { ClientView } from './view.ts';

/** Sessions as a timeline, the newest first, each with its corrections. */
export function Sessions({ view }: { readonly view: ClientView }) {
  const { engine, record } = view;
  const newest = [...record.sessions].reverse();
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">Sessions</h2>
      {newest.length === 0 ? <p>No sessions yet.</p> : null}
      <ol className="timeline">
        {newest.map((session) => (
          <li key={session.entry}>
            <h3>{longDate(session.on)}</h3>
            <p>
              <SessionLine session={session} />
            </p>
            {session.amendments.map(({ entry, text, by, on }) => (
              <p key={entry}>
                <b>
                  Correction by {by.name}, {longDate(on)}:
                </b>{' '}
                {text}
              </p>
            ))}
            <details>
              <summary>
                Details
                <span className="visually-hidden"> of {longDate(session.on)}</span>
              </summary>
              <ul className="plain-list">
                {session.segments.map((segment, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a signed list never changes.
                  <li key={i}>
                    <SegmentLine engine={engine} segment={segment} />
                  </li>
                ))}
              </ul>
              {SOAP.filter((part) => session.soap[part] !== '').map((part) => (
                <p key={part} className="as-written">
                  <b>{SOAP_WORDS[part]}.</b> {session.soap[part]}
                </p>
              ))}
              <p className="hint">
                Signed by {session.signed.by}, {longDate(session.signed.at)}
              </p>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
