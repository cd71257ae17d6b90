// A list of clients from another program: looked at first, then taken whole or not at all, and never twice.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJournal } from '@assuage/record';
import { expect, onTestFinished, test } from 'vitest';
import { assuage } from './assuage.ts';

const ENTERED = '2026-03-01T09:00:00.000Z';
const ANA = '019a0000-0000-7000-8000-00000000000c';

async function practice(demo = false) {
  const data = mkdtempSync(join(tmpdir(), 'assuage-list-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  const database = join(data, 'assuage.sqlite');
  const journal = await openJournal(database);
  await journal.found(
    { id: 'harbour', name: 'Harbour', therapist: { name: 'Jo Field', training: [] }, demo },
    [
      {
        id: ANA,
        client: ANA,
        kind: 'client',
        v: 1,
        on: '2026-03-01T09:42',
        by: { name: 'Jo Field', role: 'therapist' },
        body: { name: 'Ana Silva', born: '1968-04-12' },
      },
    ],
    ENTERED,
  );
  await journal.close();
  const file = join(data, 'clients.csv');
  const list = (text: string | Uint8Array, ...options: string[]) => {
    writeFileSync(file, text);
    return assuage(['import-clients', file, '--data', data, ...options]);
  };
  const clients = async () => {
    const opened = await openJournal(database);
    const found = await opened.clients('harbour');
    await opened.close();
    return found;
  };
  return { data, file, list, clients };
}

const LIST =
  'First Name,Last Name,Date of Birth,Mobile,Email,City,Notes\n' +
  'Ben,Okoro,31/01/1990,555 2,ben@example.org,Leeds,x\n' +
  'ANA,silva,12/04/1968,,,,\n' +
  'Ben,Okoro,31/01/1990,,,,\n' +
  'Cy,,,,,,\n';

test('a dry run says what every column and every row would become, and writes nothing', async () => {
  const { file, list, clients } = await practice();
  const { code, stdout, stderr } = await list(LIST, '--dry-run');
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout.split('\n')).toEqual([
    `${file}: 1 new, 2 here already, 1 cannot be taken`,
    '',
    '  First Name → first',
    '  Last Name → last',
    '  Date of Birth → born',
    '  Mobile → phone',
    '  Email → email',
    '  City → address',
    '  Notes → not imported',
    '',
    '  line 2: Ben Okoro is new',
    '  line 3: ANA silva is here already',
    '  line 4: Ben Okoro is the same person as line 2',
    '  line 5: cannot be taken: Cy: no date of birth',
    '',
    'Nothing was written.',
    '',
  ]);
  expect(await clients()).toHaveLength(1);
});

test('all rows are taken or none, unless the bad ones are left out by name', async () => {
  const { data, file, list, clients } = await practice();
  expect(await list(LIST)).toEqual({
    code: 2,
    stdout: '',
    stderr: `${file}, line 5: Cy: no date of birth\nNothing was written. Mend this row, or leave them out with --skip-bad.\n`,
  });
  expect(await clients()).toHaveLength(1);
  const taken = await list(LIST, '--skip-bad');
  expect(taken).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('1 clients were added.'),
  });
  expect(await clients()).toEqual([
    expect.objectContaining({ name: 'Ana Silva' }),
    expect.objectContaining({
      name: 'Ben Okoro',
      born: '1990-01-31',
      contact: { phone: '555 2', email: 'ben@example.org', address: 'Leeds' },
    }),
  ]);
  const again = await list(LIST, '--skip-bad');
  expect(again.stdout).toContain('0 new, 3 here already');
  expect(await clients()).toHaveLength(2);
  expect((await assuage(['db', 'verify', '--data', data])).code).toBe(0);
});

test('a bad e-mail address is a fault of its row, in words', async () => {
  const { file, list } = await practice();
  const { stderr } = await list('Name,DOB,Email\nBen Okoro,1990-01-31,at home\n');
  expect(stderr).toContain(`${file}, line 2: Ben Okoro: must be an e-mail address`);
});

test('a list as a spreadsheet on Windows saves it keeps its accents', async () => {
  const { list, clients } = await practice();
  // é is the byte E9 in Windows-1252.
  await list(Buffer.from('Name;DOB\r\nJos\u00e9 Dur\u00e1n;1990-01-31\r\n', 'latin1'));
  expect((await clients()).map(({ name }) => name)).toContain('José Durán');
});

test('a workbook, a missing file and the demo practice are refused', async () => {
  const { data, list } = await practice(true);
  expect(await list('Name,DOB\nBen,1990-01-31\n')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('This is the demo practice'),
  });
  expect((await list('PK\u0003\u0004')).stderr).toContain('Save it as CSV first');
  const missing = await assuage(['import-clients', join(data, 'no.csv'), '--data', data]);
  expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining('no such file') });
  expect(await list('Name,DOB\nx,y\n', '--map', 'Name:name')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Write column=field'),
  });
});
