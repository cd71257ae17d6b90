/** `assuage serve`: the interface on this computer, with its records in one folder. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type PlaceEnvironment, type PlaceRequest, placeOf } from '../input/place.ts';
import { JOURNAL_FILE } from '../input/practice.ts';
import { complain } from '../output.ts';
import { fail, ok, type Result } from '../result.ts';
import { keepBackups } from './scheduled-backup.ts';

export interface ServeRequest extends PlaceRequest {
  readonly port: number | undefined;
  /** A new folder gets a practice of one's own instead of the demo. */
  readonly own: boolean;
  /** The address behind a proxy with HTTPS. */
  readonly origin: string | undefined;
  readonly backups: {
    /** Left out: none are made. */
    readonly backup?: string;
    readonly backupEvery: number;
    readonly backupKeep: number;
    readonly passphraseFile?: string;
  };
}
interface Environment extends PlaceEnvironment {
  /** Holds a password, so it is no option that others see in the list of programs. */
  readonly ASSUAGE_SMTP?: string | undefined;
}

/** Returns when the server listens; it goes on until the process is told to stop. */
export async function serve(
  { port, own, origin, backups, ...place }: ServeRequest,
  environment: Environment,
): Promise<Result<undefined, string>> {
  const { folder, database } = placeOf(place, environment);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    return fail(`the folder ${folder} cannot be made or used (${messageOf(error)})`);
  }
  // Only this command needs the server and its database.
  const [{ startServer, StartError }, { JournalError, isPostgresUrl }] = await Promise.all([
    import('@assuage/server'),
    import('@assuage/record'),
  ]);
  if (backups.backup !== undefined && isPostgresUrl(database))
    return fail(
      '--backup is for a file. docs/backup.md says how a PostgreSQL server is backed up.',
    );
  try {
    await startServer({
      file: join(folder, JOURNAL_FILE),
      database,
      port,
      demo: !own,
      origin,
      smtp: environment.ASSUAGE_SMTP || undefined,
    });
    if (backups.backup !== undefined)
      keepBackups(
        {
          folder: resolve(backups.backup),
          everyHours: backups.backupEvery,
          options: [
            ...['--data', folder, '--database', database, '--keep', String(backups.backupKeep)],
            ...(backups.passphraseFile === undefined
              ? []
              : ['--passphrase-file', resolve(backups.passphraseFile)]),
          ],
        },
        complain,
      );
    return ok(undefined);
  } catch (error) {
    if (error instanceof StartError || error instanceof JournalError) return fail(error.message);
    throw error;
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
