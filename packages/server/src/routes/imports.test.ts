import { readAudit } from '@assuage/accounts';
import { expect, test } from 'vitest';
import { startApp, TODAY } from '../testing/parts.ts';
import { OWNER, startPractice } from '../testing/practice.ts';
import type { ImportView, PastImportView, TakenBackView } from './imports.ts';

const content = (text: string) => Buffer.from(text).toString('base64');
const LIST =
  'Who,Date of Birth,Mobile\nBen Okoro,31/01/1990,0555 2\nBen Okoro,31/01/1990,\nCy,30/02/1990,\nDi Moss,03/04/1980,\n';
const asked = { content: content(LIST), map: { Who: 'name' } };

async function startImport() {
  const practice = await startPractice();
  const owner = practice.browser();
  await owner.signUp(OWNER);
  const sent = async <T>(path: string, body: object): Promise<T> =>
    (await (await owner.post(path, body)).json()) as T;
  return { ...practice, owner, sent };
}

test('a list is looked at first: what each column means and what each row would become', async () => {
  const { sent, journal } = await startImport();
  const first = await sent<ImportView>('/api/imports/preview', { content: asked.content });
  expect(first).toMatchObject({ needs: 'name', rows: [], id: null });
  const seen = await sent<ImportView>('/api/imports/preview', asked);
  expect(seen).toMatchObject({
    kind: 'csv',
    needs: null,
    columns: [
      { header: 'Who', field: 'name' },
      { header: 'Date of Birth', field: 'born' },
      { header: 'Mobile', field: 'phone' },
    ],
    id: null,
  });
  expect(seen.rows).toEqual([
    { line: 2, name: 'Ben Okoro', outcome: 'new', why: '' },
    { line: 3, name: 'Ben Okoro', outcome: 'existing', why: 'is the same person as line 2' },
    { line: 4, name: 'Cy', outcome: 'bad', why: 'Cy: there is no such day as "30/02/1990"' },
    { line: 5, name: 'Di Moss', outcome: 'new', why: '' },
  ]);
  expect(await journal.clients('a')).toEqual([]);
});

test('an import is taken whole, is in the audit client by client, and is taken back', async () => {
  const { owner, sent, journal, context } = await startImport();
  const refused = await owner.post('/api/imports', asked);
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain('1 rows cannot be taken, so nothing was written');
  expect(await journal.clients('a')).toEqual([]);

  const { id } = await sent<ImportView>('/api/imports', { ...asked, skipBad: true });
  const clients = await journal.clients('a');
  expect(clients).toMatchObject([
    { name: 'Ben Okoro', born: '1990-01-31', contact: { phone: '0555 2' } },
    { name: 'Di Moss', born: '1980-04-03' },
  ]);
  const lines = await readAudit(context, { action: 'add-client' }, 9);
  // Lines of the same millisecond have no order.
  expect(new Set(lines.map(({ client }) => client))).toEqual(new Set(clients.map((one) => one.id)));
  expect(lines).toHaveLength(2);
  for (const { actor_name, details } of lines)
    expect([actor_name, details]).toEqual(['Jo Field', { import: id }]);

  const [ben, di] = clients;
  await journal.append(
    'a',
    [
      {
        id: '019a0000-0000-7000-8000-0000000000e1',
        client: di?.id ?? '',
        kind: 'note',
        v: 1,
        on: `${TODAY}T10:00`,
        by: { name: 'Jo Field', role: 'therapist' },
        body: { text: 'Called.' },
      },
    ],
    `${TODAY}T10:00:00.000Z`,
  );
  const done = await sent<TakenBackView>(`/api/imports/${id}/undo`, {});
  expect(done).toEqual({
    taken: [{ client: ben?.id, name: 'Ben Okoro' }],
    kept: [{ client: di?.id, name: 'Di Moss', why: '1 entry was added since' }],
    gone: 0,
  });
  expect((await journal.clients('a')).map(({ name }) => name)).toEqual(['Di Moss']);
  expect(await journal.retention.tombstones('a')).toMatchObject([
    { client: ben?.id, entries: 1, destroyedBy: 'Jo Field' },
  ]);
  const destroyed = await readAudit(context, { action: 'destroy-record', client: ben?.id }, 9);
  expect(destroyed).toMatchObject([{ outcome: 'done', details: { import: id } }]);
  const past = (await (await owner.get('/api/imports')).json()) as PastImportView[];
  expect(past).toMatchObject([{ id, by: 'Jo Field', added: 2, here: 1 }]);
  expect((await owner.post(`/api/imports/${ben?.id}/undo`, {})).status).toBe(404);
});

test('nonsense instead of a list is refused in words, and so is an import into the demo', async () => {
  const { owner } = await startImport();
  const answer = async (text: string) =>
    (await owner.post('/api/imports', { content: content(text) })).text();
  expect(await answer('')).toContain('there is no row under the names of the columns');
  expect(await answer('PK\u0003\u0004')).toContain('this workbook or ZIP file is damaged');
  expect(await answer('\u0000\u0001')).toContain('this is no text');
  expect(await answer('BEGIN:VCARD')).toContain('rows cannot be taken');
  expect((await owner.post('/api/imports', { content: '!' })).status).toBe(400);

  const demo = await startApp({ demo: true });
  const refused = await demo.app.request('http://localhost:4600/api/imports', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ content: content('Name,DOB\nCy,1979-04-02\n') }),
  });
  expect(refused.status).toBe(403);
});

test('contact data leave as vCards: of one client, and of all', async () => {
  const { owner, sent, journal } = await startImport();
  await sent('/api/imports', { ...asked, skipBad: true });
  const all = await owner.get('/api/contacts.vcf');
  expect(all.headers.get('content-type')).toBe('text/vcard; charset=utf-8');
  expect(all.headers.get('content-disposition')).toBe(
    `attachment; filename="clients-${TODAY}.vcf"`,
  );
  expect((await all.text()).match(/^FN:.*$/gm)).toEqual(['FN:Ben Okoro', 'FN:Di Moss']);
  const [ben] = await journal.clients('a');
  const one = await owner.get(`/api/clients/${ben?.id}/contact.vcf`);
  expect(await one.text()).toContain('TEL:0555 2\r\n');
  expect(
    (await owner.get(`/api/clients/${'019a0000-0000-7000-8000-0000000000cc'}/contact.vcf`)).status,
  ).toBe(404);
});
