/** `assuage serve`: the interface on this computer, with its records in one folder. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type PlaceEnvironment, type PlaceRequest, placeOf } from '../input/place.ts';
import { JOURNAL_FILE } from '../input/practice.ts';
import { fail, ok, type Result } from '../result.ts';

export interface ServeRequest extends PlaceRequest {
  readonly port: number | undefined;
  /** A new folder gets a practice of one's own instead of the demo. */
  readonly own: boolean;
  /** The address behind a proxy with HTTPS. */
  readonly origin: string | undefined;
}
interface Environment extends PlaceEnvironment {
  /** Holds a password, so it is no option that others see in the list of programs. */
  readonly ASSUAGE_SMTP?: string | undefined;
}

/** Returns when the server listens; it goes on until the process is told to stop. */
export async function serve(
  { port, own, origin, ...place }: ServeRequest,
  environment: Environment,
): Promise<Result<undefined, string>> {
  const { folder, database } = placeOf(place, environment);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    return fail(`the folder ${folder} cannot be made or used (${messageOf(error)})`);
  }
  // Only this command needs the server and its database.
  const [{ startServer, StartError }, { JournalError }] = await Promise.all([
    import('@assuage/server'),
    import('@assuage/record'),
  ]);
  try {
    await startServer({
      file: join(folder, JOURNAL_FILE),
      database,
      port,
      demo: !own,
      origin,
      smtp: environment.ASSUAGE_SMTP || undefined,
    });
    return ok(undefined);
  } catch (error) {
    if (error instanceof StartError || error instanceof JournalError) return fail(error.message);
    throw error;
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
