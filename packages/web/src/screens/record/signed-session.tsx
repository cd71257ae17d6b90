import { useState } from 'react';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { SessionLine } from '../../components/session-line.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { whenSaid } from '../../components/times.ts';
import { type Author, newEntry } from '../../state/entries.ts';
import type { SessionEntry } from '../../state/record.ts';
import { SOAP } from '../../state/session-draft.ts';
import type { ClientAtWork, ClientHandle } from '../../state/use-client.ts';
import { useDraft } from '../../state/use-draft.ts';
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
      {amendments.map(({ entry, text, by, on }) => (
        <p key={entry} className="lifted">
          <b>
            Correction by {by.name}, {whenSaid(on, today)}:
          </b>{' '}
          {text}
        </p>
      ))}
      <AddCorrection session={session} at={at} handle={handle} />
    </section>
  );
}

const asText = (kept: unknown): string => (typeof kept === 'string' ? kept : '');

function AddCorrection({ session, at, handle }: Omit<SignedSessionProps, 'today'>) {
  const { practice, record } = at;
  const [text, setText, drop] = useDraft(`correction.${session.entry}`, asText);
  const [isEmpty, setIsEmpty] = useState(false);
  const add = async () => {
    const words = text.trim();
    setIsEmpty(words === '');
    if (words === '') return;
    const by: Author = { name: practice.therapist.name, role: 'therapist' };
    const entry = newEntry('amendment', record.client.id, by, {
      amends: session.entry,
      text: words,
    });
    // From here on the entry itself is kept on this device until the server has it.
    drop();
    await handle.save([entry]);
  };
  return (
    <details className="no-print">
      <summary>Add a correction</summary>
      {isEmpty ? (
        <ErrorSummary title="Nothing to add yet" errors={[{ text: 'Write the correction.' }]} />
      ) : null}
      <TextArea
        label="Correction"
        hint="It is added below, with your name and the time. What was signed stays as it is."
        value={text}
        onChange={setText}
      />
      <button type="button" className="button" onClick={() => void add()}>
        Add correction
      </button>
    </details>
  );
}
