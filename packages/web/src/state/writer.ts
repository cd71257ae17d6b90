/** Writing entries in the name of who is signed in. */
import { authorOf, newEntry } from './entries.ts';
import type { BodyOf, EntryKind } from './record.ts';
import type { ClientAtWork, ClientHandle } from './use-client.ts';

/** @returns whether the entry is saved; if it is not, it waits on this device */
export type Write = <Kind extends EntryKind>(kind: Kind, body: BodyOf<Kind>) => Promise<boolean>;

export const writerOf =
  ({ practice, record }: ClientAtWork, { save }: Pick<ClientHandle, 'save'>): Write =>
  (kind, body) =>
    save([newEntry(kind, record.client.id, authorOf(practice), body)]);
