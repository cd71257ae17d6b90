/** Where the records are: a folder with a SQLite file, or a database. */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { JOURNAL_FILE } from './practice.ts';

const PROJECT = fileURLToPath(new URL('../../../../', import.meta.url));

export interface PlaceRequest {
  /** A PostgreSQL address, or a SQLite file. */
  readonly database?: string | undefined;
  readonly data?: string | undefined;
}
export interface PlaceEnvironment {
  readonly ASSUAGE_DATABASE?: string | undefined;
  readonly ASSUAGE_DATA?: string | undefined;
}
export interface Place {
  /** Holds the key file, and the records unless they are elsewhere. */
  readonly folder: string;
  /** A PostgreSQL address or a file. */
  readonly database: string;
}

export const PLACE_HELP = `The records are at --database, else in the folder --data, else at $ASSUAGE_DATABASE, else in
$ASSUAGE_DATA, else in data/. A database is postgres://user@host/name, or a file. An address with
a password belongs in $ASSUAGE_DATABASE, where other users of the computer do not see it.`;

/** What was typed counts more than what the environment says, and a database more than a folder. */
export function placeOf({ database, data }: PlaceRequest, environment: PlaceEnvironment): Place {
  const folder = resolve(data ?? (environment.ASSUAGE_DATA || join(PROJECT, 'data')));
  const said =
    database ?? (data === undefined ? environment.ASSUAGE_DATABASE || undefined : undefined);
  return { folder, database: said ?? join(folder, JOURNAL_FILE) };
}
