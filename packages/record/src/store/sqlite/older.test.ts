import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { seal, verifyChain } from '../../chain.ts';
import { ana, appointment, CLIENT, ENTERED, facts, idNo } from '../../testing/entries.ts';
import { temporary } from '../../testing/folder.ts';
import { verifyJournal } from '../care.ts';
import { openJournal } from '../open.ts';
import { rowOf } from '../rows.ts';
import { migrate, STEPS } from './schema.ts';

/** A file as the first version of Assuage left it. */
function fileOfVersion1(): string {
  const file = temporary('journal.db');
  const database = new DatabaseSync(file);
  database.exec(STEPS[0] ?? '');
  database.exec(`PRAGMA application_id = 0x41535547; PRAGMA user_version = 1`);
  database.exec(`INSERT INTO practice VALUES ('a', 'Harbour', '{"name":"Jo","training":[]}', 0)`);
  const insert = database.prepare(
    'INSERT INTO entry VALUES (:practice, :client, :position, :id, :kind, :v, :happened, :entered, :author, :body, :previous, :hash)',
  );
  let previous: string | null = null;
  [ana(1), facts(2), appointment(3, '2026-03-02T10:00')].forEach((written, i) => {
    const entry = seal(written, { practice: 'a', entered: ENTERED, previous });
    previous = entry.hash;
    insert.run({ ...rowOf(entry, i + 1) });
  });
  database.close();
  return file;
}

test('a file of the first version opens, and lists and searches find what it holds', async () => {
  const file = fileOfVersion1();
  const journal = await openJournal(file);
  onTestFinished(() => journal.close());
  const entries = await journal.entries('a', CLIENT);
  expect(entries.map(({ id }) => id)).toEqual([1, 2, 3].map(idNo));
  expect(verifyChain(entries).ok).toBe(true);
  expect((await journal.findClients('a', 'silva', 9)).clients.map(({ id }) => id)).toEqual([
    CLIENT,
  ]);
  expect(await journal.appointmentsOn('a', '2026-03-02')).toHaveLength(1);
  await journal.append('a', [facts(4)], ENTERED);
  expect((await verifyJournal(file)).findings).toEqual([]);
});

test('a file that cannot be brought up to date stays as it was', async () => {
  const file = fileOfVersion1();
  const database = new DatabaseSync(file);
  onTestFinished(() => database.close());
  database.exec('CREATE TABLE appointment (something TEXT)');
  await expect(openJournal(file)).rejects.toMatchObject({ code: 'cannot-open' });
  expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: 1 });
  expect(
    database
      .prepare(`SELECT name FROM sqlite_schema WHERE name = 'client' OR name = 'account'`)
      .all(),
  ).toEqual([]);
});

test.each([
  [
    'a day',
    `SELECT * FROM appointment WHERE practice = ? AND starts >= ? AND starts < ? ORDER BY starts, entry`,
    'INDEX appointment_starts (practice=? AND starts>? AND starts<?)',
  ],
  [
    'a word',
    'SELECT DISTINCT client, name FROM client_word WHERE practice = ? AND word >= ? AND word < ?',
    'PRIMARY KEY (practice=? AND word>? AND word<?)',
  ],
  [
    'the first by name',
    'SELECT id FROM client WHERE practice = ? ORDER BY name, id LIMIT 10',
    'INDEX client_name (practice=?)',
  ],
  [
    'the changes of appointments',
    `SELECT * FROM entry WHERE practice = ? AND client = ? AND kind = 'appointment-change'`,
    'INDEX entry_appointment_change (practice=? AND client=?)',
  ],
])('%s is found by an index', (_, query, index) => {
  const database = new DatabaseSync(':memory:');
  migrate(database, 0);
  const plan = JSON.stringify(database.prepare(`EXPLAIN QUERY PLAN ${query}`).all());
  expect(plan).toContain(index);
  expect(plan).not.toContain('USE TEMP B-TREE FOR ORDER BY');
  database.close();
});
