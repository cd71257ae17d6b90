// Clients come in, are listed, and are taken back on a PostgreSQL server as in a file.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJournal } from '@assuage/record';
import { expect, inject, onTestFinished, test } from 'vitest';
import { dropDatabase, freshDatabase } from '../../packages/record/src/testing/postgres.ts';
import { assuage } from './assuage.ts';

const LONG = 120_000;

test(
  'an import on a PostgreSQL server is taken back, and what is left is whole',
  async () => {
    const server = inject('postgres');
    const database = await freshDatabase(server);
    onTestFinished(() => dropDatabase(server, database));
    const folder = mkdtempSync(join(tmpdir(), 'assuage-list-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const journal = await openJournal(database);
    await journal.found(
      {
        id: 'harbour',
        name: 'Harbour',
        therapist: { name: 'Jo Field', training: [] },
        demo: false,
      },
      [],
      '2026-03-01T09:00:00.000Z',
    );
    await journal.close();
    const file = join(folder, 'clients.csv');
    writeFileSync(file, 'Name,DOB\nBen Okoro,1990-01-31\nCy Hall,\n');
    const run = (...more: string[]) => assuage(['import-clients', '--database', database, ...more]);
    const { stdout, stderr } = await run(file);
    expect(stderr).toBe('');
    const [, id = ''] = /--undo (\S+)/.exec(stdout) ?? [];
    expect((await run('--list')).stdout).toContain('2 added, 2 here still');
    expect((await run('--undo', id)).stdout).toContain('2 taken back, 0 kept, 0 gone already');
    expect((await run('--list')).stdout).toContain('2 added, 0 here still');
    expect((await assuage(['db', 'verify', '--database', database])).code).toBe(0);
  },
  LONG,
);
