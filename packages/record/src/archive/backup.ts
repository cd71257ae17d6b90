/** The database file itself, with its key, in one checked file: everything, also what people sign in with. */
import { existsSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { JournalError } from '../journal.ts';
import { createPacker, readPack } from './pack.ts';

const BACKUP_FORMAT = 'assuage-backup-1';
const DATABASE = 'assuage.sqlite';
const KEY = 'assuage.sqlite.key';

export interface Backup {
  readonly database: Uint8Array;
  /** Opens the authenticator apps; undefined when there was none yet. */
  readonly key: Uint8Array | undefined;
}

/**
 * Copies the database as it is at one moment, while others go on writing to it.
 *
 * @param to a file that is not there yet
 */
export function snapshotSqlite(from: string, to: string): void {
  const database = new DatabaseSync(from, { timeout: 10_000, readOnly: true });
  try {
    database.prepare('VACUUM INTO ?').run(to);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new JournalError(
      'cannot-read',
      `${from} cannot be copied (${why}). Check that the disk is not full; then try "assuage db verify".`,
      { cause: error },
    );
  } finally {
    database.close();
  }
}

/** @param key the key file beside the database */
export function packBackup(database: string, key: string): Uint8Array {
  const chunks: Uint8Array[] = [];
  const packer = createPacker(BACKUP_FORMAT, (bytes) => chunks.push(bytes));
  packer.add('README.txt', README);
  packer.add(DATABASE, readFileSync(database));
  if (existsSync(key)) packer.add(KEY, readFileSync(key));
  packer.finish();
  return Buffer.concat(chunks);
}

/** @throws JournalError when it is damaged, or no backup */
export function readBackup(file: Uint8Array, what: string): Backup {
  const parts = readPack(BACKUP_FORMAT, file, what);
  return { database: parts.get(DATABASE) ?? new Uint8Array(), key: parts.get(KEY) };
}

const README = `A backup of Assuage: every record, and what people sign in with

Keep it as safe as the records themselves.

To have it back, in a new folder:
  assuage restore THIS-FILE --data NEW-FOLDER

By hand: unpack ${DATABASE} and ${KEY} into an empty folder, and start
  assuage serve --data THAT-FOLDER
`;
