import type { Answers } from '@assuage/knowledge';
import { expect, test } from 'vitest';
import { measureCalled } from '../testing/measures.ts';
import { type Change, changeOf } from './change.ts';

const only = (id: string, before: Answers, after: Answers): Change => {
  const result = changeOf(measureCalled(id), before, after);
  const [change, ...others] = result.ok ? result.changes : [];
  if (!change || others.length > 0) throw new Error(`${id}: not one change`);
  return change;
};
const pain = (before: number, after: number) =>
  only('nrs-pain', { 'nrs-pain': before }, { 'nrs-pain': after });

test('a change names every threshold with the people and the method it comes from', () => {
  const { thresholds, points, towards } = pain(6, 4);
  expect([points, towards]).toEqual([-2, 'better']);
  expect(thresholds.length).toBeGreaterThan(5);
  for (const { threshold } of thresholds) {
    expect(threshold.population.length).toBeGreaterThan(10);
    expect(threshold.method.length).toBeGreaterThan(2);
    expect(threshold.sources.length).toBeGreaterThan(0);
  }
});

test('estimates disagree, and each is answered by itself', () => {
  // 6 to 5: one point, 16.7 percent. 1 point and 15 percent are reached; 2 points and 33 percent are not.
  const said = pain(6, 5)
    .thresholds.filter(({ threshold }) => threshold.population.startsWith('825'))
    .map(({ unit, needs, reached }) => [unit, needs, reached]);
  expect(said).toEqual([
    ['points', 1, 'yes'],
    ['percent', 15, 'yes'],
    ['points', 2, 'no'],
    ['percent', 33, 'no'],
  ]);
});

test('no percent is given from 0 or 1', () => {
  expect(pain(0, 3).percent).toBeUndefined();
  expect(pain(1, 0).percent).toBeUndefined();
  expect(pain(2, 1).percent).toBe(-50);
  expect(pain(1, 0).thresholds.some(({ unit }) => unit === 'percent')).toBe(false);
});

test('a threshold for worse is another one than that for better', () => {
  // Lupus, 0 to 100: 15.8 better, 8.5 worse; on 0 to 10, read across, 1.58 and 0.85.
  const lupus = (before: number, after: number) =>
    pain(before, after).thresholds.find(({ threshold }) => threshold.population.includes('lupus'));
  expect(lupus(5, 4)?.reached).toBe('no');
  expect(lupus(5, 6)?.reached).toBe('yes');
  expect(lupus(5, 6)?.needs).toBeCloseTo(0.85, 12);
  expect(lupus(5, 6)?.assumed).toBe(true);
});

test('where only better was studied, nothing is said of worse', () => {
  expect(pain(4, 6).thresholds.map(({ threshold }) => threshold.worse !== undefined)).toEqual([
    true,
  ]);
});

test('in a range of estimates a change may reach some', () => {
  const peg = (after: number) => ({ pain: after, enjoyment: after, activity: 6 });
  // Mean 6 to 4.6667: 1.3333, within 1.0 to 1.75; over 1.1 and over 1.22.
  const { thresholds } = only('peg', peg(6), peg(4));
  expect(thresholds.map(({ reached }) => reached)).toEqual(['within', 'yes', 'yes']);
});

test('on the fatigue scale one point is over what is called important, and still under the noise', () => {
  const { thresholds, noise } = only('fss', { total: 5 }, { total: 4 });
  expect(thresholds.map(({ reached }) => reached)).toEqual(['yes']);
  expect(noise.map(({ under, noise: { mdc } }) => [under, mdc])).toEqual([[true, 1.9]]);
  expect(only('fss', { total: 5 }, { total: 3 }).noise.map(({ under }) => under)).toEqual([false]);
});

test('lower is better or worse as the scale runs', () => {
  expect(only('who-5', { total: 40 }, { total: 60 }).towards).toBe('better');
  expect(
    only('peg', { pain: 2, enjoyment: 2, activity: 2 }, { pain: 3, enjoyment: 2, activity: 2 })
      .towards,
  ).toBe('worse');
  expect(pain(4, 4).towards).toBe('same');
  expect(pain(4, 4).thresholds.every(({ reached }) => reached === 'no')).toBe(true);
});

test('where it is not known which end is good, no side is taken', () => {
  const result = changeOf(measureCalled('sbc'), { dissociation: 1 }, { dissociation: 2 });
  expect(result.ok && result.changes.map(({ towards }) => towards)).toEqual(['unclear']);
});

test('activities that the client adds later do not enter the change', () => {
  const first = { kneel: 2, walk: 3, sleep: 4 };
  // Mean 3 to 5 over the same three; the new one at 10 counts for nothing.
  const { before, after } = only('psfs', first, { kneel: 4, walk: 5, sleep: 6, dance: 10 });
  expect([before, after]).toEqual([3, 5]);
});

test('an activity that is not rated again leaves no change', () => {
  const first = { kneel: 2, walk: 3, sleep: 4 };
  expect(changeOf(measureCalled('psfs'), first, { kneel: 4, walk: 5, dance: 10 })).toEqual({
    ok: true,
    changes: [],
    not: ['not rated again: sleep'],
  });
});

test('a form that asks about change is not itself compared', () => {
  expect(changeOf(measureCalled('pgic'), { change: 4 }, { change: 2 })).toEqual({
    ok: true,
    changes: [],
    not: ['Patient Global Impression of Change asks about change: read it as it is'],
  });
});

test('what has a score at only one time is named', () => {
  const result = changeOf(
    measureCalled('promis-29'),
    { fatigue: 60, anxiety: 55 },
    { fatigue: 57 },
  );
  expect(result.ok && result.not).toEqual(['Anxiety, T-score: no score the second time']);
});

test('answers that the form does not have are refused, and no change is made of them', () => {
  const result = changeOf(measureCalled('nrs-pain'), { 'nrs-pain': 4 }, { 'nrs-pain': 40 });
  expect(result).toEqual({
    ok: false,
    issues: ['Pain, 0 to 10, nrs-pain: 40 is none of its answers'],
  });
});
