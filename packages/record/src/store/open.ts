/** Opens the journals of a place: a SQLite file, or a database on a PostgreSQL server. */
import type { Journal } from '../journal.ts';
import type { Flavour } from './flavour.ts';
import { openPostgres } from './postgres/open.ts';
import { SqlJournal } from './sql-journal.ts';
import { openSqlite } from './sqlite/open.ts';

/** Whether a place is a database on a server, and no file. */
export const isPostgresUrl = (where: string): boolean => /^postgres(ql)?:\/\//.test(where);

/**
 * @param where `postgres://user@host/database`, or a file, which is created, with its folder, when there is
 *   none; only its owner may read it
 * @throws JournalError that names the place and says what to do
 */
export const openJournal = async (where: string): Promise<Journal> =>
  new SqlJournal(await openFlavour(where));

export const openFlavour = (where: string): Promise<Flavour> =>
  isPostgresUrl(where) ? openPostgres(where) : openSqlite(where);
