import { expect, test } from 'vitest';
import { drawSchedule } from '../verdict/schedule.ts';
import { judgeTest } from '../verdict/verdict.ts';
import type { RecordedOutcomes, RecordedTest } from './recorded.ts';
import { isForTest, isTesting, type PersonTest, testsOf } from './test.ts';

const EMPTY_RECORD: RecordedOutcomes = { trials: [], scores: [], sessions: [], statements: [] };
const isMedicine = (fact: string): boolean => fact === 'methotrexate';
const rating = { rating: { from: 0, to: 10, low: 'None', high: 'Worst' } };
const measures = {
  measures: [
    { id: 'nrs-pain', name: 'Pain, 0 to 10', direction: 'lower-is-better', responses: rating },
    { id: 'nrs-sleep', name: 'Sleep, 0 to 10', direction: 'lower-is-better', responses: rating },
  ],
} as unknown as Parameters<typeof testsOf>[0];

// Four weeks from Monday 5 January 2026: with, without, without, with.
const design = { kind: 'balanced', periods: 4, longestRun: 2 } as const;
const seed =
  Array.from({ length: 100 }, (_, i) => String(i)).find(
    (one) => drawSchedule(design, one).join('') === '1001',
  ) ?? '';
const fixed: RecordedTest = {
  entry: 't1',
  on: '2026-01-02T10:00',
  question: { measure: 'nrs-pain', important: 1 },
  secondary: ['nrs-sleep'],
  release: 'a',
  start: '2026-01-05',
  plan: { compares: 'weeks', periodDays: 7, design, schedule: [1, 0, 0, 1] },
  seed,
  told: '',
  hash: '',
  changes: [],
};
const rated = (
  measure: string,
  day: string,
  value: number,
): RecordedOutcomes['scores'][number] => ({
  on: `${day}T20:00`,
  measure,
  answers: { [measure]: value },
});
const session = (on: string) => ({ on: `${on}T10:00` });
const day = (i: number): string => new Date(Date.UTC(2026, 0, 5 + i)).toISOString().slice(0, 10);
const record = (more: Partial<RecordedOutcomes> = {}): RecordedOutcomes => ({
  ...EMPTY_RECORD,
  trials: [fixed],
  ...more,
});
const only = (of: RecordedOutcomes, today: string): PersonTest => {
  const [found, ...others] = testsOf(measures, of, isMedicine, today);
  if (!found || others.length > 0) throw new Error('there must be one test');
  return found;
};
const ended: RecordedTest['changes'][number] = {
  on: '2026-01-14T09:00',
  change: 'ended',
  why: 'harm',
  note: 'Bruises.',
};

test('a test is planned, then running week by week, then finished', () => {
  expect(only(record(), '2026-01-04')).toMatchObject({ phase: 'planned', now: undefined });
  expect(only(record(), '2026-01-05')).toMatchObject({
    phase: 'running',
    now: { number: 1, arm: 'with', to: '2026-01-11' },
  });
  expect(only(record(), '2026-01-12').now).toMatchObject({ number: 2, arm: 'without' });
  expect(only(record(), '2026-02-01')).toMatchObject({ phase: 'running', lastDay: '2026-02-01' });
  expect(only(record(), '2026-02-02')).toMatchObject({ phase: 'finished', now: undefined });
});

test('sessions in a week without are noted, and so are weeks without a session or a rating', () => {
  const seen = only(
    record({
      sessions: [session('2026-01-04'), session('2026-01-14'), session('2026-01-30')],
      scores: [rated('nrs-pain', '2026-01-13', 4), rated('nrs-pain', '2026-01-25', 6)],
    }),
    '2026-02-02',
  );
  expect(seen.rescues).toEqual(['2026-01-14']);
  // A week that is not over may still get its session.
  expect(only(record(), '2026-01-11').missed).toEqual([]);
  // Week 1 had no session; week 4 had one. Weeks 1 and 4 have no rating.
  expect(seen.missed.map(({ from }) => from)).toEqual(['2026-01-05']);
  expect(seen.unrated.map(({ number }) => number)).toEqual([1, 4]);
});

test('only the days of the test count, of several ratings of a day the newest, today among them', () => {
  const scores = [
    rated('nrs-pain', '2026-01-04', 9),
    rated('nrs-pain', '2026-01-05', 4),
    { ...rated('nrs-pain', '2026-01-05', 7), on: '2026-01-05T21:00' },
    rated('nrs-sleep', '2026-01-05', 3),
  ];
  const seen = only(record({ scores }), '2026-01-05');
  expect(seen.primary.days.map(({ day: on, value }) => [on, value])).toEqual([['2026-01-05', 7]]);
  expect(seen.secondary[0]?.days).toHaveLength(1);
  expect(seen.isRatedToday).toBe(true);
  // Six days of seven, four weeks.
  expect(seen.planned).toBe(24);
});

test('a stopped test is judged as of the day on which it was stopped', () => {
  const scores = [rated('nrs-pain', '2026-01-13', 4), rated('nrs-pain', '2026-01-20', 6)];
  const stopped = record({ trials: [{ ...fixed, changes: [ended] }], scores });
  const seen = only(stopped, '2026-03-01');
  expect(seen).toMatchObject({
    phase: 'stopped',
    asOf: '2026-01-14',
    ended: { on: '2026-01-14', why: 'harm', note: 'Bruises.' },
  });
  expect(seen.primary.days.map(({ day: on }) => on)).toEqual(['2026-01-13']);
  expect(seen.unrated.map(({ number }) => number)).toEqual([1]);
  expect(isTesting(stopped, '2026-01-15')).toBe(false);
});

test('no other test can begin while one is planned or running', () => {
  expect(isTesting(EMPTY_RECORD, '2026-01-03')).toBe(false);
  expect(isTesting(record(), '2026-01-03')).toBe(true);
  expect(isTesting(record(), '2026-02-01')).toBe(true);
  expect(isTesting(record(), '2026-02-02')).toBe(false);
});

test('what was rated for a test is known by its measure and its day', () => {
  expect(isForTest(record(), 'nrs-pain', '2026-01-04')).toBe(false);
  expect(isForTest(record(), 'nrs-pain', '2026-01-05')).toBe(true);
  expect(isForTest(record(), 'nrs-sleep', '2026-02-01')).toBe(true);
  expect(isForTest(record(), 'nrs-sleep', '2026-02-02')).toBe(false);
  expect(isForTest(record(), 'nrs-stress', '2026-01-05')).toBe(false);
});

test('a medicine that changes within the test begins a phase; one before its first day does not', () => {
  const said = (answer: 'yes' | 'no', at: string) =>
    ({ fact: 'methotrexate', answer, at }) as const;
  const seen = only(
    record({ statements: [said('yes', '2026-01-05T08:00'), said('no', '2026-01-20T08:00')] }),
    '2026-02-02',
  );
  expect(seen.medicines).toEqual(['2026-01-20']);
});

test('what it yields can be judged: three points less in every massage week are found', () => {
  const noise = [0, 1, 0, -1, 0, 1, -1];
  const scores = [1, 0, 0, 1].flatMap((on, week) =>
    noise.map((up, i) => rated('nrs-pain', day(7 * week + i), 6 - 3 * on + up)),
  );
  const { primary, trial, asOf } = only(record({ scores }), '2026-02-02');
  expect(judgeTest(primary.question, primary.days, trial, asOf)).toMatchObject({
    level: 'test',
    state: 'final',
    ratings: 28,
    result: { finding: 'better-important' },
  });
});
