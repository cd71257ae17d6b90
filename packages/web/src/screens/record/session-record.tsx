import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Born } from '../../components/born.tsx';
import { Page } from '../../components/page.tsx';
import { SavingLine } from '../../components/saving-line.tsx';
import { longDate } from '../../components/times.ts';
import { planOn, unsignedPlans } from '../../state/plan-entry.ts';
import type { ClientAtWork, ClientHandle } from '../../state/use-client.ts';
import { LastTime } from './last-time.tsx';
import { RecordForm } from './record-form.tsx';
import { SignedSession } from './signed-session.tsx';

interface SessionRecordProps {
  readonly at: ClientAtWork;
  readonly handle: ClientHandle;
  readonly today: string;
}

/** Today's session: the form until it is signed, then the signed record. Last time's note stands beside. */
export function SessionRecord({ at, handle, today }: SessionRecordProps) {
  const [isAnother, setIsAnother] = useState(false);
  const { record } = at;
  const { client } = record;
  const [lateDay, setLateDay] = useState<string>();
  const unsigned = unsignedPlans(record, today);
  const late = unsigned.find(({ on }) => on.slice(0, 10) === lateDay);
  const day = late === undefined ? today : late.on.slice(0, 10);
  const plan = late ?? planOn(record, today);
  const signed = record.sessions.findLast(({ on }) => on.slice(0, 10) === today);
  const earlier = record.sessions.findLast((session) => session !== signed || isAnother);
  return (
    <Page
      title={`Record: ${client.name}`}
      windowTitle="Record"
      audience="therapist"
      before={
        <Link to="/clients/$id/plan" params={{ id: client.id }} className="back">
          Back to the plan
        </Link>
      }
    >
      <p>
        <Born born={client.born} />. Session of {longDate(day)}
      </p>
      <SavingLine handle={handle} what="the session" />
      {unsigned
        .filter((each) => each !== late)
        .map(({ entry, on }) => (
          <div key={entry} className="notice no-print">
            <p>
              <b>The session of {longDate(on)} is not signed yet.</b>
            </p>
            <button type="button" className="button" onClick={() => setLateDay(on.slice(0, 10))}>
              Record the session of {longDate(on)}
            </button>
          </div>
        ))}
      <div className="record-columns">
        <div>
          {signed !== undefined && !isAnother && late === undefined ? (
            <>
              <SignedSession session={signed} at={at} handle={handle} today={today} />
              <button
                type="button"
                className="button button-plain no-print"
                onClick={() => setIsAnother(true)}
              >
                Record another session today
              </button>
            </>
          ) : plan === undefined ? (
            <div className="notice">
              <p>There is no plan for today yet. The record starts from the plan.</p>
              <Link
                to="/clients/$id/plan"
                params={{ id: client.id }}
                className="button button-main"
              >
                Open the plan
              </Link>
            </div>
          ) : (
            <RecordForm
              key={plan.entry}
              plan={plan}
              at={at}
              handle={handle}
              today={day}
              isLate={late !== undefined}
              onSigned={() => {
                setIsAnother(false);
                setLateDay(undefined);
              }}
            />
          )}
        </div>
        <LastTime session={earlier} today={today} />
      </div>
    </Page>
  );
}
