/** Copies everything from one database to another, goes on after an interruption, and proves the result. */
import type { AccountTables } from '@assuage/accounts';
import { sql } from 'kysely';
import { JournalError } from '../journal.ts';
import { copyContents } from './files.ts';
import type { Flavour } from './flavour.ts';
import { keepUp, type Placed } from './read-models.ts';
import { type ReceivedClient, receivedClients } from './received.ts';
import { chunks, rowOf } from './rows.ts';
import { practicesIn, rowOfPractice } from './sql-journal.ts';
import type { EntryRow, Rows, Tables } from './tables.ts';

/** The tables beside the entries, each behind those that it names, with what its key has behind the practice. */
const OTHER_KEYS = {
  account: ['id'],
  share: ['account', 'client'],
  passkey: ['id'],
  recovery_code: ['account', 'hash'],
  account_session: ['hash'],
  ticket: ['hash'],
  attempt: ['key'],
  hold: ['id'],
  audit: ['id'],
  tombstone: ['client'],
  review_step: ['id'],
} as const satisfies Record<OtherTable, readonly string[]>;
type OtherTable = keyof AccountTables | 'hold' | 'tombstone' | 'review_step';
const ROWS_AT_ONCE = 200;
const CLIENTS_AT_ONCE = 50;

export interface Copied {
  readonly practices: number;
  readonly clients: number;
  readonly entries: number;
  /** Of the entries, those that were there already, from a copy that was interrupted. */
  readonly before: number;
}

/**
 * @param onProgress called now and then with the number of entries that the target holds
 * @throws JournalError `conflict` when the target holds anything that the source does not, or when the two
 *   are not the same at the end
 */
export async function copy(
  from: Flavour,
  to: Flavour,
  onProgress: (entries: number) => void = () => {},
): Promise<Copied> {
  const practices = await from.read(null, practicesIn);
  const known = new Set(practices.map(({ id }) => id));
  const there = await to.read(null, practicesIn);
  if (there.some(({ id }) => !known.has(id))) throw holdsOther(to);
  for (const { id } of there) {
    await refuseOtherClients(from, to, id);
    await refuseUsed(from, to, id);
  }

  let clients = 0;
  let entries = 0;
  let before = 0;
  for (const practice of practices) {
    if (!there.some(({ id }) => id === practice.id))
      await to.write(practice.id, 'alone', (rows) =>
        rows.insertInto('practice').values(rowOfPractice(practice)).execute(),
      );
    // Before the entries that name them, so that no entry is ever without.
    await copyContents(from, to, practice.id);
    for await (const group of groups(receivedClients(reader(from, practice.id), practice.id))) {
      before += await copyClients(to, practice.id, group);
      clients += group.length;
      entries += group.reduce((sum, { placed }) => sum + placed.length, 0);
      onProgress(entries);
    }
    await copyOthers(from, to, practice.id);
    await compare(from, to, practice.id);
  }
  return { practices: practices.length, clients, entries, before };
}

const reader =
  (flavour: Flavour, practice: string) =>
  <Result>(run: (rows: Rows) => Promise<Result>): Promise<Result> =>
    flavour.read(practice, run);

const holdsOther = (to: Flavour): JournalError =>
  new JournalError(
    'conflict',
    `${to.where} holds other records than those to be copied. Choose an empty one; nothing in it was changed.`,
  );

/** What the target holds must be a beginning of what the source holds. */
async function refuseOtherClients(from: Flavour, to: Flavour, practice: string): Promise<void> {
  for await (const heads of headsOf(to, practice)) {
    const same = await from.read(practice, (rows) =>
      rows
        .selectFrom('entry')
        .select(['client', 'hash'])
        .where('practice', '=', practice)
        .where((is) => is.or(heads.map(({ id, position }) => is.and({ client: id, position }))))
        .execute(),
    );
    const hashes = new Map(same.map(({ client, hash }) => [client, hash]));
    if (heads.some(({ id, hash }) => hashes.get(id) !== hash)) throw holdsOther(to);
  }
}

type Head = Pick<Tables['client'], 'id' | 'position' | 'hash'>;

async function* headsOf(flavour: Flavour, practice: string): AsyncGenerator<Head[]> {
  for (let after = ''; ; ) {
    const heads = await flavour.read(practice, (rows) =>
      rows
        .selectFrom('client')
        .select(['id', 'position', 'hash'])
        .where('practice', '=', practice)
        .where('id', '>', after)
        .orderBy('id')
        .limit(ROWS_AT_ONCE)
        .execute(),
    );
    const last = heads.at(-1);
    if (!last) return;
    yield heads;
    after = last.id;
  }
}

async function* groups(clients: AsyncIterable<ReceivedClient>): AsyncGenerator<ReceivedClient[]> {
  let group: ReceivedClient[] = [];
  for await (const client of clients) {
    group.push(client);
    if (group.length < CLIENTS_AT_ONCE) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

/** @returns how many of the entries were there already */
const copyClients = (
  to: Flavour,
  practice: string,
  group: readonly ReceivedClient[],
): Promise<number> =>
  to.write(practice, 'alone', async (rows) => {
    const found = await rows
      .selectFrom('client')
      .selectAll()
      .where('practice', '=', practice)
      .where(
        'id',
        'in',
        group.map(({ client }) => client),
      )
      .execute();
    const heads = new Map(found.map((head) => [head.id, head]));
    const missing = group.map(({ client, placed }): { client: string; placed: Placed[] } => ({
      client,
      placed: placed.filter(({ position }) => position > (heads.get(client)?.position ?? 0)),
    }));
    const added: EntryRow[] = missing.flatMap(({ placed }) =>
      placed.map(({ entry, position }) => rowOf(entry, position)),
    );
    for (const some of chunks(added, ROWS_AT_ONCE))
      await rows.insertInto('entry').values(some).execute();
    for (const { client, placed } of missing)
      if (placed.length > 0) await keepUp(rows, heads.get(client), placed);
    return found.reduce((sum, { position }) => sum + position, 0);
  });

/** What is never changed is added to; the rest is made the same, with whatever was removed since. */
async function copyOthers(from: Flavour, to: Flavour, practice: string): Promise<void> {
  await to.write(practice, 'accounts', async (rows) => {
    for (const table of otherTables.toReversed())
      if (!isAppendOnly(table))
        await rows.deleteFrom(table).where(sql<boolean>`practice = ${practice}`).execute();
  });
  for (const table of otherTables)
    for await (const some of rowsOf(from, practice, table))
      await to.write(practice, 'accounts', async (rows) => {
        const missing = isAppendOnly(table) ? await missingFrom(rows, practice, table, some) : some;
        if (missing.length > 0)
          await rows
            .insertInto(table)
            // The rows of one table; Kysely's types do not follow the name through the union.
            .values(missing as never)
            .execute();
      });
}

type AppendOnly = 'audit' | 'tombstone' | 'review_step';
const isAppendOnly = (table: OtherTable): table is AppendOnly =>
  table === 'audit' || table === 'tombstone' || table === 'review_step';

/** Those of the rows that an earlier copy has not brought over. SQLite refuses even to ignore one again. */
async function missingFrom(
  rows: Rows,
  practice: string,
  table: AppendOnly,
  some: readonly Record<string, unknown>[],
): Promise<Record<string, unknown>[]> {
  const [key] = OTHER_KEYS[table];
  const { rows: there } = await sql<{ key: string }>`select ${sql.ref(key)} as key
    from ${sql.table(table)} where practice = ${practice}
    and ${sql.ref(key)} in (${sql.join(some.map((row) => row[key]))})`.execute(rows);
  const known = new Set<unknown>(there.map(({ key: one }) => one));
  return some.filter((row) => !known.has(row[key]));
}

/** Whoever used the target since left a line in its audit, whose ids are in order of time. */
async function refuseUsed(from: Flavour, to: Flavour, practice: string): Promise<void> {
  const newest = (flavour: Flavour, upTo: string) =>
    flavour.read(practice, (rows) =>
      rows
        .selectFrom('audit')
        .select('id')
        .where('practice', '=', practice)
        .where('id', '<=', upTo)
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst(),
    );
  const used = await newest(to, 'z');
  if (used && (await newest(from, used.id))?.id !== used.id) throw holdsOther(to);
}

const otherTables = Object.keys(OTHER_KEYS) as OtherTable[];
const ALL_COUNTED = [
  'entry',
  'client_word',
  'appointment',
  'file_content',
  ...otherTables,
] as const;

/** In the order of the key. */
async function* rowsOf(
  flavour: Flavour,
  practice: string,
  table: OtherTable,
): AsyncGenerator<Record<string, unknown>[]> {
  const key = OTHER_KEYS[table];
  const columns = sql.join(key.map((column) => sql.ref(column)));
  let after: unknown[] | undefined;
  for (;;) {
    const behind = after ? sql`and (${columns}) > (${sql.join(after)})` : sql``;
    const { rows: some } = await flavour.read(practice, (rows) =>
      sql<Record<string, unknown>>`select * from ${sql.table(table)}
        where practice = ${practice} ${behind} order by ${columns} limit ${sql.lit(ROWS_AT_ONCE)}`.execute(
        rows,
      ),
    );
    const last = some.at(-1);
    if (!last) return;
    yield some;
    after = key.map((column) => last[column]);
  }
}

/** The same heads of the same chains, and as many rows of everything else. */
async function compare(from: Flavour, to: Flavour, practice: string): Promise<void> {
  const theirs = headsOf(to, practice);
  for await (const heads of headsOf(from, practice)) {
    const { value } = await theirs.next();
    if (JSON.stringify(heads) !== JSON.stringify(value)) throw notTheSame(from, to);
  }
  if (!(await theirs.next()).done) throw notTheSame(from, to);
  for (const table of ALL_COUNTED)
    if ((await count(from, practice, table)) !== (await count(to, practice, table)))
      throw notTheSame(from, to);
}

const count = (flavour: Flavour, practice: string, table: keyof Tables): Promise<number> =>
  flavour.read(practice, async (rows) => {
    const { rows: found } = await sql<{
      found: number;
    }>`select count(*) as found from ${sql.table(table)} where practice = ${practice}`.execute(
      rows,
    );
    return Number(found[0]?.found);
  });

const notTheSame = (from: Flavour, to: Flavour): JournalError =>
  new JournalError(
    'conflict',
    `${to.where} is not yet the same as ${from.where}: something was written while it was copied. Stop Assuage and run the same command again; it goes on where it is.`,
  );
