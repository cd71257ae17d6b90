import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { packBackup, readBackup, snapshotSqlite } from '../../archive/backup.ts';
import { ana, CLIENT, ENTERED, file, LETTER } from '../../testing/entries.ts';
import { describeFiles } from '../../testing/files-contract.ts';
import { temporary } from '../../testing/folder.ts';
import { twoPracticesIn } from '../../testing/journal-contract.ts';
import { verifyJournal } from '../care.ts';

function execute(where: string, ...statements: string[]): void {
  const database = new DatabaseSync(where);
  try {
    for (const sql of statements) database.exec(sql);
  } finally {
    database.close();
  }
}

describeFiles('SQLite', async () => {
  const where = temporary('journal.db');
  return {
    where,
    run: async (sql) => execute(where, sql),
    meddle: async (sql) =>
      execute(
        where,
        'DROP TRIGGER file_content_is_never_changed',
        'DROP TRIGGER file_content_is_never_deleted',
        sql,
      ),
  };
});

const withLetter = async () => {
  const where = temporary('journal.db');
  const journal = await twoPracticesIn(where);
  await journal.append('a', [ana(1), file(2, LETTER)], ENTERED, [LETTER]);
  return { where, journal };
};

test('a backup holds the files', async () => {
  const { where } = await withLetter();
  const copy = temporary('copy.db');
  snapshotSqlite(where, copy);
  const { database } = readBackup(packBackup(copy, temporary('no.key')), 'backup.zip');
  expect(Buffer.from(database).includes(LETTER)).toBe(true);
  expect((await verifyJournal(copy)).findings).toEqual([]);
});

test('nothing of a file is left in the database when its record is destroyed', async () => {
  const { where, journal } = await withLetter();
  expect(readFileSync(`${where}-wal`).includes(LETTER)).toBe(true);
  const [record] = await journal.retention.records('a');
  await journal.retention.destroy(
    'a',
    {
      client: CLIENT,
      hash: record?.hash ?? '',
      destroyedAt: ENTERED,
      destroyedBy: 'Jo Field',
      reason: 'test',
      rule: 'none',
    },
    async () => {},
  );
  await journal.close();
  expect(readFileSync(where).includes('Dr Okafor')).toBe(false);
});

test('a file is replaced by no other with its name', async () => {
  const { where, journal } = await withLetter();
  expect(() =>
    execute(
      where,
      `INSERT OR REPLACE INTO file_content SELECT practice, client, sha256, x'00' FROM file_content`,
    ),
  ).toThrow('never replaced');
  const [, entry] = await journal.entries('a', CLIENT);
  if (entry?.kind !== 'file') throw new Error('no file');
  const kept = await journal.fileContent('a', CLIENT, entry.body.sha256);
  expect(kept && [...kept]).toEqual([...LETTER]);
});
