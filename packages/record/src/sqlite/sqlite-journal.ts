/** The journal on one SQLite file. */
import type { DatabaseSync } from 'node:sqlite';
import type { AccountTables } from '@assuage/accounts';
import { Kysely, sql, type Transaction } from 'kysely';
import { canonical, seal } from '../chain.ts';
import type { ClientDetails } from '../client-record.ts';
import type { Entry, NewEntry } from '../entries.ts';
import { type DayAppointment, type Journal, JournalError, type Practice } from '../journal.ts';
import { NodeSqliteDialect } from './dialect.ts';
import type { Tables } from './schema.ts';
import { isSqliteError, SQLITE } from './sqlite-error.ts';

export class SqliteJournal implements Journal {
  readonly #database: DatabaseSync;
  readonly #db: Kysely<Tables>;
  readonly #path: string;

  constructor(database: DatabaseSync, path: string) {
    this.#database = database;
    this.#db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) });
    this.#path = path;
  }

  async practices(): Promise<Practice[]> {
    const rows = await this.#db.selectFrom('practice').selectAll().orderBy('name').execute();
    return rows.map((row) => ({
      ...row,
      therapist: JSON.parse(row.therapist) as Practice['therapist'],
      demo: row.demo === 1,
    }));
  }

  async found(practice: Practice, entries: readonly NewEntry[], entered: string): Promise<void> {
    await this.#write(async (transaction) => {
      await transaction
        .insertInto('practice')
        .values({
          id: practice.id,
          name: practice.name,
          therapist: canonical(practice.therapist),
          demo: practice.demo ? 1 : 0,
        })
        .execute();
      for (const entry of entries) await add(transaction, practice.id, entry, entered);
    });
  }

  async append(practice: string, entries: readonly NewEntry[], entered: string): Promise<void> {
    await this.#write(async (transaction) => {
      for (const entry of entries) await add(transaction, practice, entry, entered);
    });
  }

  async entries(practice: string, client: string): Promise<Entry[]> {
    const rows = await this.#db
      .selectFrom('entry')
      .selectAll()
      .where('practice', '=', practice)
      .where('client', '=', client)
      .orderBy('position')
      .execute();
    return rows.map(entryOf);
  }

  async clients(practice: string): Promise<ClientDetails[]> {
    const rows = await this.#db
      .selectFrom('entry')
      .select(['client', 'body'])
      .where('practice', '=', practice)
      // Written out, not passed as a parameter: only so does SQLite use the index on these rows.
      .where(sql<boolean>`kind = 'client'`)
      .orderBy('happened')
      .orderBy('id')
      .execute();
    const newest = new Map(rows.map(({ client, body }) => [client, bodyOf<'client'>(body)]));
    return [...newest]
      .map(([id, body]) => ({ id, ...body }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1));
  }

  inAccounts<Result>(
    _practice: string,
    work: (rows: Transaction<AccountTables>) => Promise<Result>,
  ): Promise<Result> {
    // The tables of accounts are among ours; Kysely's types do not follow that.
    return this.#write((rows) => work(rows as unknown as Transaction<AccountTables>));
  }

  async rename(practice: string, name: string, therapist: Practice['therapist']): Promise<void> {
    await this.#write((rows) =>
      rows
        .updateTable('practice')
        .set({ name, therapist: canonical(therapist) })
        .where('id', '=', practice)
        .execute(),
    );
  }

  async appointmentsOn(practice: string, date: string): Promise<DayAppointment[]> {
    const starts = sql<string>`body ->> 'starts'`;
    const rows = await this.#db
      .selectFrom('entry')
      .select(['client', 'id', 'body'])
      .where('practice', '=', practice)
      .where(sql<boolean>`kind = 'appointment'`)
      .where(starts, '>=', `${date}T`)
      .where(starts, '<', `${date}U`)
      .orderBy(starts)
      .orderBy('id')
      .execute();
    return rows.map(({ client, id, body }) => ({
      client,
      entry: id,
      ...bodyOf<'appointment'>(body),
    }));
  }

  async close(): Promise<void> {
    await this.#db.destroy();
    // Kysely leaves a database alone on which it has run no query.
    if (this.#database.isOpen) this.#database.close();
  }

  async #write<Result>(work: (rows: Transaction<Tables>) => Promise<Result>): Promise<Result> {
    try {
      return await this.#db.transaction().execute(work);
    } catch (error) {
      if (!isSqliteError(error, SQLITE.readOnly, SQLITE.inputOutput, SQLITE.full, SQLITE.busy))
        throw error;
      throw new JournalError(
        'cannot-write',
        `Nothing was saved: ${this.#path} cannot be written (${error.message}). Check that the disk is not full and that no other program holds the file.`,
        { cause: error },
      );
    }
  }
}

async function add(
  transaction: Transaction<Tables>,
  practice: string,
  entry: NewEntry,
  entered: string,
): Promise<void> {
  const same = await transaction
    .selectFrom('entry')
    .selectAll()
    .where('practice', '=', practice)
    .where('id', '=', entry.id)
    .executeTakeFirst();
  if (same) {
    if (canonical(writtenIn(entryOf(same))) === canonical(entry)) return;
    throw new JournalError(
      'conflict',
      `The entry ${entry.id} is already in the journal with other content. Entries are never changed: send the correction as an amendment with an id of its own.`,
      { entry: entry.id },
    );
  }
  const last = await transaction
    .selectFrom('entry')
    .select(['position', 'hash'])
    .where('practice', '=', practice)
    .where('client', '=', entry.client)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!last && entry.kind !== 'client')
    throw new JournalError(
      'unknown-client',
      `No client has the id ${entry.client}. A journal begins with an entry of the kind "client".`,
      { entry: entry.id },
    );
  const sealed = seal(entry, { practice, entered, previous: last?.hash ?? null });
  await transaction
    .insertInto('entry')
    .values({
      practice,
      client: sealed.client,
      position: (last?.position ?? 0) + 1,
      id: sealed.id,
      kind: sealed.kind,
      v: sealed.v,
      happened: sealed.on,
      entered: sealed.entered,
      author: canonical(sealed.by),
      body: canonical(sealed.body),
      previous: sealed.previous,
      hash: sealed.hash,
    })
    .execute();
}

/** What the device wrote, without what the journal added. */
function writtenIn(entry: Entry): NewEntry {
  const { practice: _, entered: __, previous: ___, hash: ____, ...written } = entry;
  return written;
}

// The two casts are safe because rows come from `add`, which takes parsed entries, and never change.
const bodyOf = <Kind extends Entry['kind']>(body: string) =>
  JSON.parse(body) as Extract<Entry, { kind: Kind }>['body'];

const entryOf = (row: Tables['entry']): Entry =>
  ({
    id: row.id,
    practice: row.practice,
    client: row.client,
    kind: row.kind,
    v: row.v,
    on: row.happened,
    entered: row.entered,
    by: JSON.parse(row.author),
    body: JSON.parse(row.body),
    previous: row.previous,
    hash: row.hash,
  }) as Entry;
