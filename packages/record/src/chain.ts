/**
 * The hash chain of a client's journal. Each entry carries the hash of the one received before it, so
 * that changing, removing or inserting one shows. It cannot show that the newest were cut off.
 */
import { createHash } from 'node:crypto';
import type { Entry, NewEntry, Receipt } from './entries.ts';

/** JSON with the keys of every object in order, so that equal values are equal texts. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
  return `{${members.join()}}`;
}

const hashOf = (entry: NewEntry & Omit<Receipt, 'hash'>): string =>
  createHash('sha256').update(canonical(entry)).digest('hex');

/** The entry as the journal keeps it, behind the one with the hash `previous`. */
export function seal(entry: NewEntry, receipt: Omit<Receipt, 'hash'>): Entry {
  const { practice, entered, previous } = receipt;
  const unsealed = { ...entry, practice, entered, previous };
  return { ...unsealed, hash: hashOf(unsealed) };
}

export type ChainVerdict =
  | { readonly ok: true; readonly entries: number }
  | { readonly ok: false; readonly entry: string; readonly message: string };

/**
 * Whether a journal is as it was received.
 *
 * @param entries all entries of one client, in the order in which they were received
 * @returns the first entry that is not as it was, if there is one
 */
export function verifyChain(entries: readonly Entry[]): ChainVerdict {
  let previous: string | null = null;
  for (const entry of entries) {
    const { hash, ...unsealed } = entry;
    const broken = (what: string): ChainVerdict => ({
      ok: false,
      entry: entry.id,
      message: `The entry ${entry.id} (${entry.kind}, ${entry.on}) ${what}.`,
    });
    if (entry.previous !== previous)
      return broken('does not follow the entry before it: one was removed, added or moved');
    if (hashOf(unsealed) !== hash) return broken('is not as it was received: it was changed');
    previous = hash;
  }
  return { ok: true, entries: entries.length };
}
