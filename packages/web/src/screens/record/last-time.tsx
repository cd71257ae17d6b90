import { SessionLine } from '../../components/session-line.tsx';
import { longDate } from '../../components/times.ts';
import type { SessionEntry } from '../../state/record.ts';
import { SOAP } from '../../state/session-draft.ts';
import { SOAP_WORDS } from './soap.words.ts';

/** Last time's note, to read beside today's; it is never copied in. */
export function LastTime({ session }: { readonly session: SessionEntry | undefined }) {
  return (
    <section aria-labelledby="last-time" className="last-time">
      <h2 id="last-time">Last time</h2>
      {session === undefined ? (
        <p>No earlier session.</p>
      ) : (
        <>
          <p>
            <b>{longDate(session.on)}</b>: <SessionLine session={session} />
          </p>
          {SOAP.filter((part) => session.soap[part] !== '').map((part) => (
            <div key={part}>
              <h3>{SOAP_WORDS[part]}</h3>
              <p className="as-written">{session.soap[part]}</p>
            </div>
          ))}
          {session.amendments.map(({ entry, text, by, on }) => (
            <p key={entry}>
              <b>
                Correction by {by.name}, {longDate(on)}:
              </b>{' '}
              {text}
            </p>
          ))}
        </>
      )}
    </section>
  );
}
