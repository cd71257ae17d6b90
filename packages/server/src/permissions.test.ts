import { readFileSync } from 'node:fs';
import { makeClientLink, ROLES } from '@assuage/accounts';
import type { NewEntry } from '@assuage/record';
import { expect, test } from 'vitest';
import type { ErrorBody } from './errors.ts';
import { TODAY } from './testing/parts.ts';
import { browser, OWNER, PASSWORD, startPractice } from './testing/practice.ts';

const ANA = '019a0000-0000-7000-8000-00000000000c';
const BEN = '019a0000-0000-7000-8000-00000000000d';
const NOBODY = '019a0000-0000-7000-8000-0000000000cc';
const WHO = [...ROLES, 'anyone'] as const;
type Who = (typeof WHO)[number];

interface Row {
  readonly method: string;
  readonly route: string;
  readonly with: string;
  readonly may: Readonly<Record<Who, string>>;
}

const rows: Row[] = readFileSync(new URL('../../../docs/permissions.md', import.meta.url), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, address = '', ...cells] = line.split('|').map((cell) => cell.trim());
    const [, method = '', route = '', more = ''] =
      /^`([A-Z]+) (\S+)`(?: with an? ?(.+)| with (.+))?$/.exec(address) ?? [];
    if (method === '') return [];
    const may = Object.fromEntries(WHO.map((who, i) => [who, cells[i] ?? '']));
    return [
      {
        method,
        route,
        with: more || (address.endsWith('facts') ? 'facts' : ''),
        may: may as Row['may'],
      },
    ];
  });

/** A list with one client, as a file travels. */
const NEW_CLIENT = Buffer.from('Name,DOB\nCy Hall,1979-04-02\n').toString('base64');

let number = 100;
const entry = (kind: string, client: string, body: object, by: object) => ({
  id: `019a0000-0000-7000-8000-${(number++).toString(16).padStart(12, '0')}`,
  client,
  kind,
  v: 1,
  on: `${TODAY}T09:42:00`,
  by,
  body,
});
const byClient = { name: 'Ana', role: 'client' };
const checkIn = { statements: [], pain: [], painNow: 3, wish: '', wishes: [] };

function bodyFor(row: Row, client: string, name: string): unknown {
  const by = { name, role: 'therapist' };
  if (row.with === 'check-in') return [entry('check-in', client, checkIn, byClient)];
  if (row.with === 'appointment')
    return [entry('appointment', client, { starts: `${TODAY}T10:00`, minutes: 60 }, by)];
  if (row.with === 'note') return [entry('note', client, { text: 'Quiet.' }, by)];
  if (row.with === 'reaction')
    return [
      entry(
        'reaction',
        client,
        { session: null, feeling: 'same', soreness: 0, hours: 0, what: '' },
        byClient,
      ),
    ];
  if (row.with === 'score')
    return [
      entry(
        'score',
        client,
        {
          measure: 'nrs-pain',
          release: 'r1',
          answers: { 'nrs-pain': 3 },
          filled: 'by-client',
          note: '',
        },
        byClient,
      ),
    ];
  if (row.with === 'opening in an emergency')
    return [entry('emergency-opening', client, { account: 'nobody', reason: 'x' }, by)];
  if (row.with === 'facts') return [entry('fact', client, { statements: [] }, by)];
  const passkey = { id: 'AA', rawId: 'AA', type: 'public-key', clientExtensionResults: {} };
  const bodies: Record<string, unknown> = {
    '/api/set-up': {
      secret: 'x',
      practice: 'P',
      name: 'N',
      email: 'n@p.example',
      password: PASSWORD,
    },
    '/api/sign-in': { email: 'nobody@p.example', password: 'wrong' },
    '/api/sign-in/code': { code: '000000' },
    '/api/sign-in/recovery-code': { code: 'aaaa-aaaa-aaaa' },
    '/api/sign-in/passkey': {
      challenge: 'AA',
      response: {
        ...passkey,
        response: { clientDataJSON: 'AA', authenticatorData: 'AA', signature: 'AA' },
      },
    },
    '/api/sign-in/link': { email: 'nobody@p.example' },
    '/api/sign-in/link/open': { link: 'AA' },
    '/api/account/app': { secret: 'AA', code: '000000' },
    '/api/account/passkeys': {
      challenge: 'AA',
      name: 'Phone',
      response: { ...passkey, response: { clientDataJSON: 'AA', attestationObject: 'AA' } },
    },
    '/api/account/password': { current: 'wrong', password: 'short' },
    '/api/people': { name: 'N', email: OWNER, role: 'therapist', clients: [] },
    '/api/invitation': { secret: 'AA' },
    '/api/invitation/accept': { secret: 'AA', password: PASSWORD },
    '/api/people/:id/clients/:client': { days: 1 },
    '/api/clients': entry('client', NOBODY, { name: 'New', born: '1990-01-01' }, by),
    '/api/clients/:id/links': { purpose: 'check-in', days: 1 },
    '/api/clients/:id/files': {
      id: `019a0000-0000-7000-8000-${(number++).toString(16).padStart(12, '0')}`,
      on: `${TODAY}T09:42:00`,
      title: 'Letter',
      what: 'letter',
      dated: TODAY,
      // "abc", and its SHA-256 in FIPS 180-2.
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      content: 'YWJj',
    },
    '/api/link/open': { link: 'AA' },
    '/api/imports/preview': { content: NEW_CLIENT },
    '/api/imports': { content: NEW_CLIENT },
    '/api/settings': { name: 'P', therapist: { name: 'N', training: [] }, jurisdiction: null },
    '/api/review': {
      kind: 'search',
      where: 'PubMed',
      query: 'massage',
      on: TODAY,
      papers: [],
      duplicates: 0,
      unreadable: 0,
    },
    '/api/retention/:client/holds': { reason: 'a claim' },
  };
  return bodies[row.route] ?? {};
}

async function practiceWithEveryone() {
  const practice = await startPractice();
  await practice.journal.append(
    'a',
    [ANA, BEN].map(
      (client) =>
        entry(
          'client',
          client,
          { name: 'Ana Silva', born: '1968-04-12' },
          {
            name: 'Jo Field',
            role: 'therapist',
          },
        ) as unknown as NewEntry,
    ),
    `${TODAY}T00:00:00.000Z`,
  );
  const emails = { owner: OWNER } as Record<string, string>;
  for (const role of ['therapist', 'front-desk'] as const) emails[role] = await practice.add(role);
  for (const role of ['guest', 'client'] as const) emails[role] = await practice.add(role, [ANA]);
  const signedIn = async (who: Who) => {
    const person = browser(practice);
    if (who === 'anyone') return person;
    if (who === 'link') {
      const link = await makeClientLink(practice.context, practice.owner.id, {
        client: ANA,
        purpose: 'check-in',
        days: 1,
      });
      await person.post('/api/link/open', { link: link.secret });
    } else await person.signUp(emails[who] ?? '');
    return person;
  };
  return { ...practice, signedIn };
}

test('the table names every address of the server, and no other', async () => {
  const { app } = await startPractice();
  const real = app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${path}`);
  expect([...new Set(rows.map(({ method, route }) => `${method} ${route}`))].sort()).toEqual(
    [...new Set(real)].sort(),
  );
});

test.each(WHO)('the table is right about %s', async (who) => {
  const practice = await practiceWithEveryone();
  const person = await practice.signedIn(who);
  const name = who === 'owner' ? 'Jo Field' : `The ${who}`;
  const isRefused = async (row: Row, client: string) => {
    const path = row.route
      .replace('/people/:id', `/people/${NOBODY}`)
      .replace('/clients/:id', `/clients/${client}`)
      .replace(/prior$/, 'prior?measure=nrs-pain&compares=weeks')
      .replace(':client', client)
      .replace(':link', NOBODY)
      .replace(':hold', NOBODY)
      .replace('/imports/:id', `/imports/${NOBODY}`)
      .replace(':file', NOBODY)
      .replace(':id', 'AA');
    const body =
      row.method === 'GET' || row.method === 'DELETE' ? undefined : bodyFor(row, client, name);
    const response = await person.ask(row.method, path, body);
    if (![401, 403].includes(response.status)) return false;
    const { code } = ((await response.json()) as ErrorBody).error;
    // "Wrong" is the answer to a wrong password or code: whoever gets it was let in to try.
    return code === 'sign-in-needed' || (code === 'not-permitted' && row.route !== '/api/set-up');
  };
  // Leaving, and what ends the session or the trust in an address, comes last.
  const last = ['/api/account/app', '/api/sign-in', '/api/sign-out'];
  const rank = ({ route }: Row) =>
    route === '/api/sign-out' ? 2 : last.some((l) => route.startsWith(l)) ? 1 : 0;
  for (const row of [...rows].sort((a, b) => rank(a) - rank(b))) {
    const label = `${row.method} ${row.route} ${row.with} as ${who}`;
    const cell = row.may[who];
    expect(['yes', 'no', 'shared', 'own'], label).toContain(cell);
    expect(await isRefused(row, ANA), label).toBe(cell === 'no');
    if (cell === 'shared' || cell === 'own')
      expect(await isRefused(row, BEN), `${label}, another client`).toBe(true);
  }
});
