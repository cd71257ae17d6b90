import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { verifyChain } from '../../chain.ts';
import type { Entry } from '../../entries.ts';
import { ana, CLIENT, ENTERED, idNo, practice } from '../../testing/entries.ts';
import { temporary } from '../../testing/folder.ts';
import { openJournal } from '../open.ts';

const APPENDER = fileURLToPath(new URL('../../testing/append-until-killed.ts', import.meta.url));
const FIRST = 1;

/** @returns the numbers that the child said were saved before it was killed in the middle of its work */
async function appendAndKill(file: string, from: number, afterMs: number): Promise<number[]> {
  const child = spawn(process.execPath, [APPENDER, file, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await once(child.stdout, 'data');
  setTimeout(() => child.kill('SIGKILL'), afterMs);
  const [, signal] = await once(child, 'close');
  expect(signal).toBe('SIGKILL');
  // A last line without its end was not said to the end.
  return said.split('\n').slice(0, -1).map(Number);
}

async function withAna(): Promise<string> {
  const file = temporary('journal.db');
  const journal = await openJournal(file);
  await journal.found(practice('a'), [ana(0)], ENTERED);
  await journal.close();
  return file;
}
async function anasEntries(file: string): Promise<Entry[]> {
  const journal = await openJournal(file);
  const entries = await journal.entries('a', CLIENT);
  await journal.close();
  return entries;
}

test('a killed program has lost no entry that it said was saved, and no half batch is there', async () => {
  const file = await withAna();
  let next = FIRST;
  for (const afterMs of [5, 40, 90, 17]) {
    const acknowledged = await appendAndKill(file, next, afterMs);
    const entries = await anasEntries(file);
    const ids = new Set(entries.map(({ id }) => id));
    for (const n of acknowledged)
      expect([ids.has(idNo(2 * n)), ids.has(idNo(2 * n + 1))]).toEqual([true, true]);
    expect(entries.length % 2, 'one for the client, and two for every batch').toBe(1);
    expect(verifyChain(entries)).toEqual({ ok: true, entries: entries.length });
    next = FIRST + (entries.length - 1) / 2;
    expect(next).toBeGreaterThan(acknowledged.at(-1) ?? 0);
  }
}, 60_000);

test('two programs may write to one file at the same time', async () => {
  const file = await withAna();
  const acknowledged = await Promise.all([
    appendAndKill(file, 1, 300),
    appendAndKill(file, 1_000_000, 300),
  ]);
  const entries = await anasEntries(file);
  const ids = new Set(entries.map(({ id }) => id));
  for (const n of acknowledged.flat()) expect(ids.has(idNo(2 * n))).toBe(true);
  expect(Math.min(...acknowledged.map(({ length }) => length))).toBeGreaterThan(0);
  expect(verifyChain(entries).ok).toBe(true);
}, 60_000);
