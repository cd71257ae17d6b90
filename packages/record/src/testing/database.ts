import { inject, onTestFinished } from 'vitest';
import { dropDatabase, freshDatabase } from './postgres.ts';

/** The address of an empty PostgreSQL database, which goes when the test ends. */
export async function emptyDatabase(): Promise<string> {
  const server = inject('postgres');
  const url = await freshDatabase(server);
  onTestFinished(() => dropDatabase(server, url));
  return url;
}
