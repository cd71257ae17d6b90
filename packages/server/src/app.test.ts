import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { ClientRecord, NewEntry } from '@assuage/record';
import { hc } from 'hono/client';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { Api, RequestNote } from './app.ts';
import type { ErrorBody } from './errors.ts';
import type { TodayView } from './routes/clients.ts';
import { engine, library, measures, practice, startApp, TODAY } from './testing/parts.ts';

const ANA = '019a0000-0000-7000-8000-00000000000c';
const NOBODY = '019a0000-0000-7000-8000-0000000000cc';
const ENTRIES = `/api/clients/${ANA}/entries`;

const entry = (n: number, kind: string, body: unknown, more: object = {}) => ({
  id: `019a0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`,
  client: ANA,
  kind,
  v: 1,
  on: `${TODAY}T09:42:00`,
  by: { name: 'Jo Field', role: 'therapist' },
  body,
  ...more,
});
const ana = entry(1, 'client', { name: 'Ana Silva', born: '1968-04-12' });
const said = (fact: string, answer: string, more: object = {}) => ({
  fact,
  answer,
  by: 'Ana Silva',
  at: `${TODAY}T09:42:00`,
  ...more,
});
const facts = (n: number, ...statements: object[]) => entry(n, 'fact', { statements });
const hotWrist = facts(2, said('hot-joint', 'yes', { places: ['wrist-right'] }));

const withAna = async (...more: Parameters<typeof startApp>) => {
  const started = await startApp(...more);
  expect((await started.send('/api/clients', ana)).status).toBe(201);
  return started;
};
const errorIn = async (response: Response) => ((await response.json()) as ErrorBody).error;

describe('GET /api/practice', () => {
  test('says whose practice it is, the date there and the knowledge in use', async () => {
    const { ask } = await startApp();
    expect(await (await ask('/api/practice')).json()).toEqual({
      ...practice('a'),
      today: TODAY,
      release: engine.knowledge.release,
      you: { id: 'demo', name: 'Jo Field', role: 'owner' },
      setUpNeeded: false,
      mail: false,
    });
  });
});

describe('GET /api/knowledge', () => {
  test('sends the knowledge once to each browser for each release', async () => {
    const { ask } = await startApp();
    const first = await ask('/api/knowledge');
    expect(first.headers.get('content-type')).toBe('application/json');
    expect(await first.json()).toEqual(JSON.parse(JSON.stringify(engine.knowledge)));
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toBe(`"${engine.knowledge.release}"`);

    const again = await ask('/api/knowledge', { headers: { 'if-none-match': tag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const older = await ask('/api/knowledge', { headers: { 'if-none-match': '"older"' } });
    expect(older.status).toBe(200);
  });

  test.each([
    ['br, gzip;q=0.8', 'br', brotliDecompressSync, 110_000],
    ['gzip, deflate', 'gzip', gunzipSync, 120 * 1024],
  ] as const)('packs it for a browser that unpacks %s', async (accept, encoding, unpack, most) => {
    const { ask } = await startApp();
    const packed = await ask('/api/knowledge', { headers: { 'accept-encoding': accept } });
    expect(packed.headers.get('content-encoding')).toBe(encoding);
    expect(packed.headers.get('vary')).toBe('Accept-Encoding');
    const bytes = Buffer.from(await packed.arrayBuffer());
    expect(bytes.length).toBeLessThanOrEqual(most);
    const plain = await ask('/api/knowledge');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(unpack(bytes).toString()).toBe(await plain.text());
  });

  test('does not pack it for a browser that refuses', async () => {
    const { ask } = await startApp();
    const refused = await ask('/api/knowledge', {
      headers: { 'accept-encoding': 'gzip;q=0, br;q=0.0' },
    });
    expect(refused.headers.get('content-encoding')).toBeNull();
  });
});

describe('GET /api/evidence', () => {
  test('sends what studies found apart from the knowledge, for the same release', async () => {
    const { ask } = await startApp();
    const sent = await ask('/api/evidence', { headers: { 'accept-encoding': 'gzip' } });
    expect(sent.headers.get('etag')).toBe(`"${engine.knowledge.release}"`);
    const bytes = Buffer.from(await sent.arrayBuffer());
    expect(JSON.parse(gunzipSync(bytes).toString())).toEqual(JSON.parse(JSON.stringify(library)));
    expect(bytes.length).toBeLessThanOrEqual(60 * 1024);
  });
});

describe('GET /api/measures', () => {
  test('sends the outcome measures apart from the knowledge, for the same release', async () => {
    const { ask } = await startApp();
    const sent = await ask('/api/measures', { headers: { 'accept-encoding': 'gzip' } });
    expect(sent.headers.get('etag')).toBe(`"${engine.knowledge.release}"`);
    const bytes = Buffer.from(await sent.arrayBuffer());
    expect(JSON.parse(gunzipSync(bytes).toString())).toEqual(JSON.parse(JSON.stringify(measures)));
    expect(bytes.length).toBeLessThanOrEqual(40 * 1024);
  });
});

describe('POST /api/clients', () => {
  test('begins a journal and answers with the record', async () => {
    const { send, ask } = await startApp();
    const response = await send('/api/clients', ana);
    expect(response.status).toBe(201);
    const record = (await response.json()) as ClientRecord;
    expect(record.client).toEqual({ id: ANA, name: 'Ana Silva', born: '1968-04-12' });
    expect(await (await ask(`/api/clients/${ANA}`)).json()).toEqual(record);
  });

  test('refuses any other entry, and a birth to come', async () => {
    const { send, journal } = await startApp();
    const other = await errorIn(await send('/api/clients', hotWrist));
    expect(other.where).toBe('body.kind');
    const unborn = { ...ana, body: { name: 'Ana', born: '2026-03-02' } };
    expect((await errorIn(await send('/api/clients', unborn))).where).toBe('body.body.born');
    expect(await journal.clients('a')).toEqual([]);
  });
});

describe('POST /api/clients/:id/entries', () => {
  test('saves the entries and answers with the new record', async () => {
    const { send } = await withAna();
    const response = await send(ENTRIES, [hotWrist]);
    expect(response.status).toBe(201);
    const record = (await response.json()) as ClientRecord;
    expect(record.statements).toEqual([said('hot-joint', 'yes', { places: ['wrist-right'] })]);
    expect(record.entries).toBe(2);
  });

  test('may be sent again when no answer came', async () => {
    const { send } = await withAna();
    const first = await (await send(ENTRIES, [hotWrist])).json();
    const again = await send(ENTRIES, [hotWrist]);
    expect([again.status, await again.json()]).toEqual([201, first]);
  });

  test('refuses the id of an entry that says something else', async () => {
    const { send } = await withAna();
    await send(ENTRIES, [hotWrist]);
    const response = await send(ENTRIES, [{ ...hotWrist, on: `${TODAY}T10:00:00` }]);
    expect(response.status).toBe(409);
    expect((await errorIn(response)).code).toBe('conflict');
  });

  test('refuses a client whom nobody introduced', async () => {
    const { send } = await startApp();
    const response = await send(ENTRIES, [hotWrist]);
    expect([response.status, (await errorIn(response)).code]).toEqual([404, 'client-not-found']);
  });

  test.each<[string, unknown, string, RegExp]>([
    ['no list', hotWrist, 'body', /list of entries/],
    ['an empty list', [], 'body', /at least one entry/],
    ['nothing', null, 'body', /list of entries/],
    ['an unknown kind', [entry(2, 'diary', {})], 'body[0].kind', /not a kind of entry/],
    [
      'an impossible date',
      [hotWrist, { ...facts(3), on: '2026-02-30T10:00' }],
      'body[1].on',
      /"2026-02-30T10:00" is not a time/,
    ],
    [
      'a date to come',
      [{ ...facts(3), on: '2026-03-02T10:00' }],
      'body[0].on',
      /still to come \(today is 2026-03-01\)/,
    ],
    [
      'a place that does not exist',
      [facts(2, said('hot-joint', 'yes', { places: ['wrist-rigth'] }))],
      'body[0].body.statements[0].places[0]',
      /unknown place "wrist-rigth"; did you mean "wrist-right"/,
    ],
    [
      'a fact that does not exist',
      [hotWrist, facts(3, said('hot-joints', 'yes'))],
      'body[1].body.statements[0].fact',
      /unknown fact "hot-joints"; did you mean "hot-joint"/,
    ],
    [
      'a technique that does not exist',
      [
        entry(2, 'check-in', {
          statements: [],
          pain: [],
          painNow: 3,
          wish: '',
          wishes: ['hot-stoned'],
        }),
      ],
      'body[0].body.wishes[0]',
      /unknown technique "hot-stoned"; did you mean "hot-stone"/,
    ],
    [
      'an answer that is none',
      [facts(2, said('hot-joint', 'maybe'))],
      'body[0].body.statements[0].answer',
      /yes, no or unknown/,
    ],
    [
      'two answers to one question',
      [facts(2, said('fever', 'yes'), said('fever', 'no'))],
      'body[0].body.statements[0] and statements[1]',
      /answered twice, differently/,
    ],
    [
      'a yes to a kind of what was a no',
      [facts(2, said('unwell-today', 'no'), said('fever', 'yes'))],
      'body[0].body.statements[0] and statements[1]',
      /is a kind of the second/,
    ],
    ['an entry of somebody else', [{ ...hotWrist, client: NOBODY }], 'body[0].client', /is not/],
    ['an entry with a hash', [{ ...hotWrist, hash: 'x' }], 'body[0].hash', /hash|never/],
  ])('refuses %s, says where, and saves nothing', async (_, body, where, message) => {
    const { send, journal } = await withAna();
    const response = await send(ENTRIES, body);
    expect(response.status).toBe(400);
    const error = await errorIn(response);
    expect(error.code).toBe('invalid');
    expect(error.where).toBe(where);
    expect(error.message).toMatch(message);
    expect(error.message).toContain(where);
    expect(await journal.entries('a', ANA)).toHaveLength(1);
  });

  test('names every mistake, not only the first', async () => {
    const { send } = await withAna();
    const body = [facts(2, said('nothing', 'yes'), said('rash', 'yes', { places: ['tail'] }))];
    const { issues, message } = await errorIn(await send(ENTRIES, body));
    expect(issues.length).toBeGreaterThan(1);
    expect(message).toContain(`(and ${issues.length - 1} more)`);
  });

  test.each(['[{]', '', '{"a":', 'kind: fact', '[1,]'])(
    'refuses %j, which is not JSON',
    async (text) => {
      const { send, journal } = await withAna();
      const response = await send(ENTRIES, text);
      expect(response.status).toBe(400);
      expect(await errorIn(response)).toMatchObject({ code: 'malformed-json', where: 'body' });
      expect(await journal.entries('a', ANA)).toHaveLength(1);
    },
  );

  test('refuses a body that does not say that it is JSON, as a form of another page would', async () => {
    const { send } = await withAna();
    const response = await send(ENTRIES, [hotWrist], { 'content-type': 'text/plain' });
    expect([response.status, (await errorIn(response)).code]).toEqual([415, 'not-json']);
  });

  test('refuses more than 1 MB', async () => {
    const { send, journal } = await withAna();
    const large = JSON.stringify([{ ...hotWrist, padding: 'x'.repeat(1_000_001) }]);
    const response = await send(ENTRIES, large, { 'content-length': String(large.length) });
    expect([response.status, (await errorIn(response)).code]).toEqual([413, 'too-large']);
    expect(await journal.entries('a', ANA)).toHaveLength(1);
  });

  test('refuses brackets without end', async () => {
    const { send } = await withAna();
    const response = await send(ENTRIES, '['.repeat(200_000) + ']'.repeat(200_000));
    expect(response.status).toBe(400);
  });

  test('says it plainly when something breaks, and keeps the details out of the answer', async () => {
    const journal = {
      entries: () => Promise.reject(new Error('Ana Silva has a fever')),
    } as unknown as Awaited<ReturnType<typeof startApp>>['journal'];
    const { ask, errors } = await startApp({ journal });
    const response = await ask(`/api/clients/${ANA}`);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('Ana');
    expect(errors).toHaveLength(1);
  });
});

describe('GET /api/clients', () => {
  test('finds people by any part of their name, without minding accents or case', async () => {
    const { send, ask } = await startApp();
    await send('/api/clients', { ...ana, body: { name: 'Zoë Silva', born: '1968-04-12' } });
    const names = async (query: string) =>
      ((await (await ask(`/api/clients${query}`)).json()) as { name: string }[]).map(
        ({ name }) => name,
      );
    expect(await names('')).toEqual(['Zoë Silva']);
    expect(await names('?q=zoe')).toEqual(['Zoë Silva']);
    expect(await names('?q=SIL+zo')).toEqual(['Zoë Silva']);
    expect(await names('?q=Ben')).toEqual([]);
  });
});

describe('GET /api/clients/:id', () => {
  test('refuses an id that is none, and one that nobody has', async () => {
    const { ask } = await startApp();
    const noId = await ask('/api/clients/ana');
    expect([noId.status, (await errorIn(noId)).where]).toEqual([400, 'path.id']);
    const nobody = await ask(`/api/clients/${NOBODY}`);
    expect([nobody.status, (await errorIn(nobody)).code]).toEqual([404, 'client-not-found']);
  });
});

describe('GET /api/today', () => {
  test("lists the day's clients by the start of their appointments", async () => {
    const { send, ask } = await withAna();
    const appointment = (n: number, starts: string) =>
      entry(n, 'appointment', { starts, minutes: 60 });
    await send(ENTRIES, [
      appointment(2, `${TODAY}T15:00`),
      appointment(3, `${TODAY}T10:00`),
      appointment(4, '2026-03-02T10:00'),
    ]);
    const today = (await (await ask('/api/today')).json()) as TodayView;
    expect(today.date).toBe(TODAY);
    expect(today.clients.map(({ appointment: { starts } }) => starts)).toEqual([
      `${TODAY}T10:00`,
      `${TODAY}T15:00`,
    ]);
    expect(today.clients[0]?.record.client.name).toBe('Ana Silva');
    const tomorrow = (await (await ask('/api/today?date=2026-03-02')).json()) as TodayView;
    expect(tomorrow.clients).toHaveLength(1);
  });

  test.each(['2026-02-30', 'tomorrow', ''])('refuses the date "%s"', async (date) => {
    const { ask } = await startApp();
    const response = await ask(`/api/today?date=${date}`);
    expect([response.status, (await errorIn(response)).where]).toEqual([400, 'query.date']);
  });
});

describe('two practices', () => {
  test('never see each other through the server', async () => {
    const { send, ask, journal } = await startApp();
    await journal.append('b', [ana as unknown as NewEntry], `${TODAY}T00:00:00.000Z`);
    expect((await ask(`/api/clients/${ANA}`)).status).toBe(404);
    expect(await (await ask('/api/clients')).json()).toEqual([]);
    expect((await send(ENTRIES, [hotWrist])).status).toBe(404);
    expect(await journal.entries('b', ANA)).toHaveLength(1);
  });
});

describe('every answer', () => {
  test('forbids the page to load, send or be shown anywhere else', async () => {
    const { ask } = await startApp();
    for (const path of ['/api/practice', '/api/nothing', '/api/clients/ana']) {
      const { headers } = await ask(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  test('with health data stays in no cache', async () => {
    const { ask } = await withAna();
    for (const path of ['/api/today', '/api/clients', `/api/clients/${ANA}`, '/api/clients/ana'])
      expect((await ask(path)).headers.get('cache-control')).toBe('no-store');
  });

  test('is refused under another name, as after DNS rebinding, and to another page', async () => {
    const { app, ask } = await withAna();
    const rebound = await app.request(`http://evil.example:4600/api/clients/${ANA}`);
    expect(rebound.status).toBe(403);
    expect(await rebound.text()).not.toContain('Ana');
    const foreign = await ask('/api/clients', { headers: { origin: 'http://evil.example' } });
    expect([foreign.status, (await errorIn(foreign)).code]).toEqual([403, 'not-allowed']);
    const own = await ask('/api/clients', { headers: { origin: 'http://localhost:4600' } });
    expect(own.status).toBe(200);
  });

  test('at an unknown address, or with an unknown method, is a 404 in JSON', async () => {
    const { ask } = await startApp();
    expect(await errorIn(await ask('/api/nothing'))).toMatchObject({ code: 'not-found' });
    expect((await ask('/api/practice', { method: 'DELETE' })).status).toBe(404);
    expect((await ask(ENTRIES, { method: 'PUT' })).status).toBe(404);
  });

  test('is noted by its route, never by whom it was about', async () => {
    const notes: RequestNote[] = [];
    const { ask } = await startApp({ onRequest: (note) => notes.push(note) });
    await ask(`/api/clients/${ANA}?q=fever`);
    await ask('/api/clients?q=Ana');
    expect(notes.map(({ method, route, status }) => `${method} ${route} ${status}`)).toEqual([
      'GET /api/clients/:id 404',
      'GET /api/clients 200',
    ]);
    expect(JSON.stringify(notes)).not.toMatch(/Ana|fever|019a/);
  });
});

describe('the typed client', () => {
  test('knows what each route takes and gives', () => {
    const client = hc<Api>('http://127.0.0.1:4600');
    type Sent = Parameters<(typeof client.api.clients)[':id']['entries']['$post']>[0];
    expectTypeOf<Sent['json'][number]>().toEqualTypeOf<NewEntry>();
    expectTypeOf<Sent['param']>().toEqualTypeOf<{ id: string }>();
    expect(client.api.clients[':id'].$url({ param: { id: ANA } }).pathname).toBe(
      `/api/clients/${ANA}`,
    );
  });
});
