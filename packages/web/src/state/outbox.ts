/** Entries that the server has not answered for yet, kept on this device so that no answer is lost. */
import { forget, keep, readKept } from '../components/kept.ts';
import type { NewEntry } from './record.ts';

const unsentKey = (client: string) => `assuage.unsent.${client}`;

export function readUnsent(client: string): NewEntry[] {
  const kept = readKept(unsentKey(client));
  // Written by `keepUnsent` only, and parsed again by the server before anything is stored.
  return Array.isArray(kept) ? (kept as NewEntry[]) : [];
}

export function keepUnsent(client: string, entries: readonly NewEntry[]): void {
  if (entries.length === 0) forget(unsentKey(client));
  else keep(unsentKey(client), entries);
}
