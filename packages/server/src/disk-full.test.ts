import { execFileSync, spawn } from 'node:child_process';
import { randomUUIDv7 } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openJournal, verifyJournal } from '@assuage/record';
import { expect, test } from 'vitest';

const SERVER = fileURLToPath(new URL('testing/serve.ts', import.meta.url));
const BYTES = 4_000_000;
const BATCH = 50;

/** A limit on the size of every file is how Linux lets a disk be full for one process alone. */
const limit = (pid: number, bytes: number | 'unlimited'): void => {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`]);
};

test.skipIf(process.platform !== 'linux')(
  'a full disk is said in words, loses nothing that was confirmed, and ends by itself (needs prlimit of Linux)',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'assuage-full-'));
    const file = join(folder, 'assuage.sqlite');
    const child = spawn(process.execPath, [SERVER, file], { stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      const [said] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
      const at = /Assuage is at (\S+)\n/.exec(said)?.[1];
      const [client] = (await (await fetch(`${at}/api/clients`)).json()) as { id: string }[];
      const confirmed: string[] = [];
      const write = async () => {
        const entries = Array.from({ length: BATCH }, () => ({
          id: randomUUIDv7(),
          client: client?.id,
          kind: 'note',
          v: 1,
          on: '2026-03-01T09:42',
          by: { name: 'Jo Field', role: 'therapist' },
          body: { text: 'Called about the knee. '.repeat(100) },
        }));
        const answer = await fetch(`${at}/api/clients/${client?.id}/entries`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(entries),
        });
        if (answer.ok) confirmed.push(...entries.map(({ id }) => id));
        return { ok: answer.ok, text: await answer.text() };
      };

      limit(child.pid ?? 0, BYTES);
      // Alone, and several that wait for one commit.
      for (const writers of [1, 6]) {
        let answers = await Promise.all(Array.from({ length: writers }, write));
        while (answers.every(({ ok }) => ok))
          answers = await Promise.all(Array.from({ length: writers }, write));
        for (const { text } of answers.filter(({ ok }) => !ok))
          expect(JSON.parse(text).error).toMatchObject({
            code: 'not-saved',
            message: expect.stringMatching(
              /^Nothing was saved: .+ Check that the disk is not full/,
            ),
          });
      }
      expect(confirmed.length).toBeGreaterThan(BATCH);

      limit(child.pid ?? 0, 'unlimited');
      expect(await write()).toMatchObject({ ok: true });

      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      const journal = await openJournal(file);
      const [practice] = await journal.practices();
      const kept = await journal.entries(practice?.id ?? '', client?.id ?? '');
      const notes = kept.filter(({ kind }) => kind === 'note').map(({ id }) => id);
      expect(confirmed.filter((id) => !notes.includes(id))).toEqual([]);
      expect(notes.length % BATCH, 'no half batch').toBe(0);
      await journal.close();
      expect((await verifyJournal(file)).findings).toEqual([]);
    } finally {
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    }
  },
  60_000,
);
