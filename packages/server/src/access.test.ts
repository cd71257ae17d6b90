import { endShare, makeClientLink, makeSignInLink, people, shareRecord } from '@assuage/accounts';
import type { ClientRecord, NewEntry } from '@assuage/record';
import { describe, expect, test } from 'vitest';
import type { ErrorBody } from './errors.ts';
import type { AccountView } from './routes/account.ts';
import type { AuditView } from './routes/audit.ts';
import type { TodayView } from './routes/clients.ts';
import type { InvitationView } from './routes/people.ts';
import type { PracticeView } from './routes/practice.ts';
import type { Mail } from './routes/sign-in.ts';
import { codeAt } from './testing/authenticator.ts';
import { TODAY } from './testing/parts.ts';
import { browser, OWNER, PASSWORD, startPractice } from './testing/practice.ts';

const ANA = '019a0000-0000-7000-8000-00000000000c';
const BEN = '019a0000-0000-7000-8000-00000000000d';
const jo = { name: 'Jo Field', role: 'therapist' };
let number = 500;
const entry = (kind: string, body: object, by: object = jo) =>
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

/** The practice with its owner signed in, and Ana, who has a fever and a booking. */
async function withAna(...more: Parameters<typeof startPractice>) {
  const practice = await startPractice(...more);
  const owner = practice.browser();
  const factor = await owner.signUp(OWNER);
  await practice.journal.append(
    'a',
    [
      entry('client', { name: 'Ana Maria Silva', born: '1968-04-12' }),
      entry('appointment', { starts: `${TODAY}T10:00`, minutes: 60 }),
      entry('fact', {
        statements: [{ fact: 'fever', answer: 'yes', by: 'Ana', at: `${TODAY}T09:00:00` }],
      }),
    ],
    `${TODAY}T08:00:00.000Z`,
  );
  return { ...practice, owner, factor };
}

describe('signing in', () => {
  test('takes two steps, and the page is told which second step the person has', async () => {
    const { now, pass, browser: open, owner, factor } = await withAna();
    pass(1);
    const person = open();
    expect(await errorIn(await person.get('/api/today'))).toMatchObject({ code: 'sign-in-needed' });
    const first = await person.post('/api/sign-in', { email: OWNER, password: PASSWORD });
    expect(await first.json()).toEqual({
      level: 'password',
      factors: { app: true, passkey: false },
    });
    expect((await person.get('/api/today')).status, 'one step is not enough').toBe(401);
    const second = await person.post('/api/sign-in/code', { code: codeAt(factor.app, now()) });
    expect(second.status).toBe(200);
    expect((await person.get('/api/today')).status).toBe(200);
    expect((await json<PracticeView>(await person.get('/api/practice'))).you).toEqual({
      id: expect.any(String),
      name: 'Jo Field',
      role: 'owner',
    });
    await person.post('/api/sign-out');
    expect((await person.get('/api/today')).status).toBe(401);
    expect((await owner.get('/api/today')).status, 'the other browser stays signed in').toBe(200);
  });

  test('gives a cookie that no script reads and no other site sends', async () => {
    const { app } = await withAna();
    const response = await app.request('http://localhost:4600/api/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: OWNER, password: PASSWORD }),
    });
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^assuage-session=[\w-]{43};/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect(cookie, 'it goes with the browser').not.toMatch(/Max-Age|Expires/);
  });

  test('behind HTTPS gives a cookie for that host only, and never without encryption', async () => {
    const { app } = await startPractice({
      origin: 'https://harbour.example.org',
      behindProxy: true,
    });
    const response = await app.request('http://harbour.example.org/api/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://harbour.example.org' },
      body: JSON.stringify({ email: OWNER, password: PASSWORD }),
    });
    expect(response.headers.get('set-cookie')).toMatch(/^__Host-assuage-session=.*Secure/);
    const elsewhere = await app.request('http://localhost:4600/api/practice');
    expect(elsewhere.status).toBe(403);
  });

  test('too many wrong passwords: the answer says until when to wait', async () => {
    const { browser: open } = await withAna();
    const person = open();
    for (let i = 0; i < 5; i++) {
      const answer = await person.post('/api/sign-in', { email: OWNER, password: 'wrong' });
      expect([answer.status, (await errorIn(answer)).code]).toEqual([403, 'wrong']);
    }
    const locked = await person.post('/api/sign-in', { email: OWNER, password: PASSWORD });
    expect(locked.status).toBe(429);
    expect((await errorIn(locked)).message).toMatch(/Try again after \d\d:\d\d/);
  });

  test('by an emailed link: the same answer for everybody, and a mail to those who exist', async () => {
    const mails: Mail[] = [];
    const { browser: open } = await withAna({ sendMail: (mail) => mails.push(mail) });
    const person = open();
    const ask = async (email: string) => {
      const answer = await person.post('/api/sign-in/link', { email });
      return [answer.status, await answer.text()];
    };
    expect(await ask('nobody@harbour.example')).toEqual(await ask(OWNER));
    expect(mails.map(({ to }) => to)).toEqual([OWNER]);
    const [, link = ''] = /sign-in\/link#([\w-]+)/.exec(mails[0]?.text ?? '') ?? [];
    expect((await person.post('/api/sign-in/link/open', { link })).status).toBe(200);
    expect((await person.get('/api/today')).status, 'the second step is still to come').toBe(401);
    expect((await person.post('/api/sign-in/link/open', { link })).status).toBe(403);
  });

  test('a session is listed and ended from another device', async () => {
    const { browser: open, owner, now, pass, factor } = await withAna();
    pass(1);
    const tablet = open();
    await tablet.post('/api/sign-in', { email: OWNER, password: PASSWORD });
    await tablet.post('/api/sign-in/code', { code: codeAt(factor.app, now()) });
    const { sessions } = await json<AccountView>(await owner.get('/api/account'));
    expect(sessions.map(({ device }) => device)).toEqual(['Firefox on Linux', 'Firefox on Linux']);
    const other = sessions.find(({ current }) => !current);
    expect((await owner.ask('DELETE', `/api/account/sessions/${other?.id}`)).status).toBe(200);
    expect((await tablet.get('/api/today')).status).toBe(401);
  });
});

describe('an invitation over HTTP', () => {
  test('brings in a colleague with a password and a second step of their own', async () => {
    const { owner, browser: open } = await withAna();
    const made = await json<InvitationView>(
      await owner.post('/api/people', {
        name: 'Sam Reed',
        email: 'sam@harbour.example',
        role: 'front-desk',
        clients: [],
      }),
    );
    const secret = new URL(made.address).hash.slice(1);
    expect(made.address).toContain('/invitation#');
    const sam = open();
    expect(await (await sam.post('/api/invitation', { secret })).json()).toEqual({
      name: 'Sam Reed',
      email: 'sam@harbour.example',
      role: 'front-desk',
    });
    await sam.post('/api/invitation/accept', { secret, password: PASSWORD });
    await sam.signUp('sam@harbour.example');
    expect((await sam.get('/api/today')).status).toBe(200);
    expect((await sam.get('/api/people')).status).toBe(403);
  });

  test('to a guest says whose record', async () => {
    const { owner } = await withAna();
    const answer = await owner.post('/api/people', {
      name: 'Dr Khan',
      email: 'khan@clinic.example',
      role: 'guest',
      clients: [],
    });
    expect([answer.status, (await errorIn(answer)).where]).toEqual([400, 'body.clients']);
  });
});

describe('less than the whole record', () => {
  test('the front desk sees who comes and when, and no health fact', async () => {
    const { browser: open, add } = await withAna();
    const desk = open();
    await desk.signUp(await add('front-desk'));
    const record = await recordOf(await desk.get(`/api/clients/${ANA}`));
    expect(record.client.name).toBe('Ana Maria Silva');
    expect(record.appointments).toHaveLength(1);
    const day = await (await desk.get('/api/today')).text();
    expect(JSON.stringify(record) + day).not.toMatch(/fever|statements":\[\{/);
  });

  test("a link greets with a first name and shows nothing else, before and after the client's answers", async () => {
    const { context, browser: open, owner } = await withAna();
    const { secret } = await makeClientLink(context, 'jo', {
      client: ANA,
      purpose: 'check-in',
      days: 1,
    });
    const phone = open();
    expect(await (await phone.post('/api/link/open', { link: secret })).json()).toEqual({
      purpose: 'check-in',
      client: ANA,
    });
    const before = await (await phone.get(`/api/clients/${ANA}`)).text();
    const checkIn = entry(
      'check-in',
      { statements: [], pain: [], painNow: 7, wish: 'Quiet, please.', wishes: [] },
      { name: 'Ana', role: 'client' },
    );
    const sent = await phone.post(`/api/clients/${ANA}/entries`, [checkIn]);
    expect(sent.status).toBe(201);
    for (const shown of [before, await sent.text()]) {
      expect(JSON.parse(shown).client.name).toBe('Ana');
      expect(shown).not.toMatch(/Silva|1968|fever|Quiet|10:00/);
    }
    const { lines } = await json<AuditView>(await owner.get(`/api/audit?client=${ANA}`));
    expect(lines.map(({ role, action }) => `${role} ${action}`)).toEqual(
      expect.arrayContaining(['link sign-in', 'link write-own-answers', 'link read-contact']),
    );
    const record = await recordOf(await owner.get(`/api/clients/${ANA}`));
    expect(record.checkIns.map(({ painNow }) => painNow)).toEqual([7]);
  });

  test('a link lets in check-ins and intakes only, and only as a client', async () => {
    const { context, browser: open } = await withAna();
    const { secret } = await makeClientLink(context, 'jo', {
      client: ANA,
      purpose: 'check-in',
      days: 1,
    });
    const phone = open();
    await phone.post('/api/link/open', { link: secret });
    const asJo = entry('check-in', { statements: [], pain: [], painNow: 7, wish: '', wishes: [] });
    const refused = await phone.post(`/api/clients/${ANA}/entries`, [asJo]);
    expect((await errorIn(refused)).where).toBe('body[0].by.role');
    expect((await phone.get('/api/clients')).status).toBe(403);
    expect((await phone.get('/api/today')).status).toBe(403);
  });
});

test('a moved or cancelled appointment leaves the day', async () => {
  const { owner } = await withAna();
  const now = async () => (await json<TodayView>(await owner.get('/api/today'))).clients;
  const [booked] = await now();
  const change = entry('appointment-change', {
    appointment: booked?.appointment.entry,
    change: 'cancelled',
    askedBy: 'client',
    late: true,
    note: '',
  });
  await owner.post(`/api/clients/${ANA}/entries`, [change]);
  expect(await now()).toEqual([]);
});

test('how one signs in is changed only within 15 minutes of signing in', async () => {
  const { owner, pass } = await withAna();
  const codes = () => owner.post('/api/account/recovery-codes', {});
  pass(14);
  expect((await codes()).status).toBe(200);
  pass(2);
  for (const refused of [
    await codes(),
    await owner.post('/api/account/passkeys/offer', {}),
    await owner.post('/api/account/app/offer', {}),
  ]) {
    expect(refused.status).toBe(403);
    expect((await errorIn(refused)).message).toBe(
      'You signed in more than 15 minutes ago. Sign out, sign in again, and then change this.',
    );
  }
  expect((await owner.get('/api/account')).status).toBe(200);
});

describe('a guest', () => {
  test('finds the clients shared with them, and no others, until the share ends', async () => {
    const { browser: open, add, journal, context, pass } = await withAna();
    const ben = { ...entry('client', { name: 'Ben Ode', born: '1970-01-01' }), client: BEN };
    await journal.append('a', [ben as NewEntry], `${TODAY}T08:00:00.000Z`);
    const guest = open();
    const email = await add('guest', [ANA]);
    await guest.signUp(email);
    const names = async () =>
      (await json<{ name: string }[]>(await guest.get('/api/clients'))).map(({ name }) => name);
    expect(await names()).toEqual(['Ana Maria Silva']);
    const id = (await people(context)).find((person) => person.email === email)?.id ?? '';
    await shareRecord(context, id, ANA, 1);
    for (let i = 0; i < 3; i++) {
      pass(20);
      expect(await names()).toEqual(['Ana Maria Silva']);
    }
    await endShare(context, id, ANA);
    expect((await guest.get('/api/clients')).status).toBe(403);
    expect((await guest.get(`/api/clients/${ANA}`)).status).toBe(403);
  });
});

describe('who wrote an entry', () => {
  test('of the record is never the client, whoever says so', async () => {
    const { owner } = await withAna();
    const asAna = entry('note', { text: 'x' }, { name: 'Ana Silva', role: 'client' });
    const refused = await owner.post(`/api/clients/${ANA}/entries`, [asAna]);
    expect(await errorIn(refused)).toMatchObject({
      where: 'body[0].by.role',
      message: expect.stringContaining(
        'must be therapist, as who you are signed in, for the kind note',
      ),
    });
  });

  test('at the front desk is the front desk, and no therapist', async () => {
    const { browser: open, add } = await withAna();
    const desk = open();
    await desk.signUp(await add('front-desk'));
    const name = 'The front-desk';
    const body = { starts: `${TODAY}T15:00`, minutes: 30 };
    const booked = (role: string) =>
      desk.post(`/api/clients/${ANA}/entries`, [entry('appointment', body, { name, role })]);
    expect(await errorIn(await booked('therapist'))).toMatchObject({
      where: 'body[0].by.role',
      message: expect.stringContaining('must be front-desk'),
    });
    expect((await booked('front-desk')).status).toBe(201);
  });

  test('is the one who is signed in: nobody writes or signs in the name of another', async () => {
    const { browser: open, add } = await withAna();
    const sam = open();
    await sam.signUp(await add('therapist'));
    const asJo = await sam.post(`/api/clients/${ANA}/entries`, [entry('fact', { statements: [] })]);
    expect(await errorIn(asJo)).toMatchObject({
      where: 'body[0].by.name',
      message: expect.stringContaining('must be The therapist'),
    });
    const own = entry('fact', { statements: [] }, { name: 'The therapist', role: 'therapist' });
    expect((await sam.post(`/api/clients/${ANA}/entries`, [own])).status).toBe(201);
  });
});

describe('the audit', () => {
  test('holds every view, change, refusal and failed sign-in, with who, whose, how it ended and from where', async () => {
    const { owner, browser: open, add } = await withAna();
    const desk = open();
    await desk.signUp(await add('front-desk'));
    await desk.get('/api/people');
    await owner.get(`/api/clients/${ANA}`);
    await owner.post(`/api/clients/${ANA}/entries`, [entry('fact', { statements: [] })]);
    await open().post('/api/sign-in', { email: OWNER, password: 'wrong' });
    const { lines } = await json<AuditView>(await owner.get('/api/audit'));
    const told = lines.map(
      ({ actor_name, action, client, outcome }) => `${actor_name} ${action} ${client} ${outcome}`,
    );
    expect(told).toContain('The front-desk manage-accounts null refused');
    expect(told).toContain(`Jo Field read-record ${ANA} done`);
    expect(told).toContain(`Jo Field write-record ${ANA} done`);
    expect(told).toContain('Nobody signed in sign-in null refused');
    expect(told).toContain('Jo Field sign-in null done');
    expect(lines[0]).toMatchObject({ device: 'Firefox on Linux', origin: 'this program' });
    expect(JSON.stringify(lines)).not.toContain(PASSWORD);
  });

  test('is filtered, sampled and saved as a file that no spreadsheet runs', async () => {
    const { owner, add, browser: open } = await withAna();
    const email = await add('therapist');
    const sam = open();
    await sam.signUp(email);
    await owner.get(`/api/clients/${ANA}`);
    const only = await json<AuditView>(await owner.get('/api/audit?action=read-record'));
    expect(only.lines.map(({ action }) => action)).toEqual(['read-record']);
    const sample = await json<AuditView>(await owner.get('/api/audit/sample'));
    expect(sample.lines.length).toBeLessThanOrEqual(10);
    const file = await (await owner.get(`/api/audit.csv?client=${ANA}`)).text();
    expect(file.split('\r\n')[0]).toBe(
      'id,at,actor,actor_name,role,action,client,outcome,origin,device',
    );
    expect(file).toContain(`Jo Field,owner,read-record,${ANA},done`);
    expect((await owner.get('/api/audit?from=yesterday')).status).toBe(400);
  });

  test('cannot be changed or deleted in the database', async () => {
    const { accounts } = await withAna();
    const change = accounts.run((rows) =>
      rows.updateTable('audit').set({ actor_name: 'Nobody' }).execute(),
    );
    await expect(change).rejects.toThrow('never changed');
    await expect(accounts.run((rows) => rows.deleteFrom('audit').execute())).rejects.toThrow(
      'never deleted',
    );
  });
});

test('half an hour without a request signs out; what was typed is the page’s to keep', async () => {
  const { owner, pass } = await withAna();
  pass(31);
  const answer = await owner.get('/api/today');
  expect(await errorIn(answer)).toMatchObject({
    code: 'sign-in-needed',
    message: expect.stringContaining('kept on this device'),
  });
});

test('no secret of a link or of a mail is noted anywhere', async () => {
  const notes: string[] = [];
  const { context, app, now } = await withAna({
    onRequest: (note) => notes.push(JSON.stringify(note)),
  });
  const link = await makeSignInLink(context, OWNER, { address: 'x', device: 'y' });
  const person = browser({ app, now });
  await person.post('/api/sign-in/link/open', { link: link?.secret });
  expect(notes.join()).not.toContain(link?.secret ?? 'no link');
});
