import { expect, test } from 'vitest';
import { type Draft, NEW_DRAFT } from './draft.ts';
import { statementsOf } from './statements.ts';

const by = 'Ana Silva';
const at = '2026-03-02T09:42:07';
const said = (draft: Partial<Draft>) =>
  statementsOf({ ...NEW_DRAFT, ...draft }, draft.followUps ?? [], by, at).map(
    ({ by: _, at: __, ...rest }) => rest,
  );

test('nothing answered says nothing', () => {
  expect(said({})).toEqual([]);
});

test('a usual day says no to every fact that is asked of everyone', () => {
  const day = { ill: 'no', worse: 'no', joint: 'no', leg: 'no', news: [], pain: 3 } as const;
  expect(said(day)).toEqual([
    { fact: 'unwell-today', answer: 'no' },
    { fact: 'flare-today', answer: 'no' },
    { fact: 'hot-joint', answer: 'no' },
    { fact: 'one-leg-swollen', answer: 'no' },
    { fact: 'something-new', answer: 'no' },
  ]);
});

test('each statement says who and when', () => {
  expect(statementsOf({ ...NEW_DRAFT, ill: 'yes' }, [], by, at)).toEqual([
    { fact: 'unwell-today', answer: 'yes', by, at },
  ]);
});

test('"not sure" is unknown', () => {
  expect(said({ ill: 'unknown', joint: 'unknown', leg: 'unknown' })).toEqual([
    { fact: 'unwell-today', answer: 'unknown' },
    { fact: 'hot-joint', answer: 'unknown' },
    { fact: 'one-leg-swollen', answer: 'unknown' },
  ]);
});

test('a bit worse is a flare that is not severe, a lot worse is a severe one', () => {
  expect(said({ worse: 'bit' })).toEqual([
    { fact: 'flare-today', answer: 'yes' },
    { fact: 'flare-severe', answer: 'no' },
  ]);
  expect(said({ worse: 'lot' })).toEqual([
    { fact: 'flare-today', answer: 'yes' },
    { fact: 'flare-severe', answer: 'yes' },
  ]);
});

test('hot joints are stated with their places; without places it could be any joint', () => {
  expect(said({ joint: 'yes', joints: ['wrist-right'] })).toEqual([
    { fact: 'hot-joint', answer: 'yes', places: ['wrist-right'] },
  ]);
  expect(said({ joint: 'yes' })).toEqual([{ fact: 'hot-joint', answer: 'yes' }]);
});

test('joints marked before the answer was changed to no are not stated', () => {
  expect(said({ joint: 'no', joints: ['wrist-right'] })).toEqual([
    { fact: 'hot-joint', answer: 'no' },
  ]);
});

test('what was not ticked beside something that was is a no', () => {
  const statements = said({ news: ['new-medicine', 'new-skin-problem'] });
  expect(statements).toContainEqual({ fact: 'something-new', answer: 'yes' });
  expect(statements).toContainEqual({ fact: 'new-medicine', answer: 'yes' });
  expect(statements).toContainEqual({ fact: 'new-skin-problem', answer: 'yes' });
  expect(statements).toContainEqual({ fact: 'recent-fall-or-injury', answer: 'no' });
  expect(statements).toHaveLength(8);
});

test('pain is not a safety fact', () => {
  expect(said({ pain: 10, painPlaces: [{ place: 'knee-front-right', level: 3 }] })).toEqual([]);
});

test('where a ticked thing is becomes part of its one statement', () => {
  const statements = said({
    news: ['new-skin-problem'],
    followUps: [{ kind: 'where', fact: 'new-skin-problem', places: ['shin-left'] }],
  });
  expect(statements.filter(({ fact }) => fact === 'new-skin-problem')).toEqual([
    { fact: 'new-skin-problem', answer: 'yes', places: ['shin-left'] },
  ]);
});

test('"I cannot say where" keeps the yes without places', () => {
  const statements = said({
    news: ['new-skin-problem'],
    followUps: [{ kind: 'where', fact: 'new-skin-problem', places: [] }],
  });
  expect(statements.filter(({ fact }) => fact === 'new-skin-problem')).toEqual([
    { fact: 'new-skin-problem', answer: 'yes' },
  ]);
});

test('a number is stated as a value, and not knowing it as unknown', () => {
  expect(said({ followUps: [{ kind: 'number', fact: 'temperature-c', value: 38.2 }] })).toEqual([
    { fact: 'temperature-c', answer: 'yes', value: 38.2 },
  ]);
  expect(said({ followUps: [{ kind: 'number', fact: 'temperature-c', value: null }] })).toEqual([
    { fact: 'temperature-c', answer: 'unknown' },
  ]);
});
