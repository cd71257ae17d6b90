import { SessionLine } from '../../components/session-line.tsx';
import { longDate } from '../../components/times.ts';
import type { SessionEntry } from '../../state/record.ts';
import { SOAP } from '../../state/session-draft.ts';
import { Corrections } from '../corrections.tsx';
import { SOAP_WORDS } from './soap.words.ts';

interface LastTimeProps {
  readonly session: SessionEntry | undefined;
  readonly today: string;
}

/** Last time's note, to read beside today's; it is never copied in. */
export function LastTime({ session, today }: LastTimeProps) {
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
          <Corrections corrections={session.amendments} today={today} />
        </>
      )}
    </section>
  );
}
