/** The records of one practice, opened for one command and closed again. */
import { existsSync } from 'node:fs';
import type { Journal, Practice } from '@assuage/record';
import { fail, type Result } from '../result.ts';
import { chosen } from './export.ts';

export interface PracticeRequest {
  readonly database: string;
  /** Left out: the only one. */
  readonly practice: string | undefined;
}
export interface Opened {
  readonly journal: Journal;
  readonly practice: Practice;
}

/** @returns what the work returns, or why the records cannot be opened, read or written */
export async function inPractice<Value>(
  { database, practice: wanted }: PracticeRequest,
  work: (at: Opened) => Promise<Result<Value, string>>,
): Promise<Result<Value, string>> {
  // Only commands on records need the database.
  const { isPostgresUrl, JournalError, openJournal } = await import('@assuage/record');
  if (!isPostgresUrl(database) && !existsSync(database))
    return fail(`${database}: there are no records here`);
  try {
    const journal = await openJournal(database);
    try {
      const practice = chosen(await journal.practices(), wanted);
      return practice.ok ? await work({ journal, practice: practice.value }) : practice;
    } finally {
      await journal.close();
    }
  } catch (error) {
    if (error instanceof JournalError) return fail(error.message);
    throw error;
  }
}
