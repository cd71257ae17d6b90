import { expect, onTestFinished, test } from 'vitest';
import type { Journal } from '../journal.ts';
import { verifyJournal } from '../store/care.ts';
import { openJournal } from '../store/open.ts';
import { emptyDatabase } from '../testing/database.ts';
import { ana, CLIENT, ENTERED, facts, idNo, practice } from '../testing/entries.ts';
import { temporary } from '../testing/folder.ts';
import { exportPractice } from './export.ts';
import { importPractice } from './import.ts';

async function opened(where: string): Promise<Journal> {
  const journal = await openJournal(where);
  onTestFinished(() => journal.close());
  return journal;
}

async function exported(journal: Journal): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  await exportPractice(
    journal,
    practice('a'),
    (id) => id,
    (bytes) => chunks.push(bytes),
  );
  return Buffer.concat(chunks);
}

test('a practice goes from a file to PostgreSQL and back by its export, byte for byte', async () => {
  const journal = await opened(temporary('journal.db'));
  await journal.found(practice('a'), [ana(1), facts(2)], ENTERED);
  await journal.inAccounts('a', async (rows) => {
    await rows
      .insertInto('account')
      .values({
        practice: 'a',
        id: 'jo',
        email: 'jo@a.example',
        name: 'Jo',
        role: 'owner',
        password: 'scrypt',
        totp: null,
        totp_step: null,
        created: ENTERED,
        closed: null,
      })
      .execute();
    await rows
      .insertInto('audit')
      .values({
        practice: 'a',
        id: idNo(1),
        at: ENTERED,
        actor: 'jo',
        actor_name: 'Jo',
        role: 'owner',
        action: 'read-record',
        client: CLIENT,
        outcome: 'done',
        origin: '127.0.0.1',
        device: 'Firefox',
        details: '{}',
      })
      .execute();
  });
  await journal.retention.hold('a', {
    id: 'h',
    client: CLIENT,
    reason: 'A claim',
    placedBy: 'Jo',
    placedAt: ENTERED,
  });
  const file = await exported(journal);

  const server = await emptyDatabase();
  expect((await importPractice(server, file, 'harbour.zip')).already).toBe(false);
  expect((await importPractice(server, file, 'harbour.zip')).already).toBe(true);
  expect((await verifyJournal(server)).findings).toEqual([]);
  const fromServer = await exported(await opened(server));
  expect(fromServer.equals(file)).toBe(true);

  const back = temporary('back.db');
  await importPractice(back, fromServer, 'harbour.zip');
  expect((await exported(await opened(back))).equals(file)).toBe(true);
});
