import { SessionLine } from '../../components/session-line.tsx';
import { Timeline } from '../../components/timeline.tsx';
import { longDate } from '../../components/times.ts';
import { SOAP } from '../../state/session-draft.ts';
import { writerOf } from '../../state/writer.ts';
import { AddCorrection, Corrections } from '../corrections.tsx';
import { EnteredOn } from '../entered-on.tsx';
import { SegmentLine } from '../record/segment-line.tsx';
import { SOAP_WORDS } from '../record/soap.words.ts';
import type { SectionProps } from './view.ts';

/** Sessions as a timeline, the newest first, each with its corrections. */
export function Sessions({ view, handle }: SectionProps) {
  const { engine, record, today } = view;
  const newest = [...record.sessions].reverse();
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">Sessions</h2>
      {newest.length === 0 ? <p>No sessions yet.</p> : null}
      <Timeline items={newest} older="older sessions">
        {(session) => (
          <li key={session.entry}>
            <h3>{longDate(session.on)}</h3>
            <p>
              <SessionLine session={session} />
            </p>
            <Corrections corrections={session.amendments} today={today} />
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
                Signed by {session.signed.by}, {longDate(session.signed.at)}.{' '}
                <EnteredOn entered={session.entered} />
              </p>
              <AddCorrection
                entry={session.entry}
                of={`of the session of ${longDate(session.on)}`}
                write={writerOf(view, handle)}
              />
            </details>
          </li>
        )}
      </Timeline>
    </section>
  );
}
