/**
 * `node bench/crash.ts 100`: kills the server so many times in the middle of concurrent writes, and proves after
 * each that every confirmed entry is there. With `--postgres`, PostgreSQL itself is killed under several writers.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt, randomUUIDv7 } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type ClientDetails, type NewEntry, openJournal, verifyJournal } from '@assuage/record';
import { freshDatabase, startPostgres } from '../packages/record/src/testing/postgres.ts';
import { idNo, introduction } from './visits.ts';

const SERVER = fileURLToPath(new URL('../packages/server/src/testing/serve.ts', import.meta.url));
const WRITERS = 6;
const MOST_MS = 400;
const PROVED_EVERY = 10;
const PRACTICE = 'crash';
const ENTERED = '2026-03-01T09:00:00.000Z';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { postgres: { type: 'boolean', default: false } },
});
const rounds = Number(positionals[0] ?? 20);
if (!Number.isInteger(rounds) || rounds < 1)
  throw new Error('Say how often: node bench/crash.ts 100');

const start = performance.now();
const confirmed = await (values.postgres ? killPostgres() : killServer());
const seconds = ((performance.now() - start) / 1000).toFixed(0);
console.log(
  `${rounds} times killed, ${confirmed} entries confirmed, every one of them there, no half batch, everything proved whole (${seconds} s)`,
);

/** Client and ids of batches that were confirmed. */
type Confirmed = { readonly client: string; readonly ids: readonly string[] }[];

async function killServer(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'assuage-crash-'));
  const file = join(folder, 'assuage.sqlite');
  let sum = 0;
  try {
    for (let round = 1; round <= rounds; round++) {
      const child = spawn(process.execPath, [SERVER, file], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const at = await addressOf(child);
      const clients = (await (await fetch(`${at}/api/clients`)).json()) as ClientDetails[];
      const done: Confirmed = [];
      const writing = Array.from({ length: WRITERS }, (_, i) =>
        writeUntilItFails(clients[i % clients.length]?.id ?? '', done, async (client, entries) => {
          const answer = await fetch(`${at}/api/clients/${client}/entries`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(entries),
          });
          if (answer.status !== 201) throw new Error(await answer.text());
        }),
      );
      await pause(randomInt(MOST_MS));
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await Promise.all(writing);
      const journal = await openJournal(file);
      const [practice] = await journal.practices();
      await journal.close();
      sum += await prove(file, practice?.id ?? '', done, round);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return sum;
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  for (;;) {
    const at = /Assuage is at (\S+)\n/.exec(said)?.[1];
    if (at) return at;
    if (child.exitCode !== null) throw new Error('the server did not start');
    await pause(10);
  }
}

async function killPostgres(): Promise<number> {
  const server = await startPostgres();
  let sum = 0;
  try {
    const url = await freshDatabase(server.url);
    const clients = Array.from({ length: WRITERS }, (_, i) => idNo(i));
    const first = await openJournal(url);
    await first.found(
      { id: PRACTICE, name: 'Crash', therapist: { name: 'Jo Field', training: [] }, demo: true },
      clients.map((client, i) => introduction(client, `Client ${i}`)),
      ENTERED,
    );
    await first.close();
    for (let round = 1; round <= rounds; round++) {
      const journal = await openJournal(url);
      const done: Confirmed = [];
      const writing = clients.map((client) =>
        writeUntilItFails(client, done, (_, entries) => journal.append(PRACTICE, entries, ENTERED)),
      );
      await pause(randomInt(MOST_MS));
      await server.kill();
      await Promise.all(writing);
      await server.restart();
      await journal.close();
      sum += await prove(url, PRACTICE, done, round);
    }
  } finally {
    await server.stop();
  }
  return sum;
}

/** Batches of two, one after the other. */
async function writeUntilItFails(
  client: string,
  done: Confirmed,
  write: (client: string, entries: NewEntry[]) => Promise<void>,
): Promise<void> {
  const by = { name: 'Jo Field', role: 'therapist' } as const;
  for (;;) {
    const entries = [0, 1].map(
      (): NewEntry => ({
        id: randomUUIDv7(),
        client,
        kind: 'note',
        v: 1,
        on: '2026-03-01T09:42',
        by,
        body: { text: 'Called.' },
      }),
    );
    try {
      await write(client, entries);
    } catch (error) {
      // A refusal would be a mistake of this program; anything else is the kill.
      if (error instanceof Error && error.message.startsWith('{')) throw error;
      return;
    }
    done.push({ client, ids: entries.map(({ id }) => id) });
  }
}

async function prove(
  where: string,
  practice: string,
  done: Confirmed,
  round: number,
): Promise<number> {
  const journal = await openJournal(where);
  for (const [client, batches] of Map.groupBy(done, (batch) => batch.client)) {
    const entries = await journal.entries(practice, client);
    const there = new Set(entries.map(({ id }) => id));
    const lost = batches.flatMap(({ ids }) => ids).filter((id) => !there.has(id));
    if (lost.length > 0) fail(`round ${round}: ${lost.length} confirmed entries are lost`);
    if (entries.filter(({ kind }) => kind === 'note').length % 2 !== 0)
      fail(`round ${round}: half a batch is there`);
  }
  await journal.close();
  if (round % PROVED_EVERY === 0 || round === rounds) {
    const { findings } = await verifyJournal(where);
    if (findings.length > 0)
      fail(`round ${round}: ${findings.map(({ message }) => message).join(' ')}`);
  }
  return done.length * 2;
}

function fail(why: string): never {
  console.error(why);
  process.exit(1);
}
