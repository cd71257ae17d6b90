import type { NewEntry } from '@assuage/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TODAY } from './testing/parts.ts';
import { OWNER, startPractice } from './testing/practice.ts';
import { wildRequest } from './testing/requests.ts';

const RUNS = Number(process.env.FUZZ_RUNS ?? 3000);
const ANA = '019a0000-0000-7000-8000-00000000000c';
const ELSEWHERE = '019a0000-0000-7000-8000-0000000000ee';
const SECRET_OF_B = 'Zebedee Quill';
const jo = { name: 'Jo Field', role: 'therapist' };

const entry = (n: number, kind: string, body: object, client = ANA) => ({
  id: `019a0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`,
  client,
  kind,
  v: 1,
  on: `${TODAY}T09:42:00`,
  by: jo,
  body,
});
const statement = { fact: 'fever', answer: 'no', by: 'Ana', at: `${TODAY}T09:00:00` };
const BODIES = [
  [entry(70, 'fact', { statements: [statement] })],
  [entry(71, 'appointment', { starts: `${TODAY}T10:00`, minutes: 60 })],
  [entry(72, 'check-in', { statements: [], pain: [], painNow: 3, wish: '', wishes: [] })],
  [entry(73, 'amendment', { amends: ANA, text: 'No.' })],
  entry(74, 'client', { name: 'New', born: '1990-01-01' }, '019a0000-0000-7000-8000-0000000000aa'),
  {
    id: '019a0000-0000-7000-8000-0000000000f1',
    on: `${TODAY}T09:42:00`,
    title: 'Letter',
    what: 'letter',
    dated: TODAY,
    // "abc", and its SHA-256 in FIPS 180-2.
    sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    content: 'YWJj',
  },
  { content: Buffer.from('Name,DOB\nCy Hall,1979-04-02\n').toString('base64'), skipBad: true },
  { content: 'UEsDBA==', sheet: 'x' },
  { email: OWNER, password: 'wrong' },
  { name: 'Sam', email: 'sam@p.example', role: 'guest', clients: [ANA], shareDays: 3 },
  { purpose: 'check-in', days: 3 },
  { days: 3 },
  { code: '000000' },
  { link: 'AA' },
];

test(
  `no request of ${RUNS} breaks the server, tells of another practice, or is kept by half`,
  async () => {
    const { app, journal, errors, pass, ...practice } = await startPractice();
    const owner = practice.browser();
    await owner.signUp(OWNER);
    const add = (id: string, client: string, name: string) =>
      journal.append(
        id,
        [entry(1, 'client', { name, born: '1968-04-12' }, client) as unknown as NewEntry],
        `${TODAY}T00:00:00.000Z`,
      );
    await add('a', ANA, 'Ana Silva');
    await add('b', ELSEWHERE, SECRET_OF_B);
    const cookie = [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    // What would end the session ends the test, too.
    const routes = app.routes.filter(
      ({ method, path }) =>
        method !== 'ALL' &&
        path.startsWith('/api/') &&
        !/sign-out|password|account\/sessions/.test(path),
    );
    const entriesOfA = async () => (await journal.entries('a', ANA)).length;
    let before = await entriesOfA();

    await fc.assert(
      fc.asyncProperty(
        wildRequest({ routes, ids: [ANA, ELSEWHERE, 'AA'], bodies: BODIES }),
        async ({ method, path, headers, body }) => {
          const response = await app.request(`http://localhost:4600${path}`, {
            method,
            headers: { cookie, ...headers },
            ...(body === undefined ? {} : { body }),
          });
          const answer = await response.text();
          expect(response.status, `${method} ${path} ${body} ${answer.slice(0, 200)}`).toBeLessThan(
            500,
          );
          expect(answer).not.toContain(SECRET_OF_B);
          expect(answer).not.toMatch(/\bat .+\.ts:\d+|SQLITE|node:internal/);
          const after = await entriesOfA();
          if (response.status >= 400) expect(after, `${method} ${path} was refused`).toBe(before);
          else expect(after - before).toBeLessThanOrEqual(1);
          before = after;
        },
      ),
      { numRuns: RUNS },
    );
    expect(errors, 'what only a programmer can cause').toEqual([]);
    expect(await journal.entries('b', ELSEWHERE)).toHaveLength(1);
  },
  600_000 + 5 * RUNS,
);
