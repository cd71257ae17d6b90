/** Puts a practice from its file into an empty place, exactly as it was. */
import { JournalError } from '../journal.ts';
import { keepContents } from '../store/files.ts';
import type { Flavour } from '../store/flavour.ts';
import { openFlavour } from '../store/open.ts';
import { keepUp } from '../store/read-models.ts';
import { rowOfReview } from '../store/review.ts';
import { chunks, rowOf } from '../store/rows.ts';
import { practicesIn, rowOfPractice } from '../store/sql-journal.ts';
import type { Writing } from '../store/tables.ts';
import { type PracticeArchive, readPracticeArchive } from './read.ts';

export interface Imported {
  readonly name: string;
  readonly clients: number;
  readonly entries: number;
  /** Everything in the file was there before, so nothing was written. */
  readonly already: boolean;
}

const ROWS_AT_ONCE = 100;

/**
 * Writes everything in one transaction, or nothing. Doing it again changes nothing.
 *
 * @param where as `openJournal` takes it; made only when the file is whole
 * @param what the file, for people
 * @throws JournalError when the file is damaged or foreign, or the place holds other records
 */
export async function importPractice(
  where: string,
  file: Uint8Array,
  what: string,
): Promise<Imported> {
  const archive = readPracticeArchive(file, what);
  const counts = {
    name: archive.practice.name,
    clients: archive.clients.length,
    entries: archive.clients.reduce((sum, { length }) => sum + length, 0),
  };
  const flavour = await openFlavour(where);
  try {
    const there = await flavour.read(null, practicesIn);
    if (there.length === 0)
      await flavour.write(archive.practice.id, 'alone', (rows) => writeAll(rows, archive));
    else if (there.some(({ id }) => id !== archive.practice.id) || !(await holds(flavour, archive)))
      throw new JournalError(
        'conflict',
        `${flavour.where} holds other records than ${what}. Choose an empty place; nothing was changed.`,
      );
    return { ...counts, already: there.length > 0 };
  } finally {
    await flavour.close();
  }
}

async function writeAll(rows: Writing, archive: PracticeArchive): Promise<void> {
  const { practice, accounts, shares, holds, tombstones, review, audit, clients, contents } =
    archive;
  const own = <Row>(row: Row) => ({ ...row, practice: practice.id });
  await rows.insertInto('practice').values(rowOfPractice(practice)).execute();
  for (const some of chunks(tombstones, ROWS_AT_ONCE))
    await rows.insertInto('tombstone').values(some.map(own)).execute();
  for (const entries of clients) {
    const placed = entries.map((entry, i) => ({ entry, position: i + 1 }));
    for (const some of chunks(placed, ROWS_AT_ONCE))
      await rows
        .insertInto('entry')
        .values(some.map(({ entry, position }) => rowOf(entry, position)))
        .execute();
    await keepContents(rows, entries, contents);
    await keepUp(rows, undefined, placed);
  }
  for (const some of chunks(holds, ROWS_AT_ONCE))
    await rows.insertInto('hold').values(some.map(own)).execute();
  const noSecrets = { password: null, totp: null, totp_step: null };
  for (const some of chunks(accounts, ROWS_AT_ONCE))
    await rows
      .insertInto('account')
      .values(some.map((account) => own({ ...account, ...noSecrets })))
      .execute();
  for (const some of chunks(shares, ROWS_AT_ONCE))
    await rows.insertInto('share').values(some.map(own)).execute();
  for (const some of chunks(review, ROWS_AT_ONCE))
    await rows
      .insertInto('review_step')
      .values(some.map((step) => rowOfReview(practice.id, step)))
      .execute();
  for (const some of chunks(audit, ROWS_AT_ONCE))
    await rows.insertInto('audit').values(some.map(own)).execute();
}

/** Whether every chain of the file is the beginning of one that is there. */
async function holds(flavour: Flavour, { practice, clients }: PracticeArchive): Promise<boolean> {
  for (const entries of clients) {
    const last = entries.at(-1);
    if (!last) continue;
    const found = await flavour.read(practice.id, (rows) =>
      rows
        .selectFrom('entry')
        .select('hash')
        .where('practice', '=', practice.id)
        .where('client', '=', last.client)
        .where('position', '=', entries.length)
        .executeTakeFirst(),
    );
    if (found?.hash !== last.hash) return false;
  }
  return true;
}
