import { formatIssue } from '@assuage/knowledge';
import { readKnowledge } from '@assuage/knowledge/node';
import { drawnBy, orderOf } from '@assuage/outcomes';
import { compileEngine } from '@assuage/safety';
import { expect, test } from 'vitest';
import { comparisonIn, fixComparison, resultOf } from './comparison.ts';
import { addDays } from './moment.ts';
import type { ClientRecord, SessionEntry } from './record.ts';
import { EMPTY_RECORD } from './testing/empty-record.ts';

const loaded = readKnowledge();
if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
const engine = compileEngine(loaded.knowledge);
const { measures } = loaded;

const noted = (on: string) => ({
  entry: `entry of ${on}`,
  on: `${on}T10:00`,
  entered: `${on}T10:00:00.000Z`,
  by: { name: 'Jo Park', role: 'therapist' } as const,
});
const SWEDISH = 'swedish';
const HOLD = 'holding';
const session = (on: string, ...techniques: string[]): SessionEntry => ({
  ...noted(on),
  plan: null,
  asPlanned: true,
  segments: techniques.map((technique) => ({
    places: ['upper-back'],
    technique,
    pressure: 2,
    minutes: 20,
  })),
  pressure: 2,
  minutes: 40,
  response: '',
  painAfter: null,
  soap: { s: '', o: '', a: '', p: '' },
  signed: { by: 'Jo Park', at: `${on}T11:00` },
  amendments: [],
});
type Order = (0 | 1)[];
const trial = (order: Order): ClientRecord['trials'][number] => ({
  ...noted('2026-01-04'),
  entry: 'the trial',
  question: { measure: 'nrs-pain', important: 1 },
  secondary: [],
  release: 'r1',
  start: '2026-01-05',
  plan: {
    compares: 'ways',
    ways: [{ technique: SWEDISH }, { technique: HOLD }],
    blocks: order.length / 2,
    order,
  },
  seed: 'seed',
  told: 'Told.',
  hash: 'a'.repeat(64),
  changes: [],
});
const ended = (on: string): ClientRecord['trials'][number]['changes'][number] => ({
  ...noted(on),
  trial: 'the trial',
  change: 'ended',
  why: 'client-wished',
  note: '',
});
const of = (order: Order, more: Partial<ClientRecord> = {}): ClientRecord => ({
  ...EMPTY_RECORD,
  trials: [trial(order)],
  ...more,
});
const drawnFor = (record: ClientRecord, today: string) => comparisonIn(engine, record, today)?.next;

test('chance has drawn the way of the next session, from the first day on', () => {
  const record = of([1, 0]);
  expect(comparisonIn(engine, record, '2026-01-04')).toMatchObject({ phase: 'planned' });
  expect(drawnFor(record, '2026-01-04')).toBeUndefined();
  expect(drawnFor(record, '2026-01-05')).toEqual({ technique: HOLD });
  expect(comparisonIn(engine, EMPTY_RECORD, '2026-01-05')).toBeUndefined();
});

test('what was really done counts: the other way takes the place, neither or both take none', () => {
  const after = (...sessions: SessionEntry[]) =>
    comparisonIn(engine, of([1, 0, 0, 1], { sessions }), '2026-01-20');
  // Before the start; as drawn.
  expect(after(session('2026-01-04', HOLD))).toMatchObject({ given: 0 });
  expect(after(session('2026-01-06', HOLD))).toMatchObject({
    given: 1,
    asDrawn: 1,
    next: { technique: SWEDISH },
  });
  // The therapist did the other one.
  expect(after(session('2026-01-06', SWEDISH))).toMatchObject({
    given: 1,
    asDrawn: 0,
    next: { technique: SWEDISH },
  });
  for (const neither of [session('2026-01-06', 'effleurage'), session('2026-01-06', HOLD, SWEDISH)])
    expect(after(neither)).toMatchObject({ given: 0, next: { technique: HOLD } });
});

test('it is over with its last session, and ended when somebody ends it before', () => {
  const sessions = [session('2026-01-06', HOLD), session('2026-01-13', SWEDISH)];
  const at = (changes: ClientRecord['trials'][number]['changes'], order: Order = [1, 0]) =>
    comparisonIn(
      engine,
      { ...of(order, { sessions }), trials: [{ ...trial(order), changes }] },
      '2026-01-20',
    );
  expect(at([])).toMatchObject({ phase: 'over', isClosed: false, next: undefined });
  expect(at([ended('2026-01-19')])).toMatchObject({ phase: 'over', isClosed: true });
  expect(at([ended('2026-01-08')], [1, 0, 0, 1])).toMatchObject({
    phase: 'ended',
    given: 1,
    next: undefined,
  });
});

const rated = (on: string, value: number): ClientRecord['scores'][number] => ({
  ...noted(on),
  measure: 'nrs-pain',
  release: 'r1',
  answers: { 'nrs-pain': value },
  filled: 'by-client',
  note: '',
});

/** Twelve weeks from 5 January: a session each Monday in turn, and a rating every day. */
const order: Order = [1, 0, 0, 1, 1, 0, 0, 1, 0, 1, 1, 0];
const mondays = order.map((_, week) => addDays('2026-01-05', 7 * week));
const given = (weeks = order.length, drawn = order) =>
  mondays.slice(0, weeks).map((day, week) => session(day, drawn[week] === 0 ? SWEDISH : HOLD));
/** 5 on ordinary days; on the three days after a session what the way of that week gives. */
const ratings = (after: readonly [swedish: number, hold: number], days = 84) =>
  Array.from({ length: days }, (_, i) => {
    const way = order[Math.floor(i / 7)] ?? 0;
    const isAfter = i % 7 >= 1 && i % 7 <= 3;
    // A fixed unrest of half a point, so that the days are not all alike.
    return rated(addDays('2026-01-05', i), (isAfter ? after[way] : 5) + (i % 2 === 0 ? 0.5 : -0.5));
  });
const said = (record: ClientRecord, today = '2026-04-01') => {
  const comparison = comparisonIn(engine, record, today);
  if (!comparison) throw new Error('there is no comparison');
  return resultOf(engine, measures, record, comparison, today);
};

test('before the last session there is a count and no number, however clear it looks', () => {
  const record = of(order, { sessions: given(11), scores: ratings([1, 5]) });
  expect(said(record)).toEqual(['Too early to say: 11 of 12 sessions.']);
});

test('after the last session the better way is named with its chance, and the other in a mirror', () => {
  const better = said(of(order, { sessions: given(), scores: ratings([2, 5]) })) ?? [];
  expect(better[0]).toMatch(
    /^After "Swedish massage" your pain was [\d.]+ points lower .* after "Gentle holding"\.$/,
  );
  expect(better[1]).toMatch(/^9\d% chance that it suits you better\.$/);
  expect(better[2]).toBe('Sessions: 6 and 6.');
  const mirror = said(of(order, { sessions: given(), scores: ratings([5, 2]) })) ?? [];
  expect(mirror[0]).toMatch(/^After "Gentle holding" your pain was [\d.]+ points lower/);
});

test('no clear winner is said as plainly', () => {
  expect(said(of(order, { sessions: given(), scores: ratings([5, 5]) }))).toEqual([
    'No clear winner. Choose what you like.',
    'Sessions: 6 and 6.',
  ]);
});

test('sessions that were not as drawn are told', () => {
  const other = order.with(0, 0).with(1, 1);
  const sentences = said(of(order, { sessions: given(12, other), scores: ratings([5, 5]) }));
  expect(sentences?.at(-1)).toBe('2 of 12 sessions were not as chance drew them.');
});

test('what comes after the last session changes nothing', () => {
  const base = of(order, { sessions: given(), scores: ratings([5, 5]) });
  const later = {
    ...base,
    sessions: [...base.sessions, session('2026-03-30', SWEDISH), session('2026-04-06', SWEDISH)],
    scores: [
      ...base.scores,
      ...Array.from({ length: 14 }, (_, i) => rated(addDays('2026-03-30', i), 0)),
    ],
  };
  expect(said(later, '2026-04-20')).toEqual(said(base, '2026-04-20'));
});

test('a reaction after either way is said at once, and there is no winner', () => {
  const record = of(order, {
    sessions: given(3),
    scores: ratings([5, 5], 21),
    reactions: [
      {
        ...noted('2026-01-14'),
        session: `entry of ${mondays[1]}`,
        feeling: 'worse',
        soreness: null,
        hours: null,
        what: '',
      },
    ],
  });
  expect(said(record, '2026-01-26')).toEqual([
    'A reaction followed: Swedish massage. Nothing is suggested until you have talked about it.',
  ]);
});

test('what is fixed begins tomorrow, in the order that its seed draws', () => {
  const ways = [{ pressure: 1 }, { pressure: 2 }] as const;
  const fixed = fixComparison(
    { measure: 'nrs-pain', ways, blocks: 6 },
    { release: 'r1', told: 'Told.', today: '2026-12-31', seed: 'a seed' },
  );
  expect(fixed.start).toBe('2027-01-01');
  expect(orderOf(fixed.plan)).toEqual(drawnBy(fixed.plan, 'a seed'));
  const order = orderOf(fixed.plan);
  // One of each in every two.
  for (let i = 0; i < 12; i += 2) expect([order[i], order[i + 1]].toSorted()).toEqual([0, 1]);
});
