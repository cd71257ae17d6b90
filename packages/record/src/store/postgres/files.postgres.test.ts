import { expect, test } from 'vitest';
import { emptyDatabase } from '../../testing/database.ts';
import { ana, ENTERED, file, LETTER } from '../../testing/entries.ts';
import { describeFiles } from '../../testing/files-contract.ts';
import { twoPracticesIn } from '../../testing/journal-contract.ts';
import { run } from '../../testing/postgres.ts';

describeFiles('PostgreSQL', async () => {
  const where = await emptyDatabase();
  return {
    where,
    run: (sql) => run(where, "SET assuage.practice = 'a'", 'SET ROLE assuage_app', sql),
    meddle: async (sql) => {
      await run(where, 'SET session_replication_role = replica', sql);
    },
  };
});

test('not even the owner of the database changes, deletes or empties the files by mistake', async () => {
  const where = await emptyDatabase();
  const journal = await twoPracticesIn(where);
  await journal.append('a', [ana(1), file(2, LETTER)], ENTERED, [LETTER]);
  for (const sql of [
    `UPDATE file_content SET client = 'x'`,
    'DELETE FROM file_content',
    'TRUNCATE file_content',
  ])
    await expect(run(where, sql)).rejects.toThrow('never changed or deleted');
});

test('the application sees the files of its practice only', async () => {
  const where = await emptyDatabase();
  const journal = await twoPracticesIn(where);
  await journal.append('a', [ana(1), file(2, LETTER)], ENTERED, [LETTER]);
  const seen = async (practice: string) =>
    (
      await run(
        where,
        'SET ROLE assuage_app',
        `SET assuage.practice = '${practice}'`,
        'SELECT sha256 FROM file_content',
      )
    ).rowCount;
  expect([await seen('a'), await seen('b'), await seen('')]).toEqual([1, 0, 0]);
});
