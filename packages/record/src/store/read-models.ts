/** What entries mean for the tables that lists and searches read: a pure projection, and its upkeep. */
import { normalise } from '@assuage/knowledge';
import { sql } from 'kysely';
import { canonical } from '../chain.ts';
import type { Entry } from '../entries.ts';
import { again } from './again.ts';
import { chunks, readEntry } from './rows.ts';
import type { Tables, Writing } from './tables.ts';

export type ClientRow = Tables['client'];
export type AppointmentRow = Tables['appointment'];

/** The rows of one client. */
export interface ReadModel {
  readonly client: ClientRow;
  readonly words: readonly Tables['client_word'][];
  readonly appointments: readonly AppointmentRow[];
}

/** An entry with its place in the chain. */
export interface Placed {
  readonly entry: Entry;
  readonly position: number;
}

/** `' ana silva'`: a word begins wherever a space is. */
export const comparedName = (name: string): string => ` ${normalise(name)}`;

/**
 * The client's row once the entries were added behind those that it already tells of.
 *
 * @param row undefined for a client whose first entry is among them
 */
export function clientAfter(
  row: ClientRow | undefined,
  placed: readonly Placed[],
): ClientRow | undefined {
  let after = row;
  for (const { entry, position } of placed) {
    const head = { position, hash: entry.hash };
    const lastEntered =
      after && after.last_entered > entry.entered ? after.last_entered : entry.entered;
    if (entry.kind === 'client' && isNewer(entry, after))
      after = {
        practice: entry.practice,
        id: entry.client,
        details: canonical(entry.body),
        said_on: entry.on,
        said_in: entry.id,
        name: comparedName(entry.body.name),
        ...head,
        last_entered: lastEntered,
      };
    else if (after) after = { ...after, ...head, last_entered: lastEntered };
  }
  return after;
}

/** By when it happened, then by id: as `foldClient` orders entries. */
const isNewer = (entry: Entry, row: ClientRow | undefined): boolean =>
  row === undefined ||
  entry.on > row.said_on ||
  (entry.on === row.said_on && entry.id > row.said_in);

export const wordsOf = ({ practice, id, name }: ClientRow): Tables['client_word'][] =>
  [...new Set(name.trim().split(' '))]
    .filter((word) => word !== '')
    .map((word) => ({ practice, word, client: id, name }));

/** The appointments that stand: those that no other entry moved, cancelled or said were missed. */
export function appointmentsIn(
  entries: readonly Entry[],
  changedBefore: ReadonlySet<string> = new Set(),
): AppointmentRow[] {
  const changed = changedBefore.union(changedIn(entries));
  return entries.flatMap((entry) =>
    entry.kind === 'appointment' && !changed.has(entry.id)
      ? [
          {
            practice: entry.practice,
            entry: entry.id,
            client: entry.client,
            starts: entry.body.starts,
            minutes: entry.body.minutes,
          },
        ]
      : [],
  );
}

const changedIn = (entries: readonly Entry[]): Set<string> =>
  new Set(
    entries.flatMap((entry) =>
      entry.kind === 'appointment-change' ? [entry.body.appointment] : [],
    ),
  );

/** The rows that all entries of one client lead to; undefined for no entries. */
export function readModelOf(placed: readonly Placed[]): ReadModel | undefined {
  const client = clientAfter(undefined, placed);
  return (
    client && {
      client,
      words: wordsOf(client),
      appointments: appointmentsIn(placed.map(({ entry }) => entry)),
    }
  );
}

/** Writes what newly received entries of one client change. */
export async function keepUp(
  rows: Writing,
  before: ClientRow | undefined,
  placed: readonly Placed[],
): Promise<ClientRow | undefined> {
  const after = clientAfter(before, placed);
  if (!after) return undefined;
  const { practice, id } = after;
  if (!before) await rows.insertInto('client').values(after).execute();
  else {
    const changes = changesIn(before, after);
    await again(
      rows,
      `client ${Object.keys(changes).join()}`,
      () =>
        rows
          .updateTable('client')
          .set(changes)
          .where('practice', '=', practice)
          .where('id', '=', id),
      [...Object.values(changes), practice, id],
    );
  }
  if (before?.name !== after.name) {
    if (before)
      await rows
        .deleteFrom('client_word')
        .where('practice', '=', practice)
        .where('client', '=', id)
        .where(
          'word',
          'in',
          wordsOf(before).map(({ word }) => word),
        )
        .execute();
    const words = wordsOf(after);
    if (words.length > 0) await rows.insertInto('client_word').values(words).execute();
  }
  await keepAppointmentsUp(
    rows,
    practice,
    id,
    placed.map(({ entry }) => entry),
  );
  return after;
}

/** Only these are written: SQLite would renew an index for a name that stays the same. */
const changesIn = (before: ClientRow, after: ClientRow): Partial<ClientRow> =>
  Object.fromEntries(
    Object.entries(after).filter(([column, value]) => before[column as keyof ClientRow] !== value),
  );

async function keepAppointmentsUp(
  rows: Writing,
  practice: string,
  client: string,
  entries: readonly Entry[],
): Promise<void> {
  for (const some of chunks([...changedIn(entries)], 100))
    await rows
      .deleteFrom('appointment')
      .where('practice', '=', practice)
      .where('client', '=', client)
      .where('entry', 'in', some)
      .execute();
  if (!entries.some(({ kind }) => kind === 'appointment')) return;
  // A change may have come before the appointment that it names.
  const changed = new Set(await changedBefore(rows, practice, client));
  for (const some of chunks(appointmentsIn(entries, changed), 100))
    await rows.insertInto('appointment').values(some).execute();
}

async function changedBefore(rows: Writing, practice: string, client: string): Promise<string[]> {
  const changes = await rows
    .selectFrom('entry')
    .selectAll()
    .where('practice', '=', practice)
    .where('client', '=', client)
    // Written out, not passed as a parameter: only so is the index on these rows used.
    .where(sql<boolean>`kind = 'appointment-change'`)
    .execute();
  return [...changedIn(changes.map(readEntry))];
}
