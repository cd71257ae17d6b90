import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { SavingLine } from '../../components/saving-line.tsx';
import { longDate } from '../../components/times.ts';
import { planOn } from '../../state/plan-entry.ts';
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
  const plan = planOn(record, today);
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
        Born {longDate(client.born)}. Session of {longDate(today)}
      </p>
      <SavingLine handle={handle} what="the session" />
      <div className="record-columns">
        <div>
          {signed !== undefined && !isAnother ? (
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
              plan={plan}
              at={at}
              handle={handle}
              today={today}
              onSigned={() => setIsAnother(false)}
            />
          )}
        </div>
        <LastTime session={earlier} today={today} />
      </div>
    </Page>
  );
}
