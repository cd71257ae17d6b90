/** The clients in the data folder of a practice. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ClientRecord } from '@assuage/record';
import { fail, ok, type Result } from '../result.ts';

/** The file in a data folder that holds the journals. */
export const JOURNAL_FILE = 'assuage.sqlite';

/** @param folder as `serve --data` takes it; nothing in it is changed */
export async function readPractice(
  folder: string,
): Promise<Result<readonly ClientRecord[], string>> {
  const file = join(resolve(folder), JOURNAL_FILE);
  if (!existsSync(file)) return fail(`${folder}: there are no records here (${JOURNAL_FILE})`);
  // Only this needs the database.
  const { JournalError, openJournal, recordOf } = await import('@assuage/record');
  try {
    const journal = await openJournal(file);
    try {
      const records: ClientRecord[] = [];
      for (const practice of await journal.practices())
        for (const { id } of await journal.clients(practice.id)) {
          const record = await recordOf(journal, practice.id, id);
          if (record) records.push(record);
        }
      return ok(records);
    } finally {
      await journal.close();
    }
  } catch (error) {
    if (error instanceof JournalError) return fail(error.message);
    throw error;
  }
}
