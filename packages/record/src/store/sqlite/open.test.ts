import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { JournalErrorCode } from '../../journal.ts';
import { ana, ENTERED, practice } from '../../testing/entries.ts';
import { temporary } from '../../testing/folder.ts';
import { openJournal } from '../open.ts';

const OPENER = fileURLToPath(new URL('../../testing/open-as-anybody.ts', import.meta.url));
const NOBODY = 65_534;

async function expectRefusal(
  file: string,
  code: JournalErrorCode,
  ...words: string[]
): Promise<void> {
  const error = await openJournal(file).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'JournalError', code });
  for (const word of [file, ...words]) expect(String(error)).toContain(word);
}
async function made(file = temporary('journal.db')): Promise<string> {
  const journal = await openJournal(file);
  const entries = Array.from({ length: 200 }, (_, i) => ana(i));
  await journal.found(practice('a'), entries, ENTERED);
  await journal.close();
  return file;
}
function run(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}
/** Runs as a user without privileges: for root, every folder is writable. */
const openAsAnybody = (file: string): string =>
  spawnSync(process.execPath, [OPENER, file], { encoding: 'utf8' }).stdout;
const giveAway = (path: string) => {
  if (process.getuid?.() === 0) chownSync(path, NOBODY, NOBODY);
};

describe('opening a journal', () => {
  test('makes the file and its folders, for the owner only', async () => {
    const file = await made(join(dirname(temporary('x')), 'new', 'folder', 'journal.db'));
    if (process.platform !== 'win32') {
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
    }
  });

  test('writes ahead, so that readers never wait and a commit is one sync', async () => {
    const file = await made();
    const database = new DatabaseSync(file);
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    database.close();
  });

  test('refuses a file that is no database, and leaves it as it is', async () => {
    const file = temporary('letter.txt');
    writeFileSync(file, 'Dear Dr Okafor, thank you for your letter. '.repeat(50));
    await expectRefusal(file, 'not-ours', 'is not an Assuage database', 'Choose another file');
    expect(readFileSync(file, 'utf8')).toMatch(/^Dear Dr Okafor/);
  });

  test('refuses the database of another program, and leaves it as it is', async () => {
    const file = temporary('recipes.db');
    run(file, 'CREATE TABLE recipe (name TEXT)');
    const before = readFileSync(file);
    await expectRefusal(file, 'not-ours', 'the database of another program');
    expect(readFileSync(file)).toEqual(before);
  });

  test('refuses the journal of a newer Assuage, and leaves it as it is', async () => {
    const file = await made();
    run(file, 'PRAGMA user_version = 99');
    const before = readFileSync(file);
    await expectRefusal(file, 'newer', 'newer Assuage', '99', 'Update Assuage');
    expect(readFileSync(file)).toEqual(before);
  });

  test('refuses a damaged journal', async () => {
    const file = await made();
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 3 * 4096, 12 * 4096);
    writeFileSync(file, bytes);
    await expectRefusal(file, 'damaged', 'backup');
  });

  test('refuses a folder in place of a file', async () => {
    const folder = temporary('folder');
    mkdirSync(folder);
    await expectRefusal(folder, 'cannot-open', 'cannot be opened for writing');
  });

  test.skipIf(process.platform === 'win32')(
    'refuses a folder in which it may not write, and a file that it may not write',
    async () => {
      const file = await made();
      const folder = dirname(file);
      giveAway(folder);
      giveAway(file);
      expect(openAsAnybody(file)).toBe('opened\n');

      chmodSync(file, 0o400);
      expect(openAsAnybody(file)).toContain(`${file} cannot be opened for writing`);
      chmodSync(folder, 0o500);
      const other = join(folder, 'other.db');
      expect(openAsAnybody(other)).toContain(`${other} cannot be opened for writing`);
      chmodSync(folder, 0o700);
    },
  );
});
