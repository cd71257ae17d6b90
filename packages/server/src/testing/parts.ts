/** The real knowledge, a real journal in a folder of its own, and a still clock. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatIssue } from '@assuage/knowledge';
import { readKnowledge } from '@assuage/knowledge/node';
import { openJournal, type Practice } from '@assuage/record';
import { compileEngine } from '@assuage/safety';
import { onTestFinished } from 'vitest';
import { type AppParts, createApp } from '../app.ts';

const result = readKnowledge();
if (!result.ok) throw new Error(result.issues.map(formatIssue).join('\n'));

export const engine = compileEngine(result.knowledge);
export const TODAY = '2026-03-01';

export const practice = (id: string): Practice => ({
  id,
  name: `Practice ${id}`,
  therapist: { name: 'Jo Field', training: [] },
  demo: false,
});

/** A path in a folder of its own, which goes when the test ends. */
export function temporary(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'assuage-server-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, name);
}

/** The program with the empty practices `a`, which is served, and `b`. */
export async function startApp(more: Partial<AppParts> = {}) {
  const journal = openJournal(temporary('journal.db'));
  onTestFinished(() => journal.close());
  for (const id of ['a', 'b']) await journal.found(practice(id), [], `${TODAY}T00:00:00.000Z`);
  const errors: unknown[] = [];
  const app = createApp({
    journal,
    practice: practice('a'),
    engine,
    now: () => new Date(`${TODAY}T12:00:00`),
    onRequest: () => {},
    onError: (error) => errors.push(error),
    ...more,
  });
  const at = (path: string) => `http://127.0.0.1:4600${path}`;
  const ask = async (path: string, init: RequestInit = {}) => app.request(at(path), init);
  const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { app, journal, ask, send, errors };
}
