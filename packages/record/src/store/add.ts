/** Adds a batch of entries behind the heads of their chains, and keeps the read models true. */
import { canonical, seal } from '../chain.ts';
import type { Entry, NewEntry } from '../entries.ts';
import { JournalError } from '../journal.ts';
import { again } from './again.ts';
import { keepContents } from './files.ts';
import type { Flavour } from './flavour.ts';
import { type ClientRow, keepUp, type Placed } from './read-models.ts';
import { refuseDestroyed } from './retention.ts';
import { chunks, readEntry, rowOf, writtenIn } from './rows.ts';
import type { Writing } from './tables.ts';

/** The ids that one query asks for, and the rows that one writes. */
const AT_ONCE = 100;

/** @param contents the bytes of files, by their SHA-256 */
export async function addEntries(
  rows: Writing,
  { locksRows }: Pick<Flavour, 'locksRows'>,
  practice: string,
  entries: readonly NewEntry[],
  entered: string,
  contents: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const heads = await headsOf(rows, locksRows, practice, entries);
  const beginning = entries.filter(({ client }) => !heads.has(client)).map(({ client }) => client);
  for (const some of chunks([...new Set(beginning)], AT_ONCE))
    await refuseDestroyed(rows, practice, some);
  // After the heads are locked: whoever held them may have added the same entries.
  const known = await knownAmong(rows, practice, entries);
  const added = new Map<string, Placed[]>();
  for (const entry of entries) {
    const same = known.get(entry.id);
    if (same) {
      refuseOther(same, entry);
      continue;
    }
    const placed = place(entry, { practice, entered }, heads.get(entry.client), added);
    known.set(entry.id, placed.entry);
  }
  const all = [...added.values()].flat();
  for (const some of chunks(all, AT_ONCE)) {
    const made = some.map(({ entry, position }) => rowOf(entry, position));
    await again(
      rows,
      `entries ${made.length}`,
      () => rows.insertInto('entry').values(made),
      made.flatMap((row) => Object.values(row)),
    );
  }
  await keepContents(
    rows,
    all.map(({ entry }) => entry),
    contents,
  );
  for (const [client, placed] of added) await keepUp(rows, heads.get(client), placed);
}

/** The entry behind the newest of its client, be that in the journal or in this batch. */
function place(
  entry: NewEntry,
  receipt: { readonly practice: string; readonly entered: string },
  head: ClientRow | undefined,
  added: Map<string, Placed[]>,
): Placed {
  const before = added.get(entry.client);
  const last = before?.at(-1);
  const previous = last ? { hash: last.entry.hash, position: last.position } : head;
  if (!previous && entry.kind !== 'client')
    throw new JournalError(
      'unknown-client',
      `No client has the id ${entry.client}. A journal begins with an entry of the kind "client".`,
      { entry: entry.id },
    );
  const placed = {
    entry: seal(entry, { ...receipt, previous: previous?.hash ?? null }),
    position: (previous?.position ?? 0) + 1,
  };
  if (before) before.push(placed);
  else added.set(entry.client, [placed]);
  return placed;
}

function refuseOther(same: Entry, entry: NewEntry): void {
  if (canonical(writtenIn(same)) === canonical(entry)) return;
  throw new JournalError(
    'conflict',
    `The entry ${entry.id} is already in the journal with other content. Entries are never changed: send the correction as an amendment with an id of its own.`,
    { entry: entry.id },
  );
}

async function headsOf(
  rows: Writing,
  lock: boolean,
  practice: string,
  entries: readonly NewEntry[],
): Promise<Map<string, ClientRow>> {
  const heads = new Map<string, ClientRow>();
  // Everyone locks in the same order, so that no two wait for each other.
  const clients = [...new Set(entries.map(({ client }) => client))].sort();
  for (const some of chunks(clients, AT_ONCE)) {
    const build = () => {
      const query = rows
        .selectFrom('client')
        .selectAll()
        .where('practice', '=', practice)
        .where('id', 'in', some)
        .orderBy('id');
      return lock ? query.forUpdate() : query;
    };
    for (const head of await again(rows, `heads ${some.length}`, build, [practice, ...some]))
      heads.set(head.id, head);
  }
  return heads;
}

async function knownAmong(
  rows: Writing,
  practice: string,
  entries: readonly NewEntry[],
): Promise<Map<string, Entry>> {
  const known = new Map<string, Entry>();
  for (const some of chunks([...new Set(entries.map(({ id }) => id))], AT_ONCE))
    for (const row of await again(
      rows,
      `known ${some.length}`,
      () =>
        rows
          .selectFrom('entry')
          .selectAll()
          .where('practice', '=', practice)
          .where('id', 'in', some),
      [practice, ...some],
    ))
      known.set(row.id, readEntry(row));
  return known;
}
