import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { DECISION_WORDS } from '../../components/decision.words.ts';
import { isStopped } from '../../state/derive.ts';
import { newEntry } from '../../state/entries.ts';
import { planBody } from '../../state/plan-entry.ts';
import type { ClientHandle } from '../../state/use-client.ts';
import type { PlanAtWork } from './use-plan.ts';

interface StartSessionProps {
  readonly plan: PlanAtWork;
  readonly handle: ClientHandle;
}

/** Keeps the plan as it stands and goes on to the record. The only place that may interrupt, and only once. */
export function StartSession({ plan, handle }: StartSessionProps) {
  const navigate = useNavigate();
  const [isAsking, setIsAsking] = useState(false);
  // A plan that could not be sent waits on this device: another tap sends it, and makes no second one.
  const isWaiting = useRef(false);
  const { standing, session, record, author } = plan;
  const { known } = standing.envelope;
  const count = standing.questions.length;
  const stopped = isStopped(known);
  const start = async () => {
    setIsAsking(false);
    const entry = newEntry('plan', record.client.id, author, planBody(session.plan, standing));
    const isSaved = await (isWaiting.current ? handle.retry() : handle.save([entry]));
    isWaiting.current = !isSaved;
    if (isSaved) await navigate({ to: '/clients/$id/record', params: { id: record.client.id } });
    else scrollTo({ top: 0 });
  };
  return (
    <div className="main-action plan-action">
      <button
        type="button"
        className="button button-main"
        onClick={() => (stopped || count > 0 ? setIsAsking(true) : void start())}
      >
        {stopped ? 'Record that there was no massage' : 'Start session'}
      </button>
      <button type="button" className="button" onClick={() => print()}>
        Print
      </button>
      <ConfirmDialog
        isOpen={isAsking}
        title={
          stopped
            ? DECISION_WORDS[known].words.therapist
            : count === 1
              ? '1 question is still open'
              : `${count} questions are still open`
        }
        confirm={stopped ? 'Record no massage' : 'Start with questions open'}
        cancel={stopped ? 'Back to the plan' : 'Ask first'}
        onConfirm={() => void start()}
        onCancel={() => setIsAsking(false)}
      >
        <p>
          {stopped
            ? 'Massage waits today. The record will say that none was given.'
            : 'Until they are answered, each counts as a yes. The plan already keeps to that.'}
        </p>
      </ConfirmDialog>
    </div>
  );
}
