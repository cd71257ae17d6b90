/** The real knowledge, a real journal in a folder of its own, and a still clock. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVault, KEY_BYTES } from '@assuage/accounts';
import { readJurisdictions } from '@assuage/jurisdiction/node';
import { formatIssue } from '@assuage/knowledge';
import { readKnowledge, readLibrary } from '@assuage/knowledge/node';
import { openJournal, type Practice } from '@assuage/record';
import { compileEngine } from '@assuage/safety';
import { onTestFinished } from 'vitest';
import { type AppParts, createApp } from '../app.ts';

const result = readKnowledge();
if (!result.ok) throw new Error(result.issues.map(formatIssue).join('\n'));
export const { measures } = result;

const read = readLibrary();
if (!read.ok) throw new Error(read.issues.map(formatIssue).join('\n'));
export const { library } = read;

const places = readJurisdictions();
if (!places.ok) throw new Error(places.issues.map(formatIssue).join('\n'));
const { jurisdictions } = places;

export const engine = compileEngine(result.knowledge);
export const TODAY = '2026-03-01';

export const practice = (id: string, demo = true): Practice => ({
  id,
  name: `Practice ${id}`,
  therapist: { name: 'Jo Field', training: [] },
  demo,
});

/** A path in a folder of its own, which goes when the test ends. */
export function temporary(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'assuage-server-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, name);
}

/**
 * The program with the empty practices `a`, which is served, and `b`. Everyone may do everything in
 * them, as in a demo, unless `demo` is false.
 */
export async function startApp({
  demo = true,
  clock = new Date(`${TODAY}T12:00:00`),
  ...more
}: Partial<AppParts> & { demo?: boolean; clock?: Date } = {}) {
  const journal = await openJournal(temporary('journal.db'));
  onTestFinished(() => journal.close());
  for (const id of ['a', 'b'])
    await journal.found(practice(id, demo), [], `${TODAY}T00:00:00.000Z`);
  let current = practice('a', demo);
  const errors: unknown[] = [];
  let ahead = 0;
  const now = () => new Date(clock.getTime() + ahead);
  /** The clock moves on. */
  const pass = (minutes: number) => {
    ahead += minutes * 60_000;
  };
  const accounts: AppParts['accounts'] = {
    practice: 'a',
    vault: createVault(randomBytes(KEY_BYTES)),
    now,
    scryptCost: 8,
    run: (work) => journal.inAccounts('a', work),
  };
  const app = createApp({
    journal,
    practice: () => current,
    changePractice: async (changed) => {
      await journal.changePractice(changed);
      current = changed;
    },
    jurisdictions,
    accounts,
    engine,
    library,
    measures,
    now,
    random: () => 0.5,
    onRequest: () => {},
    onError: (error) => errors.push(error),
    ...more,
  });
  const at = (path: string) => `http://localhost:4600${path}`;
  const ask = async (path: string, init: RequestInit = {}) => app.request(at(path), init);
  const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { app, journal, accounts, now, pass, ask, send, errors };
}
