/** `assuage serve`: the interface on this computer, with its records in one folder. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { JOURNAL_FILE } from '../input/practice.ts';
import { fail, ok, type Result } from '../result.ts';

const PROJECT = fileURLToPath(new URL('../../../../', import.meta.url));

export interface ServeRequest {
  readonly port: number | undefined;
  /** The folder for the records. Left out: `ASSUAGE_DATA`, else `data/` of the project. */
  readonly data: string | undefined;
  /** A new folder gets a practice of one's own instead of the demo. */
  readonly own: boolean;
  /** The address behind a proxy with HTTPS. */
  readonly origin: string | undefined;
}
interface Environment {
  readonly ASSUAGE_DATA?: string | undefined;
  /** Holds a password, so it is no option that others see in the list of programs. */
  readonly ASSUAGE_SMTP?: string | undefined;
}

/** Returns when the server listens; it goes on until the process is told to stop. */
export async function serve(
  { port, data, own, origin }: ServeRequest,
  environment: Environment,
): Promise<Result<undefined, string>> {
  const folder = resolve(data ?? (environment.ASSUAGE_DATA || join(PROJECT, 'data')));
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
