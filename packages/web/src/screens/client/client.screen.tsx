import { useParams } from '@tanstack/react-router';
import { NotHere } from '../../components/not-here.tsx';
import { useClient } from '../../state/use-client.ts';
import { ClientPage } from './client-page.tsx';

/** Everything that is known about a client, with who said it and when. */
export function ClientScreen() {
  const { id } = useParams({ from: '/clients/$id' });
  return <ClientOf key={id} id={id} />;
}

function ClientOf({ id }: { readonly id: string }) {
  const handle = useClient(id);
  const { loaded, again } = handle;
  if (loaded.status !== 'here')
    return (
      <NotHere
        title="Client"
        loaded={loaded}
        failure="We could not get this client's record."
        again={again}
      />
    );
  return <ClientPage at={loaded.value} handle={handle} />;
}
