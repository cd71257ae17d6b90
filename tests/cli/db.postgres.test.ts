// The records as whoever runs a practice keeps them: proved, mended, and moved to a PostgreSQL server.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { type NewEntry, openJournal } from '@assuage/record';
import { expect, inject, onTestFinished, test } from 'vitest';
import { dropDatabase, freshDatabase, run } from '../../packages/record/src/testing/postgres.ts';
import { assuage, ROOT } from './assuage.ts';

const ENTERED = '2026-03-01T09:00:00.000Z';
const id = (n: number): string => `019a0000-0000-7000-8000-1${n.toString(16).padStart(11, '0')}`;

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'assuage-db-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A file with so many clients, who have four entries each. */
async function records(data: string, clients: number): Promise<string> {
  const file = join(data, 'assuage.sqlite');
  const journal = await openJournal(file);
  const by = { name: 'Jo Field', role: 'therapist' } as const;
  const on = '2026-03-01T09:42';
  const entries = Array.from({ length: clients }, (_, n): NewEntry[] => {
    const client = id(10 * n);
    const common = { client, v: 1, on, by } as const;
    return [
      { ...common, id: client, kind: 'client', body: { name: `Ana ${n}`, born: '1968-04-12' } },
      { ...common, id: id(10 * n + 1), kind: 'fact', body: { statements: [] } },
      { ...common, id: id(10 * n + 2), kind: 'note', body: { text: 'Called.' } },
      { ...common, id: id(10 * n + 3), kind: 'appointment', body: { starts: on, minutes: 60 } },
    ];
  });
  const practice = {
    id: 'harbour',
    name: 'Harbour',
    therapist: { name: 'Jo Field', training: [] },
    demo: false,
  };
  await journal.found(practice, entries.flat(), ENTERED);
  await journal.close();
  return file;
}

async function database(): Promise<string> {
  const server = inject('postgres');
  const url = await freshDatabase(server);
  onTestFinished(() => dropDatabase(server, url));
  return url;
}

test('verify says what it read, and ends with 0 when all is well', async () => {
  const data = folder();
  await records(data, 3);
  expect(await assuage(['db', 'verify', '--data', data])).toEqual({
    code: 0,
    stdout:
      '12 entries of 3 clients in 1 practice read. Every chain is whole, every reference leads somewhere, and every list is as the entries say.\n',
    stderr: '',
  });
});

test('verify names what was changed and ends with 1; rebuild mends what can be mended', async () => {
  const data = folder();
  const file = await records(data, 2);
  const meddler = new DatabaseSync(file);
  meddler.exec(`UPDATE client SET name = ' eve' WHERE id = '${id(0)}'`);
  const broken = await assuage(['db', 'verify', '--database', file]);
  expect(broken.code).toBe(1);
  expect(broken.stdout).toContain('1 thing is not as it should be:');
  expect(broken.stdout).toContain(`client ${id(0)}: The row in the list of clients is not`);
  expect(await assuage(['db', 'rebuild', '--data', data])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('of 2 clients'),
  });
  expect((await assuage(['db', 'verify', '--data', data])).code).toBe(0);

  meddler.exec(
    `DROP TRIGGER entry_is_never_changed; UPDATE entry SET body = '{"text":"x"}' WHERE id = '${id(2)}'`,
  );
  meddler.close();
  const forged = await assuage(['db', 'verify', '--data', data]);
  expect(forged.code).toBe(1);
  expect(forged.stdout).toContain('is not as it was received: it was changed');
});

test.each([['verify'], ['rebuild']])(
  '%s makes no records where there are none',
  async (command) => {
    const file = join(folder(), 'assuage.sqlite');
    const answer = await assuage(['db', command, '--database', file]);
    expect(answer).toEqual({ code: 2, stdout: '', stderr: `${file}: there are no records here\n` });
    expect(existsSync(file)).toBe(false);
  },
);

test('copy brings a practice to PostgreSQL and back, and what is served from there is the same', async () => {
  const data = folder();
  const file = await records(data, 3);
  const url = await database();
  const copied = await assuage(['db', 'copy', file, url]);
  expect(copied.stderr).toBe('');
  expect(copied.stdout).toBe(
    '12 entries of 3 clients in 1 practice are in both places, with the same chains.\n',
  );
  const there = await assuage(['db', 'verify'], { env: { ASSUAGE_DATABASE: url } });
  expect(there).toMatchObject({ code: 0, stdout: expect.stringContaining('12 entries') });
  const back = join(data, 'back.sqlite');
  expect((await assuage(['db', 'copy', url, back])).code).toBe(0);
  const [one, other] = [await openJournal(file), await openJournal(back)];
  expect(await other.entries('harbour', id(0))).toEqual(await one.entries('harbour', id(0)));
  await one.close();
  await other.close();
});

test('copy that is killed in the middle goes on where it was', async () => {
  const data = folder();
  const file = await records(data, 1500);
  const url = await database();
  const child = spawn(
    process.execPath,
    [join(ROOT, 'packages/cli/bin/assuage.js'), 'db', 'copy', file, url],
    { stdio: 'ignore' },
  );
  const ended = once(child, 'close');
  const count = async () => {
    const { rows } = await run(url, 'SELECT count(*) AS found FROM entry').catch(() => ({
      rows: [],
    }));
    return Number(rows[0]?.found ?? 0);
  };
  while ((await count()) === 0) await pause(5);
  child.kill('SIGKILL');
  await ended;
  const before = await count();
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(6000);
  const again = await assuage(['db', 'copy', file, url]);
  expect(again.stdout).toMatch(/^6000 entries of 1500 clients .* were there already\.\n$/);
  expect((await assuage(['db', 'verify', '--database', url])).stdout).toContain('6000 entries');
});

test('copy refuses a target with other records, and a source that is not there', async () => {
  const [one, other] = [folder(), folder()];
  const from = await records(one, 2);
  const journal = await openJournal(join(other, 'assuage.sqlite'));
  await journal.found(
    { id: 'reef', name: 'Reef', therapist: { name: 'Kim', training: [] }, demo: false },
    [],
    ENTERED,
  );
  await journal.close();
  const refused = await assuage(['db', 'copy', from, join(other, 'assuage.sqlite')]);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('holds other records');
  expect((await assuage(['db', 'copy', join(one, 'none.sqlite'), from])).code).toBe(2);
  writeFileSync(join(one, 'letter.txt'), 'Dear Dr Okafor. '.repeat(400));
  expect((await assuage(['db', 'verify', '--database', join(one, 'letter.txt')])).stderr).toContain(
    'is not an Assuage database',
  );
});

test('serve keeps its records in PostgreSQL, and never prints the password', async () => {
  const url = new URL(await database());
  url.password = 'very-secret';
  const data = folder();
  const served = spawn(
    process.execPath,
    [
      ...[join(ROOT, 'packages/cli/bin/assuage.js'), 'serve', '--port', '0'],
      ...['--data', data, '--database', url.href],
    ],
    { env: { ...process.env, LOG_LEVEL: 'trace' }, stdio: 'pipe' },
  );
  let said = '';
  for (const stream of [served.stdout, served.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  while (!said.includes('Everything is saved in')) await pause(20);
  const at = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? '';
  expect((await fetch(`${at}/api/today`)).status).toBe(200);
  served.kill('SIGTERM');
  await once(served, 'close');
  expect(said).toContain(`PostgreSQL database ${url.pathname.slice(1)} on ${url.host}`);
  expect(said).not.toContain('very-secret');
  const { rows } = await run(url.href, 'SELECT count(*) AS found FROM entry');
  expect(Number(rows[0]?.found)).toBeGreaterThan(0);
});
