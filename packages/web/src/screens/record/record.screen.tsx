import { useParams } from '@tanstack/react-router';
import { NotHere } from '../../components/not-here.tsx';
import { useClient } from '../../state/use-client.ts';
import { useToday } from '../../state/use-today.ts';
import { SessionRecord } from './session-record.tsx';

/** What was done today, and how the client responded. */
export function RecordScreen() {
  const { id } = useParams({ from: '/clients/$id/record' });
  return <RecordOf key={id} id={id} />;
}

function RecordOf({ id }: { readonly id: string }) {
  const handle = useClient(id);
  const today = useToday();
  const { loaded, again } = handle;
  if (loaded.status !== 'here')
    return (
      <NotHere
        title="Record"
        loaded={loaded}
        failure="We could not get this client's record."
        again={again}
      />
    );
  return <SessionRecord at={loaded.value} handle={handle} today={today} />;
}
