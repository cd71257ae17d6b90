import { getRouteApi } from '@tanstack/react-router';

import { useClient } from '../../state/use-client.ts';
import { checkInWords } from '../../texts.ts';
import { ClientLoading } from '../client-loading.tsx';
import { CheckIn } from './check-in.tsx';

const route = getRouteApi('/check-in/$id');

/** The client's check-in, on their own phone or on the therapist's tablet. */
export function CheckInScreen() {
  const { id } = route.useParams();
  const handle = useClient(id);
  const { loaded, again } = handle;
  return loaded.status === 'here' ? (
    <CheckIn at={loaded.value} handle={handle} />
  ) : (
    <ClientLoading title={checkInWords.title} loaded={loaded} again={again} />
  );
}
