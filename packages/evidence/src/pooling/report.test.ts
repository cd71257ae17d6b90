import { expect, test } from 'vitest';
import { valueIn } from '../testing/as-metafor.ts';
import { displayFor } from './display.ts';
import { report } from './report.ts';
import type { Study } from './study.ts';
import { digits } from './summary.ts';

const studies = (k: number): Study[] =>
  Array.from({ length: k }, (_, i) => ({
    name: `Study ${i + 1}`,
    yi: -0.8 - 0.1 * (i % 3),
    vi: 0.02 + 0.01 * (i % 4),
    people: 40,
  }));

const onPain = { measure: 'SMD', better: 'lower' } as const;

test.each([
  [
    1,
    {
      pooled: false,
      veryFew: false,
      prediction: false,
      bias: false,
      moderators: 0,
    },
  ],
  [2, { pooled: false, veryFew: false, prediction: false, bias: false, moderators: 0 }],
  [3, { pooled: true, veryFew: true, prediction: false, bias: false, moderators: 0 }],
  [4, { pooled: true, veryFew: true, prediction: false, bias: false, moderators: 0 }],
  [5, { pooled: true, veryFew: false, prediction: true, bias: false, moderators: 0 }],
  [9, { pooled: true, veryFew: false, prediction: true, bias: false, moderators: 0 }],
  [10, { pooled: true, veryFew: false, prediction: true, bias: true, moderators: 1 }],
  [29, { pooled: true, veryFew: false, prediction: true, bias: true, moderators: 2 }],
])('%i studies show what they carry', (k, shown) => {
  expect(displayFor(k)).toEqual({ studies: k, ...shown });
});

test('one study is shown as it is, and not pooled', () => {
  const found = valueIn(report(studies(1), onPain));
  expect(found.fit).toBeNull();
  expect(found.summary).toMatch(/cannot be pooled/);
});

test('two studies are shown side by side, without a pooled effect or a verdict', () => {
  const found = valueIn(report(studies(2), onPain));
  expect(found.fit).toBeNull();
  expect(found.summary).toBe(
    'Two studies of 80 people, shown side by side. Two are too few for a verdict.',
  );
  expect(found.withoutEach).toBeNull();
});

test('three studies are called very few, and have no range for a further one', () => {
  const found = valueIn(report(studies(3), onPain));
  expect(found.prediction).toBeNull();
  expect(found.notes.join(' ')).toMatch(/Very few studies.*Too few studies to judge bias/);
});

test('bias is judged from ten studies on, and the caution goes with it', () => {
  const nine = valueIn(report(studies(9), onPain));
  const ten = valueIn(report(studies(10), onPain));
  expect(nine.bias).toBeNull();
  expect(nine.notes.join(' ')).toMatch(/Too few studies to judge bias/);
  expect(ten.bias).not.toBeNull();
  expect(ten.notes.join(' ')).toMatch(/need not mean/);
});

test('studies that are all equally sure show no shape, and that is said', () => {
  const equal = studies(10).map((study) => ({ ...study, vi: 0.04 }));
  const { bias, notes } = valueIn(report(equal, onPain));
  expect(bias).toBeNull();
  expect(notes.join(' ')).toMatch(/Egger's test and trim and fill are left out: .*do not vary/);
});

test('the side of benefit is named only when it is known', () => {
  const say = (better: 'lower' | 'higher' | null) =>
    valueIn(report(studies(6), { measure: 'SMD', better })).summary;
  expect(say('lower')).toMatch(/on the side of benefit/);
  expect(say('higher')).toMatch(/on the side of harm/);
  expect(say(null)).toMatch(/on the lower side of no difference/);
});

test('an interval on both sides settles nothing, and is not called no effect', () => {
  const both = studies(5).map((study, i) => ({ ...study, yi: i % 2 ? 1 : -1 }));
  const { summary } = valueIn(report(both, onPain));
  expect(summary).toMatch(/both sides of no difference: these studies do not settle it/);
  expect(summary).not.toMatch(/no effect/);
});

test('a ratio is read as a ratio', () => {
  // Three equal studies: the log risk ratio is ln 0.5 whatever the weights are.
  const halves = studies(3).map((study) => ({ ...study, yi: Math.log(0.5) }));
  expect(valueIn(report(halves, { measure: 'RR', better: 'lower' })).summary).toMatch(
    /Risk ratio 0\.50 \(/,
  );
});

test('a moderator needs ten studies', () => {
  const moderators = [{ name: 'weeks', values: Array.from({ length: 9 }, (_, i) => i) }];
  expect(
    report(studies(9), { ...onPain, model: { method: 'REML', test: 'adhoc', moderators } }),
  ).toEqual({
    ok: false,
    why: 'a moderator needs 10 studies, and here are 9 for 1',
  });
});

test.each([
  [0, '0.00'],
  [-0.616, '−0.62'],
  [0.0123, '0.012'],
  [-1e-9, '−1.00e−9'],
  [12.345, '12.35'],
])('%d is written %s', (value, text) => {
  expect(digits(value)).toBe(text);
});
