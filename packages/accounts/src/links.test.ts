import { expect, test } from 'vitest';
import { readAudit, sampleAudit, writeAudit } from './audit.ts';
import { actorOfLink, clientLinks, makeClientLink, revokeClientLink } from './links.ts';
import { allowsPasskeys } from './passkeys.ts';
import { CALLER, testContext } from './testing/context.ts';
import { founded } from './testing/people.ts';

test('a link lets its client answer, as often as needed, until it expires', async () => {
  const { context, pass } = testContext();
  const { secret } = await makeClientLink(context, 'jo', {
    client: 'ana',
    purpose: 'check-in',
    days: 2,
  });
  for (let i = 0; i < 2; i++)
    expect(await actorOfLink(context, secret)).toMatchObject({
      kind: 'link',
      clients: ['ana'],
      purpose: 'check-in',
    });
  pass(2 * 24 * 60);
  expect(await actorOfLink(context, secret)).toBeUndefined();
});

test('a revoked link opens nothing, and only its own client revokes it', async () => {
  const { context } = testContext();
  const { secret, id } = await makeClientLink(context, 'jo', {
    client: 'ana',
    purpose: 'intake',
    days: 7,
  });
  expect(await revokeClientLink(context, 'bo', id)).toBe(false);
  expect(await actorOfLink(context, secret)).toBeDefined();
  expect(await revokeClientLink(context, 'ana', id)).toBe(true);
  expect(await actorOfLink(context, secret)).toBeUndefined();
  expect(await clientLinks(context, 'ana')).toMatchObject([{ id, purpose: 'intake' }]);
});

test('a link is not a session, and a secret made up opens nothing', async () => {
  const { context } = testContext();
  expect(await actorOfLink(context, 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')).toBeUndefined();
});

test('passkeys need a name: localhost has one, 127.0.0.1 does not', () => {
  const at = (origin: string) => allowsPasskeys({ origin, name: 'Harbour' });
  expect(at('http://localhost:4600')).toBe(true);
  expect(at('https://harbour.example.org')).toBe(true);
  expect(at('http://127.0.0.1:4600')).toBe(false);
  expect(at('http://[::1]:4600')).toBe(false);
});

test('the audit is read newest first, by person, client, deed, outcome and time, page by page', async () => {
  const { context, pass } = testContext();
  const jo = { kind: 'account', name: 'Jo Field', role: 'owner', clients: [] } as const;
  const { id } = await founded(context);
  const deeds = [
    { action: 'read-record', outcome: 'done', client: 'ana' },
    { action: 'read-record', outcome: 'refused', client: 'bo' },
    { action: 'export-client', outcome: 'done', client: 'ana', details: { files: 2 } },
  ] as const;
  for (const deed of deeds) {
    await context.run((rows) => writeAudit(context, rows, { ...jo, id }, CALLER, deed));
    pass(1);
  }
  await context.run((rows) =>
    writeAudit(context, rows, { kind: 'nobody' }, CALLER, { action: 'sign-in', outcome: 'failed' }),
  );
  const actions = async (
    ...wanted: Parameters<typeof readAudit> extends [unknown, ...infer R] ? R : never
  ) => (await readAudit(context, ...wanted)).map(({ action, client }) => `${action} ${client}`);
  expect(await actions({}, 10)).toEqual([
    'sign-in null',
    'export-client ana',
    'read-record bo',
    'read-record ana',
  ]);
  expect(await actions({ client: 'ana' }, 10)).toEqual(['export-client ana', 'read-record ana']);
  expect(await actions({ outcome: 'refused' }, 10)).toEqual(['read-record bo']);
  expect(await actions({ actor: id, action: 'read-record' }, 10)).toHaveLength(2);
  expect(
    await actions({ from: '2026-03-02T09:01:00.000Z', until: '2026-03-02T09:02:00.000Z' }, 10),
  ).toEqual(['read-record bo']);
  const [first, second] = await readAudit(context, {}, 2);
  expect(first).toMatchObject({ actor: null, role: 'nobody', origin: '192.0.2.7' });
  expect(second?.details).toEqual({ files: 2 });
  expect(await actions({ before: second?.id }, 10)).toEqual(['read-record bo', 'read-record ana']);
});

test('ten lines for review are ten different ones, and any line may be among them', async () => {
  const { context } = testContext();
  for (let n = 0; n < 30; n++)
    await context.run((rows) =>
      writeAudit(context, rows, { kind: 'nobody' }, CALLER, {
        action: 'sign-in',
        outcome: 'failed',
        details: { n },
      }),
    );
  const sample = await sampleAudit(context, 10, () => 0.5);
  expect(new Set(sample.map(({ id }) => id)).size).toBe(10);
  const all = new Set<unknown>();
  for (let i = 0; i < 60; i++)
    for (const { details } of await sampleAudit(context, 10, Math.random)) all.add(details.n);
  expect(all.size, '30 lines, each missed 60 times with a chance of (2/3)^60').toBe(30);
});
