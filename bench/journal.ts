/**
 * `npm run bench`, the journal: how fast entries are saved beside plain inserts that are as durable, and how
 * long reading takes in a large practice. Method and notes: README.md beside this file.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { type Journal, openJournal, recordOf } from '@assuage/record';
import pg from 'pg';
import { freshDatabase, startPostgres } from '../packages/record/src/testing/postgres.ts';
import { FIRST_NAMES, fillPostgres, fillSqlite, LAST_NAMES, TODAY } from './many-clients.ts';
import { idNo, introduction, note, visit } from './visits.ts';

const MEASURE_MS = 2500;
const AT_ONCE = 16;
const SESSIONS = 500;
const PRACTICE = 'bench';
const ENTERED = '2026-03-01T09:00:00.000Z';
let next = 0;

const { values } = parseArgs({ options: { clients: { type: 'string', default: '1000000' } } });
const clients = Number(values.clients);
if (!Number.isInteger(clients) || clients < 1) throw new Error('--clients must be a whole number');

const folder = mkdtempSync(join(tmpdir(), 'assuage-bench-'));
const server = await startPostgres();
try {
  await saving('SQLite', join(folder, 'appends.sqlite'), plainSqlite(join(folder, 'plain.sqlite')));
  await saving(
    'PostgreSQL',
    await freshDatabase(server.url),
    plainPostgres(await freshDatabase(server.url)),
  );
  await largePractice('SQLite', join(folder, 'large.sqlite'), fillSqlite);
  await largePractice('PostgreSQL', await freshDatabase(server.url), fillPostgres);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

interface Plain {
  /** Saves one row durably. */
  insert(body: string): Promise<void>;
  close(): Promise<void>;
}

async function saving(name: string, where: string, opening: Promise<Plain>): Promise<void> {
  const journal = await practiceIn(where);
  const plain = await opening;
  const body = JSON.stringify(note(0, idNo(1)).body);
  // As in a practice: those who write at the same time write about different clients.
  const append = (writer: number) =>
    journal.append(PRACTICE, [note(next++, idNo(1 + writer))], ENTERED);
  console.log(`\n${name}, entries saved in a second, each on the disk before it is confirmed`);
  for (const together of [1, AT_ONCE]) {
    const reference = await perSecond(together, () => plain.insert(body));
    const ours = await perSecond(together, append);
    console.log(
      `  ${`${together} at a time`.padEnd(14)} ${whole(ours)}   plain inserts ${whole(reference)}   ${(ours / reference).toFixed(2)} of them`,
    );
  }
  await plain.close();
  const { name: client, took } = await longRecord(journal);
  console.log(
    `  a client with ${SESSIONS} sessions (${client} entries) is read and folded in ${took.toFixed(1)} ms`,
  );
  await journal.close();
}

async function plainSqlite(file: string): Promise<Plain> {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec('CREATE TABLE plain (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
  const insert = database.prepare('INSERT INTO plain (body) VALUES (?)');
  return {
    insert: async (body) => void insert.run(body),
    close: async () => database.close(),
  };
}

async function plainPostgres(url: string): Promise<Plain> {
  const pool = new pg.Pool({ connectionString: url, max: AT_ONCE });
  await pool.query('CREATE TABLE plain (id bigserial PRIMARY KEY, body text NOT NULL)');
  return {
    insert: async (body) => {
      await pool.query({
        name: 'plain',
        text: 'INSERT INTO plain (body) VALUES ($1)',
        values: [body],
      });
    },
    close: () => pool.end(),
  };
}

async function perSecond(
  together: number,
  run: (writer: number) => Promise<void>,
): Promise<number> {
  for (let i = 0; i < 500; i++) await run(0);
  const start = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: together }, async (_, writer) => {
      for (; performance.now() - start < MEASURE_MS; done++) await run(writer);
    }),
  );
  return (done * 1000) / (performance.now() - start);
}

async function longRecord(journal: Journal): Promise<{ name: number; took: number }> {
  const client = idNo(999_999_999);
  const entries = [
    introduction(client, 'Long Standing'),
    ...Array.from({ length: SESSIONS }, (_, i) => visit(client, 900_000_000 + 3 * i)).flat(),
  ];
  for (let i = 0; i < entries.length; i += 500)
    await journal.append(PRACTICE, entries.slice(i, i + 500), ENTERED);
  const took = await medianMs(() => recordOf(journal, PRACTICE, client));
  return { name: entries.length, took };
}

async function largePractice(
  name: string,
  where: string,
  fill: (where: string, practice: string, clients: number) => Promise<void>,
): Promise<void> {
  await (await practiceIn(where)).close();
  const start = performance.now();
  await fill(where, PRACTICE, clients);
  const built = (performance.now() - start) / 1000;
  const journal = await openJournal(where);
  console.log(
    `\n${name}, a practice of ${whole(clients).trim()} clients (made in ${built.toFixed(0)} s)`,
  );
  const show = async (what: string, run: () => Promise<number>) => {
    const found = await run();
    console.log(
      `  ${what.padEnd(34)} ${(await medianMs(run)).toFixed(1).padStart(7)} ms   ${found} found`,
    );
  };
  await show("today's list", async () => (await journal.appointmentsOn(PRACTICE, TODAY)).length);
  const [first = '', last = ''] = [FIRST_NAMES[3], LAST_NAMES[7]];
  for (const text of [
    `${first} ${last}`,
    `${first.slice(0, 2)} ${last.slice(0, 3)}`,
    last,
    first,
    first.slice(0, 1),
    '',
  ])
    await show(
      `the search for "${text}"`,
      async () => (await journal.findClients(PRACTICE, text, 100)).found,
    );
  await journal.close();
}

async function practiceIn(where: string): Promise<Journal> {
  const journal = await openJournal(where);
  const therapist = { name: 'Jo Field', training: [] };
  await journal.found(
    { id: PRACTICE, name: 'Bench', therapist, demo: true },
    Array.from({ length: AT_ONCE }, (_, i) => introduction(idNo(1 + i), `Ana Silva ${i}`)),
    ENTERED,
  );
  return journal;
}

async function medianMs(run: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < 21; i++) {
    const start = performance.now();
    await run();
    took.push(performance.now() - start);
  }
  return took.toSorted((a, b) => a - b)[10] ?? Number.NaN;
}

function whole(n: number): string {
  return Math.round(n).toLocaleString('en').padStart(9);
}
