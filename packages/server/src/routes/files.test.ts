import { createHash } from 'node:crypto';
import { makeClientLink, readAudit } from '@assuage/accounts';
import type { ClientRecord, NewEntry } from '@assuage/record';
import { describe, expect, test } from 'vitest';
import type { ErrorBody } from '../errors.ts';
import { TODAY } from '../testing/parts.ts';
import { OWNER, startPractice } from '../testing/practice.ts';

const ANA = '019a0000-0000-7000-8000-00000000000c';
const BEN = '019a0000-0000-7000-8000-00000000000d';
const idNo = (n: number) => `019a0000-0000-7000-8000-1${String(n).padStart(11, '0')}`;

/** A PNG of one pixel, as other programs make it. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const PDF = Buffer.from('%PDF-1.4\n1 0 obj <</OpenAction <</S /JavaScript>>>> endobj\n');
const PAGE = Buffer.from('<!doctype html><script>alert(document.cookie)</script>');

const upload = (n: number, bytes: Uint8Array, more: object = {}) => ({
  id: idNo(n),
  on: `${TODAY}T09:42:00`,
  title: 'The left knee',
  what: 'photo',
  dated: '2026-02-20',
  sha256: createHash('sha256').update(bytes).digest('hex'),
  content: Buffer.from(bytes).toString('base64'),
  ...more,
});

async function withClients() {
  const practice = await startPractice();
  const client = (id: string, name: string) =>
    ({
      id,
      client: id,
      kind: 'client',
      v: 1,
      on: `${TODAY}T09:00`,
      by: { name: 'Jo Field', role: 'therapist' },
      body: { name, born: '1968-04-12' },
    }) as unknown as NewEntry;
  const both = [client(ANA, 'Ana Silva'), client(BEN, 'Ben Ode')];
  await practice.journal.append('a', both, `${TODAY}T09:00:00.000Z`);
  const jo = practice.browser();
  await jo.signUp(OWNER);
  const addFile = (body: object) => jo.post(`/api/clients/${ANA}/files`, body);
  const refusal = async (body: object) => {
    const answer = await addFile(body);
    return { status: answer.status, ...((await answer.json()) as ErrorBody).error };
  };
  return { ...practice, jo, addFile, refusal };
}

const pathOf = (n: number, client = ANA) => `/api/clients/${client}/files/${idNo(n)}`;
const withdraw = (n: number) => [
  {
    id: idNo(900 + n),
    client: ANA,
    kind: 'file-change',
    v: 1,
    on: `${TODAY}T10:00`,
    by: { name: 'Jo Field', role: 'therapist' },
    body: { file: idNo(n), change: 'withdrawn', reason: 'Of somebody else' },
  },
];

describe('a file that is added', () => {
  test('is in the record as its bytes say, with who added it, and comes back byte for byte', async () => {
    const { addFile, jo } = await withClients();
    const answer = await addFile(upload(1, PNG));
    expect(answer.status).toBe(201);
    const { files } = (await answer.json()) as ClientRecord;
    expect(files).toEqual([
      {
        entry: idNo(1),
        title: 'The left knee',
        what: 'photo',
        dated: '2026-02-20',
        type: 'image/png',
        bytes: PNG.length,
        sha256: createHash('sha256').update(PNG).digest('hex'),
        on: `${TODAY}T09:42:00`,
        by: { name: 'Jo Field', role: 'therapist' },
        entered: expect.any(String),
      },
    ]);
    const back = await jo.get(pathOf(1));
    expect(Buffer.from(await back.arrayBuffer()).equals(PNG)).toBe(true);
  });

  test('is one file when an unanswered request is sent again', async () => {
    const { addFile } = await withClients();
    await addFile(upload(1, PNG));
    const { files } = (await (await addFile(upload(1, PNG))).json()) as ClientRecord;
    expect(files).toHaveLength(1);
    expect((await addFile(upload(1, PDF))).status).toBe(409);
  });

  test('of ten million bytes is taken, and of one more is refused in words', async () => {
    const { addFile, jo, refusal } = await withClients();
    const most = Buffer.alloc(10_000_000, 'a');
    expect((await addFile(upload(1, most))).status).toBe(201);
    const back = await (await jo.get(pathOf(1))).arrayBuffer();
    expect(Buffer.from(back).equals(most)).toBe(true);
    const refused = await refusal(upload(2, Buffer.alloc(10_000_001, 'a')));
    expect(refused).toMatchObject({ status: 413, code: 'too-large' });
    expect(refused.message).toMatch(/larger than 10 MB, so it was not saved/);
  });

  test.each([
    ['is empty', upload(1, Buffer.of()), 'This file is empty'],
    ['is no photo, PDF or text', upload(1, Buffer.from('PK\u0003\u0004\u0000')), 'not kept'],
    [
      'arrived damaged',
      upload(1, PNG, { content: PDF.toString('base64') }),
      'not the file that was sent',
    ],
    ['has no title', upload(1, PNG, { title: '  ' }), 'body.title: must not be empty'],
    [
      'is dated tomorrow',
      upload(1, PNG, { dated: '2026-03-02' }),
      'body.dated: 2026-03-02 is still',
    ],
    ['is not base64', upload(1, PNG, { content: '<svg>' }), 'must be base64'],
    ['says of what kind it is', upload(1, PAGE, { type: 'text/html' }), 'body.type'],
  ])('is refused when it %s, and nothing is kept', async (_, body, words) => {
    const { journal, refusal } = await withClients();
    const refused = await refusal(body);
    expect(refused.status).toBe(400);
    expect(refused.message).toContain(words);
    expect(await journal.entries('a', ANA)).toHaveLength(1);
  });

  test('comes with its bytes, not as a mere entry', async () => {
    const { jo } = await withClients();
    const { content, id, on, ...body } = upload(1, PNG);
    const entry = {
      ...withdraw(1)[0],
      id,
      on,
      kind: 'file',
      body: { ...body, type: 'image/png', bytes: PNG.length },
    };
    const answer = await jo.post(`/api/clients/${ANA}/entries`, [entry]);
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as ErrorBody).error.message).toContain(
      `/api/clients/${ANA}/files`,
    );
  });

  test('is refused for whoever may not add one before anything of it is read', async () => {
    const practice = await withClients();
    const desk = practice.browser();
    await desk.signUp(await practice.add('front-desk'));
    expect((await desk.post(`/api/clients/${ANA}/files`, { not: 'a file' })).status).toBe(403);
    const stranger = practice.browser();
    expect((await stranger.post(`/api/clients/${ANA}/files`, { not: 'a file' })).status).toBe(401);
  });
});

describe('a file that is opened', () => {
  test.each([
    ['a photo is shown', PNG, 'image/png', 'inline; filename="2026-02-20 file.png"'],
    ['a PDF is downloaded', PDF, 'application/pdf', 'attachment; filename="2026-02-20 file.pdf"'],
    [
      'a page that pretends to be text stays text, and is downloaded',
      PAGE,
      'text/plain; charset=utf-8',
      'attachment; filename="2026-02-20 file.txt"',
    ],
  ])('is never run: %s', async (_, bytes, type, disposition) => {
    const { addFile, jo } = await withClients();
    const title = '../../evil.html"\r\nSet-Cookie: a=b';
    expect((await addFile(upload(1, bytes, { title }))).status).toBe(201);
    const { headers, status } = await jo.get(pathOf(1));
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('content-disposition')).toBe(disposition);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'; sandbox/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.getSetCookie()).toEqual([]);
  });

  test('is found under its own client only', async () => {
    const { addFile, jo } = await withClients();
    await addFile(upload(1, PNG));
    expect((await jo.get(pathOf(1, BEN))).status).toBe(404);
    expect((await jo.get(pathOf(2))).status).toBe(404);
    expect((await jo.get(`/api/clients/${ANA}/files/..%2f..%2fetc%2fpasswd`)).status).toBe(400);
  });

  test('is in the audit, as is one that was refused', async () => {
    const { addFile, jo, context, ...practice } = await withClients();
    await addFile(upload(1, PNG));
    await jo.get(pathOf(1));
    await practice.browser().get(pathOf(1));
    const lines = await readAudit(context, { action: 'read-file' }, 9);
    expect(lines.map(({ client, outcome, role }) => [client, outcome, role])).toEqual([
      [ANA, 'refused', 'nobody'],
      [ANA, 'done', 'owner'],
    ]);
    const added = await readAudit(context, { action: 'add-file' }, 9);
    expect(added.map(({ client, outcome }) => [client, outcome])).toEqual([[ANA, 'done']]);
  });
});

describe('files', () => {
  test('are not seen at the front desk, nor through a client’s link', async () => {
    const practice = await withClients();
    await practice.addFile(upload(1, PNG));
    const desk = practice.browser();
    await desk.signUp(await practice.add('front-desk'));
    const link = practice.browser();
    const { secret } = await makeClientLink(practice.context, practice.owner.id, {
      client: ANA,
      purpose: 'check-in',
      days: 1,
    });
    await link.post('/api/link/open', { link: secret });
    for (const one of [desk, link]) {
      const record = (await (await one.get(`/api/clients/${ANA}`)).json()) as ClientRecord;
      expect(record.files).toEqual([]);
      expect((await one.get(pathOf(1))).status).toBe(403);
      expect((await one.post(`/api/clients/${ANA}/files`, upload(5, PNG))).status).toBe(403);
    }
  });

  test('that were withdrawn are opened by therapists only', async () => {
    const practice = await withClients();
    await practice.addFile(upload(1, PNG));
    const guest = practice.browser();
    await guest.signUp(await practice.add('guest', [ANA]));
    const seen = async () =>
      ((await (await guest.get(`/api/clients/${ANA}`)).json()) as ClientRecord).files.length;
    expect([await seen(), (await guest.get(pathOf(1))).status]).toEqual([1, 200]);
    await practice.jo.post(`/api/clients/${ANA}/entries`, withdraw(1));
    expect([await seen(), (await guest.get(pathOf(1))).status]).toEqual([0, 404]);
    expect((await practice.jo.get(pathOf(1))).status).toBe(200);
  });

  test('go into the client’s own copy', async () => {
    const { addFile, jo } = await withClients();
    await addFile(upload(1, PNG));
    const copy = await jo.get(`/api/clients/${ANA}/archive`);
    const zip = Buffer.from(await copy.arrayBuffer());
    expect(zip.includes('files/2026-02-20 The left knee.png')).toBe(true);
  });
});
