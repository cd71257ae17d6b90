import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { verifyChain } from '../../chain.ts';
import { ana, CLIENT, ENTERED, facts, idNo, practice } from '../../testing/entries.ts';
import { freshDatabase, type PostgresServer, run, startPostgres } from '../../testing/postgres.ts';
import { verifyJournal } from '../care.ts';
import { openJournal } from '../open.ts';

const APPENDER = fileURLToPath(new URL('../../testing/append-until-killed.ts', import.meta.url));
const ROUNDS = 3;
/** `AWAY_MS=30000` for as long as a server takes to restart. */
const AWAY_MS = Number(process.env.AWAY_MS ?? 1000);

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

async function withAna(): Promise<string> {
  const url = await freshDatabase(server.url);
  const journal = await openJournal(url);
  await journal.found(practice('a'), [ana(0)], ENTERED);
  await journal.close();
  return url;
}

test(
  'a server that goes away is said in words, and found again when it is back',
  async () => {
    const journal = await openJournal(await withAna());
    onTestFinished(() => journal.close());
    await journal.append('a', [facts(1)], ENTERED);
    await server.kill();
    await expect(journal.append('a', [facts(2)], ENTERED)).rejects.toMatchObject({
      code: 'cannot-write',
      message: expect.stringMatching(
        /^Nothing was confirmed as saved: .* cannot be reached\. .*safe/,
      ),
    });
    for (const end = Date.now() + AWAY_MS; Date.now() < end; await pause(200))
      await expect(journal.entries('a', CLIENT)).rejects.toMatchObject({ code: 'cannot-read' });
    await server.restart();
    await journal.append('a', [facts(2)], ENTERED);
    expect((await journal.entries('a', CLIENT)).map(({ id }) => id)).toEqual([0, 1, 2].map(idNo));
  },
  30_000 + AWAY_MS,
);

test('a killed PostgreSQL has lost no entry that was said to be saved, and no half batch is there', async () => {
  const url = await withAna();
  let next = 1;
  for (let round = 0; round < ROUNDS; round++) {
    const child = spawn(process.execPath, [APPENDER, url, String(next)], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const closed = once(child, 'close');
    await once(child.stdout, 'data');
    await pause(20 + round * 47);
    await server.kill();
    // It stops at the error that it was told.
    await closed;
    await server.restart();
    const journal = await openJournal(url);
    const entries = await journal.entries('a', CLIENT);
    await journal.close();
    const ids = new Set(entries.map(({ id }) => id));
    const acknowledged = said.split('\n').slice(0, -1).map(Number);
    expect(acknowledged.length).toBeGreaterThan(0);
    for (const n of acknowledged)
      expect([ids.has(idNo(2 * n)), ids.has(idNo(2 * n + 1))]).toEqual([true, true]);
    expect(entries.length % 2, 'one for the client, and two for every batch').toBe(1);
    expect(verifyChain(entries).ok).toBe(true);
    expect((await verifyJournal(url)).findings).toEqual([]);
    next = 1 + (entries.length - 1) / 2;
  }
}, 60_000);

test('an address that leads nowhere is said without its password', async () => {
  const url = new URL(server.url);
  url.password = 'very-secret';
  url.pathname = '/nowhere';
  const missing = await openJournal(url.href).catch((error: unknown) => error);
  expect(missing).toMatchObject({ code: 'cannot-open' });
  expect(String(missing)).toContain('PostgreSQL database nowhere on 127.0.0.1:');
  expect(String(missing)).toContain('does not exist');
  url.port = '1';
  const refused = await openJournal(url.href).catch((error: unknown) => error);
  expect(String(refused)).toContain('cannot be reached');
  expect(String(missing) + String(refused)).not.toContain('very-secret');
});

test.each([
  ['postgres://jo:very-secret@host/', 'names no database'],
  ['postgres://jo:very-secret@host/db?pool=0', 'pool must be a whole number'],
  ['postgres://jo:very-secret@host:x/db', 'it is no address'],
])('the address %s is refused without its password', async (url, why) => {
  const error = String(await openJournal(url).catch((thrown: unknown) => thrown));
  expect(error).toContain(why);
  expect(error).not.toContain('very-secret');
});

test("another program's database and a newer Assuage's are refused and left alone", async () => {
  const url = await freshDatabase(server.url);
  await run(url, 'CREATE TABLE recipe (name text)');
  await expect(openJournal(url)).rejects.toMatchObject({ code: 'not-ours' });
  const newer = await withAna();
  await run(newer, 'UPDATE assuage_schema SET version = 99');
  await expect(openJournal(newer)).rejects.toMatchObject({ code: 'newer' });
});
