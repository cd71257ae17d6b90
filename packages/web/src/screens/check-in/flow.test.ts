import { expect, test } from 'vitest';
import { type Draft, NEW_DRAFT } from './draft.ts';
import { nextStep, stepAt, stepBefore, stepsOf } from './flow.ts';

const ids = (draft: Draft) => stepsOf(draft, []).map(({ id }) => id);
const usualDay: Draft = {
  ...NEW_DRAFT,
  ill: 'no',
  worse: 'no',
  joint: 'no',
  leg: 'no',
  news: [],
};

test('a day without pain is seven screens, a day with pain eight', () => {
  expect(ids({ ...usualDay, pain: 0 })).toHaveLength(7);
  expect(ids({ ...usualDay, pain: 3 })).toHaveLength(8);
});

test('the maps come right after the answers that call for them', () => {
  expect(ids({ ...usualDay, joint: 'yes', pain: 3 })).toEqual([
    'ill',
    'worse',
    'joint',
    'joint-where',
    'leg',
    'news',
    'pain',
    'pain-where',
    'check',
  ]);
});

test('the next step is the first without an answer', () => {
  const at = (draft: Draft) => nextStep(draft, stepsOf(draft, [])).id;
  expect(at(NEW_DRAFT)).toBe('ill');
  expect(at({ ...NEW_DRAFT, ill: 'no' })).toBe('worse');
  expect(at({ ...usualDay, pain: 0 })).toBe('check');
});

test('a changed answer leads back to the check, or to the map that it calls for', () => {
  const done: Draft = { ...usualDay, pain: 0 };
  expect(nextStep(done, stepsOf(done, [])).id).toBe('check');
  const changed: Draft = { ...done, joint: 'yes' };
  expect(nextStep(changed, stepsOf(changed, [])).id).toBe('joint-where');
});

test('a reload stays where it was, and no address skips a question', () => {
  const draft: Draft = { ...NEW_DRAFT, ill: 'no', worse: 'no' };
  const at = (id: string | undefined) => stepAt(draft, stepsOf(draft, []), id).id;
  expect(at('joint')).toBe('joint');
  expect(at('ill')).toBe('ill');
  expect(at('check')).toBe('joint');
  expect(at('nonsense')).toBe('joint');
  expect(at(undefined)).toBe('joint');
});

test('Back leads to the question before', () => {
  const steps = stepsOf(usualDay, []);
  expect(stepBefore(steps, { id: 'leg' })?.id).toBe('joint');
  expect(stepBefore(steps, { id: 'ill' })).toBeUndefined();
});
