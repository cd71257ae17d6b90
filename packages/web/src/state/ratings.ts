/** What a client is asked today. The server says it, so that a link needs to show nothing of the record. */
import type { RatingsView } from '@assuage/server';
import { ask } from './api.ts';

export type { RatingsView } from '@assuage/server';

/** @param date `YYYY-MM-DD` where the client is */
export const getRatings = (client: string, date: string): Promise<RatingsView> =>
  ask(`/api/clients/${encodeURIComponent(client)}/ratings?date=${date}`);
