import { useNavigate, useParams } from '@tanstack/react-router';
import { NotHere } from '../../components/not-here.tsx';
import { useClient } from '../../state/use-client.ts';
import { useToday } from '../../state/use-today.ts';
import { IntakeForm } from './intake-form.tsx';

/** What is asked once, and corrected when it changes. */
export function IntakeScreen() {
  const { id } = useParams({ from: '/clients/$id/intake' });
  return <IntakeOf key={id} id={id} />;
}

function IntakeOf({ id }: { readonly id: string }) {
  const handle = useClient(id);
  const today = useToday();
  const navigate = useNavigate();
  const { loaded, again } = handle;
  if (loaded.status !== 'here')
    return (
      <NotHere
        title="Intake"
        loaded={loaded}
        failure="We could not get this client's record."
        again={again}
      />
    );
  return (
    <IntakeForm
      at={loaded.value}
      handle={handle}
      today={today}
      audience="therapist"
      onSaved={() => void navigate({ to: '/clients/$id/plan', params: { id } })}
    />
  );
}
