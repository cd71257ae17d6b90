import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { getRatings } from '../../state/ratings.ts';
import { useClient } from '../../state/use-client.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { useToday } from '../../state/use-today.ts';
import { ClientLoading } from '../client-loading.tsx';
import { Ratings } from './ratings.tsx';
import { ratingsTexts } from './ratings.words.ts';

const route = getRouteApi('/check-in/$id/ratings');

/** How the client is today: on their own phone, by a link or signed in, or on the therapist's tablet. */
export function RatingsScreen() {
  const { id } = route.useParams();
  const today = useToday();
  return <RatingsOf key={`${id} ${today}`} id={id} today={today} />;
}

function RatingsOf({ id, today }: { readonly id: string; readonly today: string }) {
  const handle = useClient(id);
  const asked = useLoaded(useCallback(() => getRatings(id, today), [id, today]));
  if (handle.loaded.status !== 'here')
    return <ClientLoading title={ratingsTexts.title} loaded={handle.loaded} again={handle.again} />;
  if (asked.loaded.status !== 'here')
    return <ClientLoading title={ratingsTexts.title} loaded={asked.loaded} again={asked.again} />;
  return (
    <Ratings
      at={handle.loaded.value}
      handle={handle}
      asked={asked.loaded.value}
      today={today}
      onSent={asked.again}
    />
  );
}
