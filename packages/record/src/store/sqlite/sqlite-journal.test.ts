import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { verifyChain } from '../../chain.ts';
import { ana, CLIENT, ENTERED, facts } from '../../testing/entries.ts';
import { temporary } from '../../testing/folder.ts';
import { describeJournal, twoPracticesIn } from '../../testing/journal-contract.ts';

describeJournal('SQLite', async () => temporary('journal.db'));

/** Runs SQL behind the journal's back, as somebody with the file could. */
function meddle(file: string, ...statements: string[]): void {
  const database = new DatabaseSync(file);
  try {
    for (const statement of statements) database.exec(statement);
  } finally {
    database.close();
  }
}

describe('the database itself', () => {
  const filled = async () => {
    const file = temporary('journal.db');
    const journal = await twoPracticesIn(file);
    await journal.append('a', [ana(1), facts(2), facts(3)], ENTERED);
    return { file, journal };
  };
  const COPY = `SELECT practice, client, position, id, kind, v, happened, entered, author,
    '{"name":"Somebody Else","born":"1968-04-12"}', previous, hash FROM entry WHERE position = 1`;

  test.each([
    ['to change an entry', `UPDATE entry SET body = '{}' WHERE position = 2`, 'never changed'],
    ['to delete an entry', 'DELETE FROM entry WHERE position = 3', 'never deleted'],
    ['to replace an entry', `INSERT OR REPLACE INTO entry ${COPY}`, 'never replaced'],
    [
      'an entry that follows no other',
      `INSERT INTO entry SELECT practice, client, 4, 'new', 'fact', 1, happened, entered, author,
         body, 'made up', 'made up' FROM entry WHERE position = 2`,
      'follows the newest',
    ],
    [
      'a journal that does not say whose it is',
      `INSERT INTO entry SELECT practice, 'stranger', 1, 'new', 'fact', 1, happened, entered,
         author, body, NULL, 'made up' FROM entry WHERE position = 2`,
      'CHECK constraint',
    ],
  ])('refuses %s', async (_, sql, why) => {
    const { file, journal } = await filled();
    const before = await journal.entries('a', CLIENT);
    expect(() => meddle(file, sql)).toThrow(why);
    expect(await journal.entries('a', CLIENT)).toEqual(before);
  });

  test.each([
    ['changed', `UPDATE entry SET body = '{"statements":[{}]}' WHERE position = 2`],
    ['dated otherwise', `UPDATE entry SET happened = '2020-01-01T00:00' WHERE position = 2`],
    ['removed', 'DELETE FROM entry WHERE position = 2'],
    ['given to another author', `UPDATE entry SET author = '{"name":"X"}' WHERE position = 2`],
  ])('shows when somebody takes its triggers away, and an entry was %s', async (_, sql) => {
    const { file, journal } = await filled();
    expect(verifyChain(await journal.entries('a', CLIENT)).ok).toBe(true);
    meddle(file, 'DROP TRIGGER entry_is_never_changed', 'DROP TRIGGER entry_is_never_deleted', sql);
    expect(verifyChain(await journal.entries('a', CLIENT)).ok).toBe(false);
  });
});
