import { expect, test } from 'vitest';
import type { ErrorBody } from './errors.ts';
import type { RetentionView } from './routes/retention.ts';
import type { SettingsView } from './routes/settings.ts';
import { startApp, TODAY } from './testing/parts.ts';

const ANA = '019a0000-0000-7000-8000-00000000000c';
const SETTINGS: SettingsView = {
  name: 'Harbour',
  therapist: { name: 'Kim', training: ['lymph-drainage'] },
  jurisdiction: 'ontario',
};

async function started() {
  const app = await startApp();
  const put = (body: unknown) =>
    app.ask('/api/settings', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const addAna = (on: string, entered: string) =>
    app.journal.append(
      'a',
      [
        {
          id: ANA,
          client: ANA,
          kind: 'client',
          v: 1,
          on: `${on}T09:00`,
          by: { name: 'Jo Field', role: 'therapist' },
          body: { name: 'Ana Silva', born: '1968-04-12' },
        },
      ],
      entered,
    );
  const retention = async () => (await (await app.ask('/api/retention')).json()) as RetentionView;
  return { ...app, put, addAna, retention };
}

test('settings are kept, also for whoever starts the program next', async () => {
  const { ask, put, journal } = await started();
  expect(await (await ask('/api/settings')).json()).toMatchObject({ jurisdiction: null });
  const answer = await put(SETTINGS);
  expect(await answer.json()).toEqual(SETTINGS);
  expect(await (await ask('/api/settings')).json()).toEqual(SETTINGS);
  expect(await (await ask('/api/practice')).json()).toMatchObject({ jurisdiction: 'ontario' });
  expect(await journal.practices()).toContainEqual({ id: 'a', demo: true, ...SETTINGS });
});

test.each([
  ['a place that nobody knows', { ...SETTINGS, jurisdiction: 'atlantis' }, 'body.jurisdiction'],
  [
    'a technique that needs no training',
    { ...SETTINGS, therapist: { name: 'Kim', training: ['gliding'] } },
    'body.therapist.training[0]',
  ],
  ['a practice without a name', { ...SETTINGS, name: ' ' }, 'body.name'],
])('%s is refused, and nothing changes', async (_, body, where) => {
  const { ask, put } = await started();
  const answer = await put(body);
  expect(answer.status).toBe(400);
  expect(((await answer.json()) as ErrorBody).error.where).toBe(where);
  expect(await (await ask('/api/settings')).json()).toMatchObject({ name: 'Practice a' });
});

test('the list says from when a record may go, under the rule of the chosen place', async () => {
  const { put, addAna, retention } = await started();
  await addAna('2016-02-29', '2016-02-29T10:00:00.000Z');
  expect((await retention()).records[0]).toMatchObject({ name: 'Ana Silva', destroyFrom: null });
  await put(SETTINGS);
  // Ten years from 29 February 2016 are over at the end of 1 March 2026.
  expect((await retention()).records[0]).toMatchObject({
    last: '2016-02-29',
    destroyFrom: '2026-03-02',
    wasMinor: false,
    holds: [],
  });
});

test('looking at the list is no destruction in the audit, and neither is a hold', async () => {
  const { send, addAna, retention, journal } = await started();
  await addAna(TODAY, `${TODAY}T10:00:00.000Z`);
  await retention();
  await send(`/api/retention/${ANA}/holds`, { reason: 'a claim' });
  const audit = await journal.inAccounts('a', (rows) =>
    rows.selectFrom('audit').select(['action', 'client']).orderBy('id').execute(),
  );
  expect(audit).toEqual([
    { action: 'see-retention', client: null },
    { action: 'hold-record', client: ANA },
  ]);
});

test('a hold is put on with its reason, named with who did it, and lifted once', async () => {
  const { ask, send, addAna, retention } = await started();
  await addAna(TODAY, `${TODAY}T10:00:00.000Z`);
  const held = await send(`/api/retention/${ANA}/holds`, { reason: 'a claim' });
  expect(held.status).toBe(201);
  const [record] = (await retention()).records;
  expect(record?.holds).toMatchObject([{ reason: 'a claim', placedBy: 'Jo Field' }]);
  const path = `/api/retention/${ANA}/holds/${record?.holds[0]?.id}`;
  expect((await ask(path, { method: 'DELETE' })).status).toBe(200);
  expect((await ask(path, { method: 'DELETE' })).status).toBe(404);
  expect((await retention()).records[0]?.holds).toEqual([]);
  expect((await send(`/api/retention/${ANA}/holds`, { reason: ' ' })).status).toBe(400);
});
