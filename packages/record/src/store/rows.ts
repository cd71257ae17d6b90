/** Entries as rows, and back. */
import { canonical } from '../chain.ts';
import type { Entry, NewEntry } from '../entries.ts';
import { upgraded } from '../upgrade.ts';
import type { EntryRow } from './tables.ts';

/** An entry as it was received, in the version in which it was written: what its hash is made of. */
// The cast is safe because rows come from parsed entries and never change.
export const receivedEntry = (row: EntryRow): Entry =>
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

/** An entry as it is used, in the newest version. */
export const readEntry = (row: EntryRow): Entry => upgraded(receivedEntry(row));

export const rowOf = (entry: Entry, position: number): EntryRow => ({
  practice: entry.practice,
  client: entry.client,
  position,
  id: entry.id,
  kind: entry.kind,
  v: entry.v,
  happened: entry.on,
  entered: entry.entered,
  author: canonical(entry.by),
  body: canonical(entry.body),
  previous: entry.previous,
  hash: entry.hash,
});

/** What the device wrote, without what the journal added. */
export function writtenIn(entry: Entry): NewEntry {
  const { practice: _, entered: __, previous: ___, hash: ____, ...written } = entry;
  return written;
}

/** Few enough for the parameters of one query. */
export function chunks<Item>(items: readonly Item[], most: number): Item[][] {
  const parts: Item[][] = [];
  for (let i = 0; i < items.length; i += most) parts.push(items.slice(i, i + most));
  return parts;
}
