import type { ReviewStep } from '@assuage/record';
import { expect, test } from 'vitest';
import type { ErrorBody } from './errors.ts';
import type { AuditView } from './routes/audit.ts';
import type { ReviewView } from './routes/review.ts';
import { library, TODAY } from './testing/parts.ts';
import { browser, OWNER, startPractice } from './testing/practice.ts';

const PAPER = 'PMID 22479264';
const SEARCH = {
  kind: 'search',
  where: 'PubMed',
  query: 'massage AND fibromyalgia',
  on: TODAY,
  papers: [
    { title: 'Massage for fibromyalgia', authors: ['Field T'], types: [], pmid: '22479264' },
  ],
  duplicates: 0,
  unreadable: 0,
} as const;
const word = (decision: 'in' | 'out' | 'maybe', more: object = {}) => ({
  kind: 'screening',
  paper: PAPER,
  stage: 'title',
  decision,
  ...more,
});
const NUMBERS = { as: 'effect', measure: 'SMD', estimate: -0.5, low: -0.9, high: -0.1 };
const extraction = (numbers: object, more: object = {}) => ({
  kind: 'extraction',
  paper: PAPER,
  outcome: 'pain',
  against: 'no-treatment',
  cohort: 'NCT00000001',
  where: 'table 2',
  numbers,
  ...more,
});

/** The owner and a therapist, signed in. */
async function readers() {
  const practice = await startPractice();
  const jo = browser(practice);
  await jo.signUp(OWNER);
  const kim = browser(practice);
  await kim.signUp(await practice.add('therapist'));
  const seen = async (person: typeof jo) =>
    (await (await person.get('/api/review')).json()) as ReviewView;
  const decisions = async (person: typeof jo) =>
    (await seen(person)).steps.flatMap(({ by, body }) =>
      body.kind === 'screening' ? [[by, body.decision]] : [],
    );
  const refused = async (body: object) => {
    const response = await jo.post('/api/review', body);
    const { error } = (await response.json()) as ErrorBody;
    return { status: response.status, where: error.where, message: error.message };
  };
  return { ...practice, jo, kim, seen, decisions, refused };
}

test('what a reader found and decided is kept with name and time', async () => {
  const { jo, seen } = await readers();
  expect((await jo.post('/api/review', SEARCH)).status).toBe(201);
  const response = await jo.post('/api/review', word('in'));
  const view = await seen(jo);
  expect(await response.json()).toEqual(view.steps.slice(1));
  expect(view.steps.map(({ by, body }) => [by, body.kind])).toEqual([
    ['Jo Field', 'search'],
    ['Jo Field', 'screening'],
  ]);
  expect(view.steps.map(({ account }) => account)).toEqual([view.me, view.me]);
});

test('a second reader is told that somebody decided, and what only after deciding alone', async () => {
  const { jo, kim, seen, decisions } = await readers();
  await jo.post('/api/review', SEARCH);
  await jo.post('/api/review', word('out', { reason: 'no massage' }));
  expect(await decisions(kim)).toEqual([]);
  expect(JSON.stringify(await seen(kim))).not.toContain('no massage');
  expect((await seen(kim)).waiting).toEqual([{ paper: PAPER, stage: 'title' }]);

  const answer = (await (await kim.post('/api/review', word('in'))).json()) as ReviewStep[];
  const both = [
    ['Jo Field', 'out'],
    ['The therapist', 'in'],
  ];
  expect(answer.map(({ by }) => by)).toEqual(both.map(([by]) => by));
  expect(await decisions(kim)).toEqual(both);
  expect(await decisions(jo)).toEqual(both);
  expect((await seen(kim)).waiting).toEqual([]);
});

test('readers settle a paper only after two have decided alone', async () => {
  const { jo, kim, decisions, refused } = await readers();
  await jo.post('/api/review', SEARCH);
  await jo.post('/api/review', word('out'));
  const agreed = word('in', { agreed: true });
  expect(await refused(agreed)).toMatchObject({ status: 400, where: 'body.agreed' });
  await kim.post('/api/review', word('in'));
  expect((await jo.post('/api/review', agreed)).status).toBe(201);
  expect(await decisions(kim)).toHaveLength(3);
});

test('the audit tells who added to it, and not who looked, since nobody is in it', async () => {
  const { jo, seen } = await readers();
  await seen(jo);
  await jo.post('/api/review', SEARCH);
  const { lines } = (await (await jo.get('/api/audit')).json()) as AuditView;
  const deeds = lines.map(({ action }) => action);
  expect(deeds).toContain('write-review');
  expect(deeds).not.toContain('read-review');
});

test('the review of another practice is not seen', async () => {
  const { jo, journal, seen } = await readers();
  await journal.review.add('b', {
    id: '019a0000-0000-7000-8000-0000000000b1',
    account: 'other',
    by: 'Somebody else',
    at: `${TODAY}T09:00:00.000Z`,
    body: { ...SEARCH, papers: [{ ...SEARCH.papers[0], authors: [], types: [] }] },
  });
  expect((await seen(jo)).steps).toEqual([]);
  const response = await jo.post('/api/review', word('in'));
  expect(response.status).toBe(400);
});

test.each([
  ['front-desk', 403],
  ['guest', 403],
  ['client', 403],
] as const)('%s may neither read nor write it', async (role, status) => {
  const practice = await startPractice();
  const person = browser(practice);
  await person.signUp(await practice.add(role));
  expect((await person.get('/api/review')).status).toBe(status);
  expect((await person.post('/api/review', SEARCH)).status).toBe(status);
  expect(await practice.journal.review.steps('a')).toEqual([]);
});

test.each([
  ['a paper that no search found', word('in', { paper: 'PMID 1' }), 'body.paper'],
  ['a full text left out in silence', word('out', { stage: 'full-text' }), 'body.reason'],
  ['a perhaps after the full text', word('maybe', { stage: 'full-text' }), 'body.decision'],
  [
    'an estimate outside its interval',
    extraction({ ...NUMBERS, estimate: 5 }),
    'body.numbers.estimate',
  ],
  ['a p against its interval, unexplained', extraction({ ...NUMBERS, p: 0.4 }), 'body.note'],
  ['a number that is none', extraction({ ...NUMBERS, low: null }), 'body.numbers.low'],
  ['a search on no day', { ...SEARCH, on: '2026-02-30' }, 'body.on'],
  ['a kind of step that nobody knows', { kind: 'opinion' }, 'body.kind'],
])('%s is refused, and it is said where', async (_, body, where) => {
  const { jo, refused, journal } = await readers();
  await jo.post('/api/review', SEARCH);
  expect(await refused(body)).toMatchObject({ status: 400, where });
  expect(await journal.review.steps('a')).toHaveLength(1);
});

test('numbers that look doubtful are kept with the reason why both stand', async () => {
  const { jo } = await readers();
  await jo.post('/api/review', SEARCH);
  const numbers = { ...NUMBERS, p: 0.4 };
  const response = await jo.post('/api/review', extraction(numbers, { note: 'Both as printed.' }));
  expect(response.status).toBe(201);
});

test('a curator changes the certainty of a finding, and each level is accounted for', async () => {
  const { jo, refused } = await readers();
  const known = library.evidence.find(({ findings }) => findings.length > 0);
  const [finding] = known?.findings ?? [];
  const change = (certainty: string, more: object = {}) => ({
    kind: 'certainty',
    condition: known?.id,
    outcome: finding?.outcome,
    against: finding?.against,
    judged: {
      start: 'high',
      down: [{ for: 'imprecision', steps: 2, because: 'Two small trials.' }],
      certainty,
    },
    because: 'A trial was withdrawn.',
    ...more,
  });
  // High less two levels is low.
  expect(await refused(change('moderate'))).toMatchObject({
    where: 'body.judged.certainty',
    message: expect.stringContaining('less every step down'),
  });
  expect(await refused(change('low', { outcome: 'wealth' }))).toMatchObject({
    where: 'body.outcome',
  });
  await jo.post('/api/review', SEARCH);
  expect((await jo.post('/api/review', change('low'))).status).toBe(201);
  const certainties = (await (await jo.get('/api/review/certainties')).json()) as ReviewStep[];
  expect(certainties.map(({ by, body }) => [by, body])).toEqual([['Jo Field', change('low')]]);
});
