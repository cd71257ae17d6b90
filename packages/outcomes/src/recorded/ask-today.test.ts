import { expect, test } from 'vitest';
import { shipped } from '../testing/measures.ts';
import { drawSchedule } from '../verdict/schedule.ts';
import { type AskedOf, ratingsAfterSession, ratingsToAsk, sessionToAskAbout } from './ask-today.ts';
import type { RecordedTest } from './recorded.ts';

const EMPTY: AskedOf = { trials: [], scores: [], sessions: [], statements: [] };
const known = { conditions: [], isMedicine: () => false };
const asked = (record: Partial<AskedOf>, today = '2026-01-06') =>
  ratingsToAsk(shipped, { ...EMPTY, ...record }, known, today).map(({ measure }) => measure);
const USUAL = ['nrs-pain', 'nrs-fatigue', 'nrs-stiffness', 'nrs-sleep', 'nrs-stress', 'nrs-mood'];

const design = { kind: 'balanced', periods: 4, longestRun: 2 } as const;
const trial: RecordedTest = {
  entry: 't1',
  on: '2026-01-02T10:00',
  question: { measure: 'nrs-sleep', important: 1 },
  secondary: ['nrs-mood'],
  release: 'a',
  start: '2026-01-05',
  plan: { compares: 'weeks', periodDays: 7, design, schedule: drawSchedule(design, 'a') },
  seed: 'a',
  told: '',
  hash: '',
  changes: [],
};
const rated = (measure: string, on: string) => ({ measure, on, answers: { [measure]: 3 } });

test('on a usual day the six ratings before a session are asked, with their own words', () => {
  expect(asked({})).toEqual(USUAL);
  expect(ratingsToAsk(shipped, EMPTY, known, '2026-01-06')[0]).toEqual({
    measure: 'nrs-pain',
    question: 'How strong was your pain on average in the past 24 hours?',
    low: 'No pain',
    high: 'The worst pain you can imagine',
    isAnswered: false,
  });
});

test('a running test comes first, its main rating before the others, and none is asked twice', () => {
  expect(asked({ trials: [trial] })).toEqual([
    'nrs-sleep',
    'nrs-mood',
    'nrs-pain',
    'nrs-fatigue',
    'nrs-stiffness',
    'nrs-stress',
  ]);
});

test('a test that has not begun, is over or was stopped changes nothing', () => {
  expect(asked({ trials: [trial] }, '2026-01-04')).toEqual(USUAL);
  expect(asked({ trials: [trial] }, '2026-02-02')).toEqual(USUAL);
  const changes = [{ on: '2026-01-05T09:00', change: 'ended', why: 'harm', note: '' }] as const;
  expect(asked({ trials: [{ ...trial, changes }] })).toEqual(USUAL);
});

test('two ways that are compared ask for their rating from the first day until somebody ends it', () => {
  const ways: RecordedTest = {
    ...trial,
    plan: {
      compares: 'ways',
      ways: [{ pressure: 1 }, { pressure: 2 }],
      blocks: 1,
      order: [0, 1],
    },
  };
  expect(asked({ trials: [ways] }, '2026-01-05')[0]).toBe('nrs-sleep');
  expect(asked({ trials: [ways] }, '2026-01-04')).toEqual(USUAL);
  const changes = [{ on: '2026-01-05T09:00', change: 'ended', why: 'other', note: '' }] as const;
  expect(asked({ trials: [{ ...ways, changes }] }, '2026-01-06')).toEqual(USUAL);
});

test('what was taken off the list is not asked, but for the ratings of a test', () => {
  const measureChoice = { chosen: ['nrs-self-esteem'], dropped: ['nrs-stress', 'nrs-sleep'] };
  expect(asked({ measureChoice })).toEqual([
    ...USUAL.filter((id) => id !== 'nrs-stress' && id !== 'nrs-sleep'),
    'nrs-self-esteem',
  ]);
  expect(asked({ measureChoice, trials: [trial] })[0]).toBe('nrs-sleep');
});

test('what was answered on this day is known, and stays in the list', () => {
  const scores = [rated('nrs-pain', '2026-01-06T08:00'), rated('nrs-mood', '2026-01-05T23:59')];
  const ratings = ratingsToAsk(shipped, { ...EMPTY, scores }, known, '2026-01-06');
  expect(ratings.filter(({ isAnswered }) => isAnswered).map(({ measure }) => measure)).toEqual([
    'nrs-pain',
  ]);
  expect(ratings).toHaveLength(6);
});

test('right after a session three other ratings are asked', () => {
  expect(
    ratingsAfterSession(shipped, EMPTY, known, '2026-01-06').map(({ measure }) => measure),
  ).toEqual(['nrs-pain-now', 'nrs-stiffness-now', 'nrs-body-connection']);
});

test('a session is asked about on the next two days, and not on its own day or the third', () => {
  const sessions = [{ entry: 's1', on: '2026-03-28T15:00' }];
  const on = (today: string) => sessionToAskAbout({ sessions, reactions: [] }, today)?.entry;
  expect(on('2026-03-28')).toBeUndefined();
  expect(on('2026-03-29')).toBe('s1');
  expect(on('2026-03-30')).toBe('s1');
  expect(on('2026-03-31')).toBeUndefined();
});

test('an answer ends the question: to this session, or given after it without a session', () => {
  const sessions = [{ entry: 's1', on: '2026-03-28T15:00' }];
  const after = (session: string | null, on: string) =>
    sessionToAskAbout({ sessions, reactions: [{ session, on }] }, '2026-03-29')?.entry;
  expect(after('s1', '2026-03-28T20:00')).toBeUndefined();
  expect(after(null, '2026-03-28T20:00')).toBeUndefined();
  expect(after(null, '2026-03-28T14:00')).toBe('s1');
  expect(after('s0', '2026-03-28T20:00')).toBe('s1');
});

test('of two sessions the newer is asked about, whatever their order', () => {
  const sessions = [
    { entry: 's2', on: '2026-03-28T15:00' },
    { entry: 's1', on: '2026-03-27T15:00' },
  ];
  expect(sessionToAskAbout({ sessions, reactions: [] }, '2026-03-29')?.entry).toBe('s2');
});
