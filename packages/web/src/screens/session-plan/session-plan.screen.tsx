import { useParams } from '@tanstack/react-router';
import { NotHere } from '../../components/not-here.tsx';
import { type ClientHandle, useClient } from '../../state/use-client.ts';
import { SessionPlan } from './session-plan.tsx';

/** The most that may be done today, why, and the session inside it. */
export function SessionPlanScreen() {
  const { id } = useParams({ from: '/clients/$id/plan' });
  return <PlanOf key={id} id={id} />;
}

function PlanOf({ id }: { readonly id: string }) {
  const handle: ClientHandle = useClient(id);
  const { loaded, again } = handle;
  if (loaded.status !== 'here')
    return (
      <NotHere
        title="Session plan"
        loaded={loaded}
        failure="We could not work out a plan. Treat every limit as unknown."
        again={again}
      />
    );
  return <SessionPlan at={loaded.value} handle={handle} />;
}
