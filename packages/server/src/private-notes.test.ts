import { makeClientLink } from '@assuage/accounts';
import type { ClientRecord, NewEntry } from '@assuage/record';
import { describe, expect, test } from 'vitest';
import type { ErrorBody } from './errors.ts';
import type { AuditView } from './routes/audit.ts';
import type { PracticeView } from './routes/practice.ts';
import { codeAt } from './testing/authenticator.ts';
import { TODAY } from './testing/parts.ts';
import { type browser, OWNER, PASSWORD, startPractice } from './testing/practice.ts';

const ANA = '019a0000-0000-7000-8000-00000000000c';
let number = 800;
const entry = (kind: string, body: object, by: object = { name: 'Jo Field', role: 'therapist' }) =>
  ({
    id: `019a0000-0000-7000-8000-${(number++).toString(16).padStart(12, '0')}`,
    client: ANA,
    kind,
    v: 1,
    on: `${TODAY}T09:42:00`,
    by,
    body,
  }) as unknown as NewEntry;
const json = async <T>(response: Response) => (await response.json()) as T;
const errorIn = async (response: Response) => (await json<ErrorBody>(response)).error;
const recordOf = async (response: Response) => json<ClientRecord>(response);
const accountOf = async (person: ReturnType<typeof browser>): Promise<string> =>
  (await json<PracticeView>(await person.get('/api/practice'))).you?.id ?? '';

/** The practice with its owner signed in, and Ana, who comes today. */
async function withAna() {
  const practice = await startPractice();
  const owner = practice.browser();
  await owner.signUp(OWNER);
  await practice.journal.append(
    'a',
    [
      entry('client', { name: 'Ana Maria Silva', born: '1968-04-12' }),
      entry('appointment', { starts: `${TODAY}T10:00`, minutes: 60 }),
    ],
    `${TODAY}T08:00:00.000Z`,
  );
  return { ...practice, owner };
}

describe('a private note', () => {
  const jos = (owner: string) =>
    entry('note', { text: 'I find Ana hard to talk to.', privateTo: owner });
  const SAM = 'therapist@harbour.example';
  const sam = { name: 'The therapist', role: 'therapist' };

  test('is read by its author only, and so are its corrections', async () => {
    const { owner, browser: open, add, context } = await withAna();
    const id = await accountOf(owner);
    const note = jos(id);
    expect((await owner.post(`/api/clients/${ANA}/entries`, [note])).status).toBe(201);
    const correction = entry('amendment', { amends: note.id, text: 'She was in pain.' });
    const shown = await recordOf(await owner.post(`/api/clients/${ANA}/entries`, [correction]));
    expect(shown.notes.map(({ amendments }) => amendments.length)).toEqual([1]);

    const others = [
      await add('therapist'),
      await add('front-desk'),
      await add('guest', [ANA]),
      await add('client', [ANA]),
    ];
    for (const email of others) {
      const other = open();
      await other.signUp(email);
      const answer = await other.get(`/api/clients/${ANA}`);
      expect(answer.status, email).toBe(200);
      expect(await answer.text(), email).not.toMatch(/hard to talk to|She was in pain/);
      expect(await (await other.get('/api/today')).text(), email).not.toMatch(/hard to talk to/);
    }
    const { secret } = await makeClientLink(context, id, {
      client: ANA,
      purpose: 'check-in',
      days: 1,
    });
    const phone = open();
    await phone.post('/api/link/open', { link: secret });
    expect(await (await phone.get(`/api/clients/${ANA}`)).text()).not.toMatch(/hard to talk to/);
  });

  test('is opened by another therapist in an emergency, with a reason, for that day, on record', async () => {
    const { owner, browser: open, add, pass, now } = await withAna();
    const jo = await accountOf(owner);
    await owner.post(`/api/clients/${ANA}/entries`, [jos(jo)]);
    const other = open();
    const factor = await other.signUp(await add('therapist'));
    const own = await accountOf(other);
    const opening = entry('emergency-opening', { account: own, reason: 'Ana has fainted.' }, sam);
    const opened = await recordOf(await other.post(`/api/clients/${ANA}/entries`, [opening]));
    expect(opened.notes.map(({ text }) => text)).toEqual(['I find Ana hard to talk to.']);
    const record = await recordOf(await owner.get(`/api/clients/${ANA}`));
    expect(record.openings).toMatchObject([{ reason: 'Ana has fainted.', by: sam }]);
    const { lines } = await json<AuditView>(await owner.get('/api/audit'));
    expect(lines.map(({ actor_name, action }) => `${actor_name} ${action}`)).toContain(
      'The therapist open-in-emergency',
    );
    pass(24 * 60);
    await other.post('/api/sign-in', { email: SAM, password: PASSWORD });
    await other.post('/api/sign-in/code', { code: codeAt(factor.app, now()) });
    expect((await recordOf(await other.get(`/api/clients/${ANA}`))).notes).toEqual([]);
  });

  test('cannot be written for another account, nor an emergency in the name of another', async () => {
    const { owner, browser: open, add } = await withAna();
    const jo = await accountOf(owner);
    const other = open();
    await other.signUp(await add('therapist'));
    for (const [kind, body, where] of [
      ['note', { text: 'x', privateTo: jo }, 'body[0].body.privateTo'],
      ['emergency-opening', { account: jo, reason: 'x' }, 'body[0].body.account'],
    ] as const) {
      const refused = await other.post(`/api/clients/${ANA}/entries`, [entry(kind, body, sam)]);
      expect(await errorIn(refused)).toMatchObject({
        where,
        message: expect.stringContaining('must be your own account'),
      });
    }
  });
});
