// A list of clients from another program: looked at first, then taken whole or not at all, and never twice.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJournal } from '@assuage/record';
import { expect, onTestFinished, test } from 'vitest';
import { row, workbook } from '../../packages/contacts/src/testing/workbooks.ts';
import { assuage } from './assuage.ts';

/** Many commands, one after the other. */
const LONG = 120_000;
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
  'Cy,,30/02/1990,,,,\n';

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
    '  line 5: cannot be taken: Cy: there is no such day as "30/02/1990"',
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
    stderr: `${file}, line 5: Cy: there is no such day as "30/02/1990"\nNothing was written. Mend this row, or leave them out with --skip-bad.\n`,
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

test('a damaged or an old workbook, a missing file and the demo practice are refused', async () => {
  const { data, list } = await practice(true);
  expect(await list('Name,DOB\nBen,1990-01-31\n')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('This is the demo practice'),
  });
  expect((await list('PK\u0003\u0004')).stderr).toContain('this workbook or ZIP file is damaged');
  expect((await list(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).stderr).toContain('of an old kind');
  const missing = await assuage(['import-clients', join(data, 'no.csv'), '--data', data]);
  expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining('no such file') });
  expect(await list('Name,DOB\nx,y\n', '--map', 'Name:name')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Write column=field'),
  });
});

test('a workbook and vCards are taken as a CSV file is', async () => {
  const { file, list, clients } = await practice();
  const sheets = [
    { name: 'Active', rows: row('Name', 'DOB', 'Phone') + row('Ben Okoro', '1990-01-31', '0555') },
  ];
  const book = await list(workbook({ sheets }));
  expect(book.stderr).toBe('');
  expect(book.stdout).toContain('The sheet "Active" was read.');
  expect(book.stdout).toContain('  row 2: Ben Okoro is new');
  const card = (name: string, more: string) =>
    `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\n${more}END:VCARD\r\n`;
  const cards = await list(
    card('Ben Okoro', 'BDAY:1990-01-31\r\n') + card('Cy Hall', 'BDAY:19790402\r\n'),
  );
  expect(cards.stdout).toContain('  line 1: Ben Okoro is here already');
  expect(cards.stdout).toContain('1 clients were added.');
  expect((await clients()).map(({ name, contact }) => [name, contact?.phone])).toEqual([
    ['Ana Silva', undefined],
    ['Ben Okoro', '0555'],
    ['Cy Hall', undefined],
  ]);
  expect((await list(workbook({ sheets }), '--sheet', 'Old')).stderr).toContain(
    `${file}: nothing is written in a sheet "Old". The sheets are: Active`,
  );
});

test('a client whose date of birth is not known is taken, found, exported and kept', async () => {
  const { data, list, clients } = await practice();
  const { stdout } = await list('BEGIN:VCARD\nVERSION:4.0\nFN:Di Moss\nBDAY:--0412\nEND:VCARD\n');
  expect(stdout).toContain(
    'Di Moss is new; the birth date "--0412" is not a whole date and is left out',
  );
  const [, di] = await clients();
  expect(di).toEqual({ id: di?.id, name: 'Di Moss' });
  expect((await assuage(['db', 'verify', '--data', data])).code).toBe(0);
  expect((await assuage(['retention', 'list', '--data', data])).stdout).toContain(
    'rule: the date of birth is not known: keep',
  );
  const all = await assuage(['export', '--all', join(data, 'all.zip'), '--data', data]);
  expect(all.code).toBe(0);
});

test(
  'an import is taken back, but for those in whose records something was written since',
  async () => {
    const { data, list, clients } = await practice();
    const import1 = await list(
      'Name,DOB\nBen Okoro,1990-01-31\nCy Hall,1979-04-02\nDi Moss,1980-05-03\n',
    );
    const [, id = ''] = /--undo (\S+)/.exec(import1.stdout) ?? [];
    const [, ben, , di] = await clients();
    const journal = await openJournal(join(data, 'assuage.sqlite'));
    await journal.append(
      'harbour',
      [
        {
          id: '019a0000-0000-7000-8000-0000000000e1',
          client: ben?.id ?? '',
          kind: 'note',
          v: 1,
          on: '2026-03-02T09:42',
          by: { name: 'Jo Field', role: 'therapist' },
          body: { text: 'Called.' },
        },
      ],
      ENTERED,
    );
    await journal.retention.hold('harbour', {
      id: '019a0000-0000-7000-8000-0000000000e2',
      client: di?.id ?? '',
      reason: 'a claim',
      placedBy: 'Jo Field',
      placedAt: ENTERED,
    });
    await journal.close();
    const undo = (...more: string[]) => assuage(['import-clients', '--data', data, ...more]);

    expect((await undo('--list')).stdout).toContain(`${id}  `);
    const dry = await undo('--undo', id, '--dry-run');
    expect(dry.stdout).toContain('1 would be taken back, 2 kept, 0 gone already');
    expect(await clients()).toHaveLength(4);

    const done = await undo('--undo', id);
    expect(done).toMatchObject({ code: 0, stderr: '' });
    expect(done.stdout).toContain('1 taken back, 2 kept, 0 gone already');
    expect(done.stdout).toMatch(/kept: Ben Okoro \(\S+\) 1 entry was added since/);
    expect(done.stdout).toMatch(/kept: Di Moss \(\S+\) is on hold: a claim/);
    expect((await clients()).map(({ name }) => name)).toEqual([
      'Ana Silva',
      'Ben Okoro',
      'Di Moss',
    ]);
    expect((await undo('--undo', id)).stdout).toContain('0 taken back, 2 kept, 1 gone already');
    expect((await undo('--list')).stdout).toContain('3 added, 2 here still');
    expect((await assuage(['db', 'verify', '--data', data])).code).toBe(0);
    const kept = await assuage(['retention', 'list', '--data', data]);
    expect(kept.stdout).toContain('the import that began it was taken back');

    expect(await undo('--undo', ANA)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`No import has the id ${ANA}`),
    });
    expect((await undo()).stderr).toContain('Name one file, or say --list');
  },
  LONG,
);

test('contact data go out as vCards, of one client or of all, and come in again elsewhere', async () => {
  const { data, list } = await practice();
  await list('Name,DOB,Phone\nBen Okoro,1990-01-31,0555 2\n');
  const out = (name: string, ...more: string[]) =>
    assuage(['export-contacts', join(data, name), '--data', data, ...more]);
  expect((await out('all.vcf')).stdout).toContain('The contact data of 2 clients are in');
  expect((await out('one.vcf', '--client', 'Ben Okoro')).code).toBe(0);
  expect(readFileSync(join(data, 'one.vcf'), 'utf8')).toMatch(
    /^BEGIN:VCARD\r\nVERSION:3.0\r\nUID:urn:uuid:\S+\r\nFN:Ben Okoro\r\nN:Okoro;Ben;;;\r\nTEL:0555 2\r\nBDAY:1990-01-31\r\nEND:VCARD\r\n$/,
  );
  const elsewhere = await practice();
  const taken = await elsewhere.list(readFileSync(join(data, 'all.vcf')));
  expect(taken.stdout).toContain('1 new, 1 here already, 0 cannot be taken');
  expect((await out('all.vcf')).stderr).toContain('is there already');
  expect((await out('no.vcf', '--client', 'Nobody')).stderr).toContain(
    'No client has the id or name',
  );
});
