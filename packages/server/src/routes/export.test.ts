import { readAudit } from '@assuage/accounts';
import { importPractice, openJournal } from '@assuage/record';
import { expect, onTestFinished, test } from 'vitest';
import { TODAY, temporary } from '../testing/parts.ts';
import { OWNER, startPractice } from '../testing/practice.ts';

const ANA = '019a0000-0000-7000-8000-00000000000c';
const NOBODY = '019a0000-0000-7000-8000-0000000000cc';

async function practiceWithAna() {
  const practice = await startPractice();
  await practice.journal.append(
    'a',
    [
      {
        id: ANA,
        client: ANA,
        kind: 'client',
        v: 1,
        on: `${TODAY}T09:00`,
        by: { name: 'Jo Field', role: 'therapist' },
        body: { name: 'Ana Silva', born: '1968-04-12' },
      },
    ],
    `${TODAY}T09:00:00.000Z`,
  );
  const owner = practice.browser();
  await owner.signUp(OWNER);
  return { ...practice, browserOfOwner: owner };
}

test('a client’s copy is a ZIP file whose name says nothing about the client, and the audit has it', async () => {
  const { browserOfOwner, context } = await practiceWithAna();
  const answer = await browserOfOwner.get(`/api/clients/${ANA}/archive`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/zip');
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="record-${TODAY}.zip"`,
  );
  expect(answer.headers.get('cache-control')).toBe('no-store');
  // "PK": every ZIP file begins so.
  expect(Buffer.from(await answer.arrayBuffer()).toString('latin1', 0, 2)).toBe('PK');
  const lines = await readAudit(context, { action: 'export-client' }, 9);
  expect(lines.map(({ client, outcome }) => [client, outcome])).toEqual([[ANA, 'done']]);
  expect((await browserOfOwner.get(`/api/clients/${NOBODY}/archive`)).status).toBe(404);
});

test('everything that is downloaded can be imported elsewhere', async () => {
  const { browserOfOwner } = await practiceWithAna();
  const answer = await browserOfOwner.get('/api/export');
  const where = temporary('copy.db');
  const file = new Uint8Array(await answer.arrayBuffer());
  expect(await importPractice(where, file, 'all.zip')).toMatchObject({ clients: 1, entries: 1 });
  const copy = await openJournal(where);
  onTestFinished(() => copy.close());
  expect((await copy.clients('a')).map(({ name }) => name)).toEqual(['Ana Silva']);
});
