import { SessionLine } from '../../components/session-line.tsx';
import { longDate, whenSaid } from '../../components/times.ts';
import type { SessionEntry } from '../../state/record.ts';
import { SOAP } from '../../state/session-draft.ts';
import type { ClientAtWork, ClientHandle } from '../../state/use-client.ts';
import { writerOf } from '../../state/writer.ts';
import { AddCorrection, Corrections } from '../corrections.tsx';
import { EnteredOn } from '../entered-on.tsx';
import { AfterSession } from './after-session.tsx';
import { SegmentLine } from './segment-line.tsx';
import { SOAP_WORDS } from './soap.words.ts';

interface SignedSessionProps {
  readonly session: SessionEntry;
  readonly at: ClientAtWork;
  readonly handle: ClientHandle;
  readonly today: string;
}

/** A signed record never changes: corrections stand below it. */
export function SignedSession({ session, at, handle, today }: SignedSessionProps) {
  const { signed, segments, soap, amendments } = session;
  return (
    <section aria-labelledby="signed">
      <h2 id="signed">
        Signed by {signed.by}, {whenSaid(signed.at, today)}
      </h2>
      <p className="hint">
        Session of {longDate(session.on)}. <EnteredOn entered={session.entered} /> It is locked:
        only corrections can be added.
      </p>
      <p>{session.asPlanned ? 'Done as planned.' : 'Not as planned.'}</p>
      <ul className="plain-list">
        {segments.map((segment, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a signed list never changes.
          <li key={i}>
            <SegmentLine engine={at.engine} segment={segment} />
          </li>
        ))}
      </ul>
      <p>
        <SessionLine session={session} />
      </p>
      {SOAP.filter((part) => soap[part] !== '').map((part) => (
        <div key={part}>
          <h3>{SOAP_WORDS[part]}</h3>
          <p className="as-written">{soap[part]}</p>
        </div>
      ))}
      <AfterSession session={session} at={at} handle={handle} today={today} />
      <Corrections corrections={amendments} today={today} />
      <AddCorrection entry={session.entry} write={writerOf(at, handle)} />
    </section>
  );
}
