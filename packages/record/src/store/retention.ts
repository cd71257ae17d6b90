/** Holds and tombstones. The database itself lets entries go with their tombstone only, and never against a hold. */
import type { AccountTables } from '@assuage/accounts';
import { sql, type Transaction } from 'kysely';
import { dateOf } from '../dates.ts';
import { JournalError } from '../journal.ts';
import type { Destruction, Hold, KeptRecord, RetentionStore, Tombstone } from '../retention.ts';
import type { Flavour } from './flavour.ts';
import type { Rows, Tables, Writing } from './tables.ts';

export class SqlRetention implements RetentionStore {
  readonly #flavour: Flavour;

  constructor(flavour: Flavour) {
    this.#flavour = flavour;
  }

  records(practice: string): Promise<KeptRecord[]> {
    return this.#flavour.read(practice, (rows) => recordsIn(rows, practice));
  }

  tombstones(practice: string): Promise<Tombstone[]> {
    return this.#flavour.read(practice, async (rows) => {
      const found = await rows
        .selectFrom('tombstone')
        .selectAll()
        .where('practice', '=', practice)
        .orderBy('destroyed_at', 'desc')
        .orderBy('client')
        .execute();
      return found.map(tombstoneOf);
    });
  }

  async hold(practice: string, { id, client, reason, placedBy, placedAt }: Hold): Promise<void> {
    await this.#flavour.write(practice, 'alone', async (rows) => {
      await headOf(rows, practice, client);
      await rows
        .insertInto('hold')
        .values({
          practice,
          id,
          client,
          reason,
          placed_by: placedBy,
          placed_at: placedAt,
          lifted_by: null,
          lifted_at: null,
        })
        .execute();
    });
  }

  lift(practice: string, client: string, hold: string, by: string, at: string): Promise<boolean> {
    return this.#flavour.write(practice, 'alone', async (rows) => {
      const { numUpdatedRows } = await rows
        .updateTable('hold')
        .set({ lifted_by: by, lifted_at: at })
        .where('practice', '=', practice)
        .where('client', '=', client)
        .where('id', '=', hold)
        .where('lifted_at', 'is', null)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    });
  }

  destroy(
    practice: string,
    { client, hash, destroyedAt, destroyedBy, reason, rule }: Destruction,
    also: (rows: Transaction<AccountTables>) => Promise<void>,
  ): Promise<Tombstone> {
    return this.#flavour.write(practice, 'alone', async (rows) => {
      const head = await headOf(rows, practice, client);
      if (head.hash !== hash)
        throw new JournalError(
          'conflict',
          'Something was added to this record since you looked at it. Nothing was destroyed: look again.',
        );
      const [hold] = await standingHolds(rows, practice, client);
      if (hold)
        throw new JournalError(
          'held',
          `This record is on hold (${hold.reason}, ${hold.placedBy}). Nothing was destroyed. Lift the hold first, if you may.`,
        );
      const span = await rows
        .selectFrom('entry')
        .select(({ fn }) => [
          fn.min<string>('happened').as('from'),
          fn.max<string>('happened').as('to'),
        ])
        .where('practice', '=', practice)
        .where('client', '=', client)
        .executeTakeFirstOrThrow();
      const row: Tables['tombstone'] = {
        practice,
        client,
        from_date: dateOf(span.from),
        to_date: dateOf(span.to),
        entries: head.position,
        hash,
        destroyed_at: destroyedAt,
        destroyed_by: destroyedBy,
        reason,
        rule,
      };
      // The entries go with this row, by a rule of the database.
      await rows.insertInto('tombstone').values(row).execute();
      await rows
        .deleteFrom('share')
        .where('practice', '=', practice)
        .where('client', '=', client)
        .execute();
      await rows
        .updateTable('ticket')
        .set({ ended: destroyedAt })
        .where('practice', '=', practice)
        .where('client', '=', client)
        .where('ended', 'is', null)
        .execute();
      // As in the journal: the tables of accounts are among ours.
      await also(rows as unknown as Transaction<AccountTables>);
      return tombstoneOf(row);
    });
  }
}

async function headOf(rows: Rows | Writing, practice: string, client: string) {
  const head = await rows
    .selectFrom('client')
    .select(['hash', 'position'])
    .where('practice', '=', practice)
    .where('id', '=', client)
    .executeTakeFirst();
  if (!head) throw new JournalError('unknown-client', 'No client has this id.');
  return head;
}

async function recordsIn(rows: Rows, practice: string): Promise<KeptRecord[]> {
  const { rows: found } = await sql<{
    client: string;
    details: string;
    hash: string;
    position: number;
    happened: string;
    entered: string;
    served: string | null;
    booked: string | null;
  }>`
    select client.id as client, client.details, client.hash, client.position,
      its.happened, its.entered, its.served,
      (select max(starts) from appointment
       where appointment.practice = client.practice and appointment.client = client.id) as booked
    from client join (
      select client, max(happened) as happened, max(entered) as entered,
        max(case when kind = 'session' then happened end) as served
      from entry where practice = ${practice} group by client
    ) as its on its.client = client.id
    where client.practice = ${practice} order by client.name, client.id`.execute(rows);
  const holds = Map.groupBy(await standingHolds(rows, practice), ({ client }) => client);
  return found.map(({ client, details, hash, position, happened, entered, served, booked }) => {
    // The body of a parsed entry.
    const { name, born = null } = JSON.parse(details) as { name: string; born?: string };
    const dates = [happened, entered, ...(booked === null ? [] : [booked])].map(dateOf).sort();
    return {
      client,
      name,
      born,
      lastService: served === null ? null : dateOf(served),
      last: dates.at(-1) ?? dateOf(happened),
      entries: position,
      hash,
      holds: holds.get(client) ?? [],
    };
  });
}

async function standingHolds(rows: Rows, practice: string, client?: string): Promise<Hold[]> {
  let query = rows
    .selectFrom('hold')
    .selectAll()
    .where('practice', '=', practice)
    .where('lifted_at', 'is', null);
  if (client !== undefined) query = query.where('client', '=', client);
  const found = await query.orderBy('placed_at').orderBy('id').execute();
  return found.map(({ id, client: whose, reason, placed_by, placed_at }) => ({
    id,
    client: whose,
    reason,
    placedBy: placed_by,
    placedAt: placed_at,
  }));
}

const tombstoneOf = (row: Tables['tombstone']): Tombstone => ({
  client: row.client,
  from: row.from_date,
  to: row.to_date,
  entries: row.entries,
  hash: row.hash,
  destroyedAt: row.destroyed_at,
  destroyedBy: row.destroyed_by,
  reason: row.reason,
  rule: row.rule,
});

/** @throws JournalError when a record that is to begin was destroyed */
export async function refuseDestroyed(
  rows: Writing,
  practice: string,
  clients: readonly string[],
): Promise<void> {
  const [one] = await rows
    .selectFrom('tombstone')
    .select('destroyed_at')
    .where('practice', '=', practice)
    .where('client', 'in', clients)
    .limit(1)
    .execute();
  if (one)
    throw new JournalError(
      'unknown-client',
      `The record of this client was destroyed on ${dateOf(one.destroyed_at)}. Whoever comes again gets a new record.`,
    );
}
