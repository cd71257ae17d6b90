import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { authorOf, newEntry } from '../../state/entries.ts';
import { timeText } from '../../state/moment.ts';
import type { KeptPlan } from '../../state/plan-entry.ts';
import {
  type Missing,
  missingIn,
  plannedSegments,
  sessionBody,
} from '../../state/session-draft.ts';
import { useAwake } from '../../state/use-awake.ts';
import type { ClientAtWork, ClientHandle } from '../../state/use-client.ts';
import { Differences } from './differences.tsx';
import { DoneAsPlanned } from './done-as-planned.tsx';
import { Notes } from './notes.tsx';
import { PainAfter } from './pain-after.tsx';
import { PlaceHints } from './place-hints.tsx';
import { Response } from './response.tsx';
import { useRecord } from './use-record.ts';

interface RecordFormProps {
  readonly plan: KeptPlan;
  readonly at: ClientAtWork;
  readonly handle: ClientHandle;
  /** The day of the session. */
  readonly today: string;
  /** Written on a later day: the record keeps both. */
  readonly isLate: boolean;
  readonly onSigned: () => void;
}

/** Starts from the plan: one tap when all went as planned, then only what differed. */
export function RecordForm({ plan, at, handle, today, isLate, onSigned }: RecordFormProps) {
  const work = useRecord(plan, at, today);
  useAwake();
  const { draft, context, drop, isOld } = work;
  const [missing, setMissing] = useState<readonly Missing[]>([]);
  const { practice, record } = at;
  const isMassage = plannedSegments(plan).length > 0 || draft.added.length > 0;

  const sign = async () => {
    const found = missingIn(plan, draft);
    setMissing(found);
    if (found.length > 0) return;
    const by = authorOf(practice);
    const now = new Date();
    const body = sessionBody(context, draft, { by: by.name, at: timeText(now) });
    const entry = newEntry('session', record.client.id, by, body, now);
    const isSaved = await handle.save([isLate ? { ...entry, on: plan.on } : entry]);
    scrollTo({ top: 0 });
    if (!isSaved) return;
    drop();
    onSigned();
  };
  const isWaiting = handle.saving.status === 'failed' || handle.saving.status === 'saving';

  return (
    <>
      {missing.length > 0 ? (
        <ErrorSummary
          key={missing.map(({ field }) => field).join()}
          title="This record cannot be signed yet"
          errors={missing}
        />
      ) : null}
      {isOld ? (
        <div className="notice">
          <p>
            <b>Answers have changed since this plan was started.</b> Look at the plan again before
            you sign.
          </p>
          <Link to="/clients/$id/plan" params={{ id: record.client.id }} className="button">
            Open the plan
          </Link>
        </div>
      ) : null}
      {isLate ? (
        <p className="notice">
          <b>Late entry.</b> The record will show the day of the session, and that you wrote it
          today.
        </p>
      ) : null}
      <DoneAsPlanned work={work} />
      {draft.asPlanned === false ? <Differences work={work} /> : null}
      {isMassage ? (
        <>
          <Response work={work} />
          <PainAfter work={work} />
        </>
      ) : null}
      <Notes work={work} />
      <PlaceHints at={at} today={today} />
      <p className="hint">Kept on this device at every tap, until it is signed.</p>
      <div className="main-action plan-action">
        <button
          type="button"
          className="button button-main"
          disabled={isWaiting}
          onClick={() => void sign()}
        >
          Sign
        </button>
      </div>
    </>
  );
}
