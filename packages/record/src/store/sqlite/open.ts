/** Opens the file of a journal, or says what is wrong with it and what to do. */
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { JournalError } from '../../journal.ts';
import { rebuildPractice } from '../rebuild.ts';
import { practicesIn } from '../sql-journal.ts';
import { damaged, SqliteFlavour } from './flavour.ts';
import { migrate, SCHEMA_VERSION } from './schema.ts';
import { isSqliteError, SQLITE } from './sqlite-error.ts';

/** "ASUG": marks the file as ours. */
const APPLICATION_ID = 0x41535547;

/**
 * @param file created, with its folder, when there is none; only its owner may read it
 * @throws JournalError that names the file and says what to do
 */
export async function openSqlite(file: string): Promise<SqliteFlavour> {
  const path = resolve(file);
  let database: DatabaseSync | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    closeSync(openSync(path, 'a', 0o600));
    database = new DatabaseSync(path, { timeout: 5000, enableForeignKeyConstraints: true });
    check(database, path);
    const flavour = new SqliteFlavour(database, path);
    await prepare(database, flavour);
    return flavour;
  } catch (error) {
    database?.close();
    throw explain(error, path);
  }
}

const ask = (database: DatabaseSync, sql: string) =>
  Object.values(database.prepare(sql).get() ?? {})[0];

function check(database: DatabaseSync, path: string): void {
  const read = (pragma: string) => ask(database, `PRAGMA ${pragma}`);
  const tables = ask(database, 'SELECT count(*) FROM sqlite_schema');
  if (read('application_id') !== APPLICATION_ID && tables !== 0)
    throw new JournalError(
      'not-ours',
      `${path} is the database of another program. Choose another file; this one was not changed.`,
    );
  refuseNewer(Number(read('user_version')), path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
  const found = read('quick_check');
  if (found !== 'ok') throw damaged(path, found);
}

/** The newest tables, filled, or the file as it was. */
const prepare = (database: DatabaseSync, flavour: SqliteFlavour): Promise<void> =>
  flavour.write('', 'alone', async (rows) => {
    const version = Number(ask(database, 'PRAGMA user_version'));
    refuseNewer(version, flavour.where);
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
    if (version === SCHEMA_VERSION || !migrate(database, version)) return;
    for (const { id } of await practicesIn(rows)) await rebuildPractice(rows, id);
  });

function refuseNewer(version: number, path: string): void {
  if (version > SCHEMA_VERSION)
    throw new JournalError(
      'newer',
      `${path} was written by a newer Assuage (its format is ${version}, this program knows up to ${SCHEMA_VERSION}). Update Assuage, or choose another file; this one was not changed.`,
    );
}

function explain(error: unknown, path: string): unknown {
  if (error instanceof JournalError) return error;
  if (isSqliteError(error, SQLITE.notADatabase))
    return new JournalError(
      'not-ours',
      `${path} is not an Assuage database. Choose another file; this one was not changed.`,
      { cause: error },
    );
  if (isSqliteError(error, SQLITE.corrupt)) return damaged(path, error);
  if (isSqliteError(error, SQLITE.busy))
    return new JournalError(
      'cannot-open',
      `${path} is in use by another program. Close that program and try again.`,
      { cause: error },
    );
  const why = error instanceof Error ? error.message : String(error);
  return new JournalError(
    'cannot-open',
    `${path} cannot be opened for writing (${why}). Check that the folder exists and that you may write in it, or choose another file.`,
    { cause: error },
  );
}
