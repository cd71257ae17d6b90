import { makeClientLink } from '@assuage/accounts';
import type { NewEntry } from '@assuage/record';
import { expect, test } from 'vitest';
import { TODAY } from '../testing/parts.ts';
import { browser, OWNER, startPractice } from '../testing/practice.ts';
import type { RatingsView } from './ratings.ts';

const ANA = '019a0000-0000-7000-8000-00000000000c';
const BEN = '019a0000-0000-7000-8000-00000000000d';
const YESTERDAY = '2026-02-28';

let number = 500;
const entry = (client: string, kind: string, on: string, body: object) =>
  ({
    id: `019a0000-0000-7000-8000-${(number++).toString(16).padStart(12, '0')}`,
    client,
    kind,
    v: 1,
    on: `${on}T09:00`,
    by: { name: 'Jo Field', role: 'therapist' },
    body,
  }) as unknown as NewEntry;
const session = (on: string) =>
  entry(ANA, 'session', on, {
    plan: null,
    asPlanned: true,
    segments: [],
    pressure: 2,
    minutes: 60,
    response: '',
    painAfter: null,
    soap: { s: '', o: '', a: 'Quiet.', p: '' },
    signed: { by: 'Jo Field', at: `${on}T10:00` },
  });
const rated = (measure: string) =>
  entry(ANA, 'score', TODAY, {
    measure,
    release: 'r1',
    answers: { [measure]: 7 },
    filled: 'by-client',
    note: '',
  });

async function practiceWith(entries: readonly NewEntry[]) {
  const practice = await startPractice();
  const clients = [
    entry(ANA, 'client', '2026-01-01', { name: 'Ana Silva', born: '1968-04-12' }),
    entry(BEN, 'client', '2026-01-01', { name: 'Ben Ortiz', born: '1970-01-01' }),
  ];
  await practice.journal.append('a', [...clients, ...entries], `${TODAY}T00:00:00.000Z`);
  const link = await makeClientLink(practice.context, practice.owner.id, {
    client: ANA,
    purpose: 'ratings',
    days: 84,
  });
  const phone = browser(practice);
  const opened = await phone.post('/api/link/open', { link: link.secret });
  return { practice, phone, link, opened: await opened.json() };
}

test('a link for ratings opens what is asked today, and no answer that was given', async () => {
  const { phone, opened } = await practiceWith([session(YESTERDAY), rated('nrs-fatigue')]);
  expect(opened).toEqual({ purpose: 'ratings', client: ANA });
  const response = await phone.get(`/api/clients/${ANA}/ratings`);
  const view = (await response.json()) as RatingsView;
  expect(view.ratings.map(({ measure, isAnswered }) => [measure, isAnswered])).toEqual([
    ['nrs-pain', false],
    ['nrs-fatigue', true],
    ['nrs-stiffness', false],
    ['nrs-sleep', false],
    ['nrs-stress', false],
    ['nrs-mood', false],
  ]);
  expect(view.session?.day).toBe(YESTERDAY);
  expect([...new Set(view.ratings.flatMap((one) => Object.keys(one)))].sort()).toEqual([
    'high',
    'isAnswered',
    'low',
    'measure',
    'question',
  ]);
  const record = await (await phone.get(`/api/clients/${ANA}`)).json();
  expect(record).toMatchObject({ client: { name: 'Ana' }, scores: [], sessions: [] });
});

test('by a link no form is asked that tells of an illness, and to who reads the record it is', async () => {
  const says = entry(ANA, 'fact', '2026-01-02', {
    statements: [
      { fact: 'chronic-pain', answer: 'yes', by: 'Ana Silva', at: '2026-01-02T09:00:00' },
    ],
  });
  const { practice, phone } = await practiceWith([says]);
  const owner = browser(practice);
  await owner.signUp(OWNER);
  const formsFor = async (person: typeof phone) => {
    const forms = new Set<string | undefined>();
    for (let day = 1; day <= 9; day++) {
      const response = await person.get(`/api/clients/${ANA}/ratings?date=2026-03-0${day}`);
      forms.add(((await response.json()) as RatingsView).form?.measure);
    }
    return forms;
  };
  expect(await formsFor(phone)).toEqual(new Set(['peg', 'phq-4', 'maia-2']));
  expect(await formsFor(owner)).toEqual(new Set(['peg', 'phq-4', 'maia-2', 'gad-7']));
});

test('the day is the one where the client is', async () => {
  const { phone } = await practiceWith([session(YESTERDAY), rated('nrs-fatigue')]);
  const view = (await (
    await phone.get(`/api/clients/${ANA}/ratings?date=2026-03-03`)
  ).json()) as RatingsView;
  expect(view.ratings.some(({ isAnswered }) => isAnswered)).toBe(false);
  expect(view.session).toBeNull();
});

test('a link for ratings works until it is revoked, and for its own client only', async () => {
  const { practice, phone, link } = await practiceWith([]);
  expect((await phone.get(`/api/clients/${BEN}/ratings`)).status).toBe(403);
  const owner = browser(practice);
  await owner.signUp(OWNER);
  const ended = await owner.ask('DELETE', `/api/clients/${ANA}/links/${link.id}`);
  expect(ended.status).toBe(200);
  expect((await phone.get(`/api/clients/${ANA}/ratings`)).status).toBe(401);
});

test('a link for ratings may last 84 days, and one for a check-in 60', async () => {
  const { practice } = await practiceWith([]);
  const owner = browser(practice);
  await owner.signUp(OWNER);
  const made = async (purpose: string, days: number) =>
    (await owner.post(`/api/clients/${ANA}/links`, { purpose, days })).status;
  expect(await made('ratings', 84)).toBe(201);
  expect(await made('ratings', 85)).toBe(400);
  expect(await made('check-in', 60)).toBe(201);
  expect(await made('check-in', 61)).toBe(400);
});
