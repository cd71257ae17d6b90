import { readKnowledge } from '@assuage/knowledge/node';
import { compileEngine, type Statement } from '@assuage/safety';
import { expect, test } from 'vitest';
import { standingOf, tighten } from './derive.ts';
import type { ClientRecord, SessionEntry } from './record.ts';
import { EMPTY_RECORD } from './testing/empty-record.ts';
import { allowedToday, reactionsBy, suspendedWays, waysToCompare } from './ways.ts';

const loaded = readKnowledge();
if (!loaded.ok) throw new Error('the knowledge cannot be read');
const engine = compileEngine(loaded.knowledge);
const TODAY = '2026-03-30';
const DEEP = 'Deep tissue massage';
const SWEDISH = 'Swedish massage';

const noted = (on: string) => ({
  entry: `entry of ${on}`,
  on: `${on}T10:00`,
  entered: `${on}T10:00:00.000Z`,
  by: { name: 'Jo Park', role: 'therapist' } as const,
});
const session = (on: string, techniques: readonly string[], pressure: number): SessionEntry => ({
  ...noted(on),
  plan: null,
  asPlanned: true,
  segments: techniques.map((technique) => ({
    places: ['upper-back'],
    technique,
    pressure,
    minutes: 20,
  })),
  pressure,
  minutes: 20 * techniques.length,
  response: '',
  painAfter: null,
  soap: { s: '', o: '', a: '', p: '' },
  signed: { by: 'Jo Park', at: `${on}T11:00` },
  amendments: [],
});
const reaction = (
  on: string,
  of: string | null,
  feeling: 'better' | 'same' | 'worse',
): ClientRecord['reactions'][number] => ({
  ...noted(on),
  session: of === null ? null : `entry of ${of}`,
  feeling,
  soreness: null,
  hours: null,
  what: '',
});
const pain = (on: string, value: number): ClientRecord['scores'][number] => ({
  ...noted(on),
  measure: 'nrs-pain',
  release: 'r1',
  answers: { 'nrs-pain': value },
  filled: 'by-client',
  note: '',
});
const record = (more: Partial<ClientRecord>): ClientRecord => ({ ...EMPTY_RECORD, ...more });
const MONDAYS = [
  '2026-01-05',
  '2026-01-12',
  '2026-01-19',
  '2026-01-26',
  '2026-02-02',
  '2026-02-09',
];

test('worse after 1 of 6 sessions is counted with its exact interval, and suspends that technique', () => {
  const of = record({
    sessions: MONDAYS.map((day) => session(day, ['deep-tissue'], 4)),
    reactions: MONDAYS.map((day, i) => reaction(day, day, i === 2 ? 'worse' : 'same')),
  });
  const [deep, ...others] = reactionsBy(engine, of, 'technique', TODAY);
  expect(others).toEqual([]);
  expect(deep).toMatchObject({ way: DEEP, sessions: 6, reactions: 1, unknown: 0 });
  // Clopper and Pearson: 1 − .975^(1/6) = .0042; and (1 − p)^6 + 6p(1 − p)^5 = .025 at p = .6412:
  // .3588^6 = .00213, 6 × .6412 × .3588^5 = .02288; together .02501.
  expect(deep?.share[0]).toBeCloseTo(0.0042, 4);
  expect(deep?.share[1]).toBeCloseTo(0.6412, 4);
  expect(suspendedWays(engine, of, 'technique', TODAY)).toEqual([{ technique: 'deep-tissue' }]);
  expect(suspendedWays(engine, of, 'pressure', TODAY)).toEqual([{ pressure: 4 }]);
});

test('a person lifts a suspension for what was until then; a later reaction suspends again', () => {
  const decided = (on: string, more: Partial<ClientRecord> = {}) =>
    record({
      sessions: MONDAYS.map((day) => session(day, ['deep-tissue'], 4)),
      reactions: MONDAYS.map((day, i) => reaction(day, day, i === 2 ? 'worse' : 'same')),
      wayDecisions: [
        {
          ...noted(on),
          ways: [{ technique: 'deep-tissue' }],
          decision: 'suggest-again',
          reason: 'It was a cold.',
        },
      ],
      ...more,
    });
  // The reaction followed the session of 19 January.
  expect(suspendedWays(engine, decided('2026-01-25'), 'technique', TODAY)).toEqual([]);
  expect(reactionsBy(engine, decided('2026-01-25'), 'technique', TODAY)[0]?.reactions).toBe(1);
  expect(suspendedWays(engine, decided('2026-01-25'), 'pressure', TODAY)).toHaveLength(1);
  expect(suspendedWays(engine, decided('2026-01-13'), 'technique', TODAY)).toHaveLength(1);
  const again = { reactions: MONDAYS.map((day) => reaction(day, day, 'worse')) };
  expect(suspendedWays(engine, decided('2026-01-25', again), 'technique', TODAY)).toHaveLength(1);
});

test('2 points worse on both days after counts without a word; on one day it does not', () => {
  const of = (second: number) =>
    reactionsBy(
      engine,
      record({
        sessions: [session('2026-01-05', ['swedish'], 2)],
        scores: [pain('2026-01-05', 3), pain('2026-01-06', 5), pain('2026-01-07', second)],
      }),
      'technique',
      TODAY,
    )[0]?.reactions;
  expect(of(5)).toBe(1);
  expect(of(4)).toBe(0);
});

test('pain right now is not set against pain of a day', () => {
  // Right now 2 before the session, then the days 5, 5 and 5: of the days alone nothing got worse.
  const of = record({
    sessions: [session('2026-01-05', ['swedish'], 2)],
    checkIns: [
      {
        ...noted('2026-01-05'),
        statements: [],
        painNow: 2,
        pain: [],
        wish: '',
        wishes: [],
        goals: [],
      },
    ],
    scores: [pain('2026-01-05', 5), pain('2026-01-06', 5), pain('2026-01-07', 5)],
  });
  expect(reactionsBy(engine, of, 'technique', TODAY)[0]).toMatchObject({
    reactions: 0,
    unknown: 0,
  });
});

test('what nobody told or rated is not known; a reaction without a session is that of the last three days', () => {
  const sessions = [
    session('2026-01-05', ['swedish'], 2),
    session('2026-01-12', ['deep-tissue', 'swedish'], 4),
  ];
  const told = (on: string) =>
    reactionsBy(
      engine,
      record({ sessions, reactions: [reaction(on, null, 'worse')] }),
      'technique',
      TODAY,
    );
  // Both techniques of the second session, and those with a reaction first.
  expect(told('2026-01-15')).toMatchObject([
    { way: SWEDISH, sessions: 2, reactions: 1, unknown: 1 },
    { way: DEEP, sessions: 1, reactions: 1, unknown: 0 },
  ]);
  expect(told('2026-01-16')).toMatchObject([
    { way: SWEDISH, reactions: 0, unknown: 2 },
    { way: DEEP, reactions: 0, unknown: 1 },
  ]);
});

test('an adverse event suspends too, and a session without massage is none', () => {
  const of = record({
    sessions: [session('2026-01-05', ['swedish'], 2), session('2026-01-12', [], 0)],
    adverseEvents: [
      {
        ...noted('2026-01-06'),
        session: 'entry of 2026-01-05',
        happened: '2026-01-05T20:00',
        what: 'A bruise.',
        severity: 'mild',
        done: 'Nothing.',
        reported: [],
        amendments: [],
      },
    ],
  });
  expect(reactionsBy(engine, of, 'pressure', TODAY)).toMatchObject([
    { way: 'pressure 2', sessions: 1, reactions: 1 },
  ]);
});

/** Everything that is asked of everyone was answered no. */
function standing(...facts: string[]) {
  const said = { by: 'Ana', at: `${TODAY}T09:00` };
  const yes = facts.map((fact): Statement => ({ fact, answer: 'yes', ...said }));
  const no = engine.facts
    .filter(({ kind, under }) => kind === 'finding' && under.length === 0)
    .map(({ id }): Statement => ({ fact: id, answer: 'no', ...said }));
  return standingOf(
    engine,
    record({
      statements: [...no.filter(({ fact }) => !facts.includes(fact)), ...yes].map(
        ({ places: _, ...one }) => one,
      ),
      listed: { condition: true, medicine: true },
    }),
    TODAY,
  );
}

test('what the limits leave out today is not allowed, and says by which limits', () => {
  const free = standing();
  const deep = { technique: 'deep-tissue' };
  expect(allowedToday(engine, free.envelope, free.reasons, [], deep)).toEqual({ ok: true });
  // Active inflammatory arthritis: no deep work, and at most medium pressure, everywhere.
  const ill = standing('rheumatoid-arthritis');
  const allowed = allowedToday(engine, ill.envelope, ill.reasons, [], deep);
  if (allowed.ok) throw new Error('deep tissue massage is allowed');
  expect(allowed.because.length).toBeGreaterThan(0);
  for (const { kind } of allowed.because) expect(['exclude', 'pressure']).toContain(kind);
});

test('the therapist’s own lower pressure is a veto as well', () => {
  const { envelope, reasons } = standing();
  const at = (most: number | null) =>
    allowedToday(engine, tighten(envelope, most), reasons, [], { pressure: 3 }).ok;
  expect(at(null)).toBe(true);
  expect(at(3)).toBe(true);
  expect(at(2)).toBe(false);
});

test('nothing is compared beyond the pressures that this person knows, and nothing suspended', () => {
  const { envelope } = standing();
  const used = (...pressures: number[]) =>
    record({
      sessions: pressures.map((pressure, i) => session(MONDAYS[i] ?? '', ['swedish'], pressure)),
    });
  const offered = (of: ClientRecord, most: number | null = null) =>
    waysToCompare(engine, tighten(envelope, most), [], of, 'pressure', TODAY);
  expect(offered(used(1, 3))).toEqual([{ pressure: 1 }, { pressure: 2 }, { pressure: 3 }]);
  expect(offered(used(1, 3), 2)).toEqual([{ pressure: 1 }, { pressure: 2 }]);
  expect(offered(used())).toEqual([]);
  const hurt = { ...used(1, 3), reactions: [reaction('2026-01-13', '2026-01-12', 'worse')] };
  expect(offered(hurt)).toEqual([{ pressure: 1 }, { pressure: 2 }]);
});
