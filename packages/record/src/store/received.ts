/** All entries of a practice, client by client, without holding more than a few clients at a time. */
import type { Placed } from './read-models.ts';
import { receivedEntry } from './rows.ts';
import type { EntryRow, Rows } from './tables.ts';

const CLIENTS_AT_ONCE = 200;

export interface ReceivedClient {
  readonly client: string;
  /** As they were received, not upgraded. */
  readonly placed: readonly Placed[];
}

/** Runs one read, in a transaction of its own or in one that is open. */
export type Read = <Result>(run: (rows: Rows) => Promise<Result>) => Promise<Result>;

/** In the order of the clients' ids. */
export async function* receivedClients(
  read: Read,
  practice: string,
): AsyncGenerator<ReceivedClient> {
  let after = '';
  for (;;) {
    const clients = await read((rows) => clientsAfter(rows, practice, after));
    const last = clients.at(-1);
    if (last === undefined) return;
    const rows = await read((rows) => entriesOf(rows, practice, clients));
    for (const [client, its] of Map.groupBy(rows, ({ client }) => client))
      yield {
        client,
        placed: its.map((row) => ({ entry: receivedEntry(row), position: row.position })),
      };
    after = last;
  }
}

const clientsAfter = async (rows: Rows, practice: string, after: string): Promise<string[]> => {
  const found = await rows
    .selectFrom('entry')
    .select('client')
    .where('practice', '=', practice)
    .where('client', '>', after)
    // A journal begins at 1; one that lost its beginning is found by `db verify` through its row.
    .where('position', '=', 1)
    .orderBy('client')
    .limit(CLIENTS_AT_ONCE)
    .execute();
  return found.map(({ client }) => client);
};

const entriesOf = (rows: Rows, practice: string, clients: readonly string[]): Promise<EntryRow[]> =>
  rows
    .selectFrom('entry')
    .selectAll()
    .where('practice', '=', practice)
    .where('client', 'in', clients)
    .orderBy('client')
    .orderBy('position')
    .execute();
