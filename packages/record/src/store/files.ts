/** The bytes of files, found by their SHA-256, in the same database as the entries that name them. */
import type { Entry, EntryOf } from '../entries.ts';
import { sha256Of } from '../files.ts';
import { JournalError } from '../journal.ts';
import type { Flavour } from './flavour.ts';
import type { Read } from './received.ts';
import type { Rows, Writing } from './tables.ts';

/** The keys that one query reads. */
const AT_ONCE = 500;

interface Place {
  readonly practice: string;
  readonly client: string;
  readonly sha256: string;
}

export async function contentIn(
  rows: Rows | Writing,
  { practice, client, sha256 }: Place,
): Promise<Uint8Array | undefined> {
  const found = await rows
    .selectFrom('file_content')
    .select('bytes')
    .where('practice', '=', practice)
    .where('client', '=', client)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return found?.bytes;
}

/**
 * Keeps the bytes of each file entry in the transaction that adds it.
 *
 * @throws JournalError `no-content` when they are neither among the contents nor there already, or are not
 *   what the entry says
 */
export async function keepContents(
  rows: Writing,
  added: readonly Entry[],
  contents: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  for (const { id, practice, client, body } of added.filter(isFile)) {
    const place = { practice, client, sha256: body.sha256 };
    const there = await contentIn(rows, place);
    const content = there ?? contents.get(body.sha256);
    if (content?.length !== body.bytes)
      throw new JournalError(
        'no-content',
        `What the file "${body.title}" holds is not here, or is not what its entry says. Nothing was saved. Add the file again.`,
        { entry: id },
      );
    if (!there)
      await rows
        .insertInto('file_content')
        .values({ ...place, bytes: content })
        .execute();
  }
}

/** The bytes that these entries name, each once. */
export const namedContents = (entries: readonly Entry[]): EntryOf<'file'>[] => [
  ...new Map(entries.filter(isFile).map((entry) => [entry.body.sha256, entry])).values(),
];

const isFile = (entry: Entry): entry is EntryOf<'file'> => entry.kind === 'file';

/** File entries of one client whose bytes are gone, or are others. One file is in memory at a time. */
export async function contentFindings(read: Read, entries: readonly Entry[]): Promise<string[]> {
  const found: string[] = [];
  for (const { id, practice, client, body } of namedContents(entries)) {
    const content = await read((rows) =>
      contentIn(rows, { practice, client, sha256: body.sha256 }),
    );
    if (!content) found.push(`The entry ${id} (file) names bytes that are not there.`);
    else if (content.length !== body.bytes || sha256Of(content) !== body.sha256)
      found.push(`The bytes of the entry ${id} (file) are not those that were added.`);
  }
  return found;
}

/** Brings over what the target has not, one file at a time. */
export async function copyContents(from: Flavour, to: Flavour, practice: string): Promise<void> {
  for (let after = { client: '', sha256: '' }; ; ) {
    const some = await from.read(practice, (rows) => keysAfter(rows, practice, after));
    const last = some.at(-1);
    if (!last) return;
    for (const key of some) {
      const place = { practice, ...key };
      if (await to.read(practice, (rows) => isThere(rows, place))) continue;
      const bytes = await from.read(practice, (rows) => contentIn(rows, place));
      // Destroyed since with its record: the comparison at the end tells.
      if (!bytes) continue;
      await to.write(practice, 'append', (rows) =>
        rows
          .insertInto('file_content')
          .values({ ...place, bytes })
          .execute(),
      );
    }
    after = last;
  }
}

const isThere = async (rows: Rows, { practice, client, sha256 }: Place): Promise<boolean> =>
  (await rows
    .selectFrom('file_content')
    .select('sha256')
    .where('practice', '=', practice)
    .where('client', '=', client)
    .where('sha256', '=', sha256)
    .executeTakeFirst()) !== undefined;

const keysAfter = (
  rows: Rows,
  practice: string,
  { client, sha256 }: { readonly client: string; readonly sha256: string },
): Promise<{ client: string; sha256: string }[]> =>
  rows
    .selectFrom('file_content')
    .select(['client', 'sha256'])
    .where('practice', '=', practice)
    .where(({ eb, or, and }) =>
      or([eb('client', '>', client), and([eb('client', '=', client), eb('sha256', '>', sha256)])]),
    )
    .orderBy('client')
    .orderBy('sha256')
    .limit(AT_ONCE)
    .execute();
