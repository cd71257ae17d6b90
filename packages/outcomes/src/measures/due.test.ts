import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measureCalled, shipped } from '../testing/measures.ts';
import { type Asked, asksFor, dueMeasures } from './due.ts';

const due = (history: readonly Asked[], today: string, conditions: readonly string[] = []) =>
  dueMeasures(asksFor(shipped, { conditions }), shipped.measures, history, today).map(
    ({ measure }) => measure,
  );
const asked = (measure: string, date: string): Asked => ({ measure, date });

test('at the first visit the core set is due, and nothing that asks about change', () => {
  expect(due([], '2026-03-02')).toEqual([
    'nrs-pain',
    'nrs-fatigue',
    'nrs-stiffness',
    'nrs-sleep',
    'nrs-stress',
    'nrs-mood',
    'nrs-pain-now',
    'nrs-stiffness-now',
    'nrs-body-connection',
    'peg',
    'psfs',
    'phq-4',
    'maia-2',
  ]);
});

test('before a session six ratings are asked, and no more', () => {
  const asks = asksFor(shipped, { conditions: ['rheumatoid-arthritis', 'fibromyalgia'] });
  expect(asks.filter(({ when }) => when === 'before-session')).toHaveLength(6);
});

test('the two-week forms come back on the fourteenth day, not on the thirteenth', () => {
  const history = [asked('peg', '2026-03-02')];
  expect(due(history, '2026-03-15')).not.toContain('peg');
  expect(due(history, '2026-03-16')).toContain('peg');
});

test('a change of clocks moves nothing', () => {
  // 28 days over the end of March, when clocks change in Europe.
  const history = [asked('phq-4', '2026-03-20')];
  expect(due(history, '2026-04-16')).not.toContain('phq-4');
  expect(due(history, '2026-04-17')).toContain('phq-4');
});

test('how much has changed is asked once four weeks have passed since the first answer', () => {
  const history = [asked('nrs-pain', '2026-03-02')];
  expect(due(history, '2026-03-29')).not.toContain('pgic');
  expect(due(history, '2026-03-30')).toContain('pgic');
});

test('a condition adds its row, and a measure that is listed twice is asked once', () => {
  expect(due([], '2026-03-02', ['fibromyalgia'])).toContain('fiqr');
  expect(due([], '2026-03-02', ['multiple-sclerosis'])).not.toContain('fiqr');
  const twice = asksFor(shipped, { conditions: ['osteoarthritis'], chosen: ['range-of-motion'] });
  expect(twice.filter(({ measure }) => measure === 'range-of-motion')).toHaveLength(1);
});

test('what is optional is asked only when it was chosen, and what was dropped is not', () => {
  const ids = (choice: Parameters<typeof asksFor>[1]) =>
    asksFor(shipped, choice).map(({ measure }) => measure);
  expect(ids({ conditions: [] })).not.toContain('rand-36');
  expect(ids({ conditions: [], chosen: ['rand-36'] })).toContain('rand-36');
  expect(ids({ conditions: [], dropped: ['maia-2'] })).not.toContain('maia-2');
});

test('MAIA-2 is asked by two whole subscales', () => {
  const maia = asksFor(shipped, { conditions: [] }).find(({ measure }) => measure === 'maia-2');
  expect(maia?.scales).toEqual(['trusting', 'body-listening']);
});

test('nothing is ever asked again before the time it looks back on is over', () => {
  const day = fc.integer({ min: 0, max: 400 });
  const date = (days: number) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);
  const measures = shipped.measures.filter(({ use }) => use === 'form').map(({ id }) => id);
  fc.assert(
    fc.property(
      fc.array(fc.record({ measure: fc.constantFrom(...measures), day }), { maxLength: 30 }),
      day,
      fc.constantFrom('fibromyalgia', 'chronic-pain', 'rheumatoid-arthritis'),
      (entries, today, condition) => {
        const history = entries.map((one) => asked(one.measure, date(one.day)));
        for (const id of due(history, date(today), [condition])) {
          const past = entries.filter((one) => one.measure === id && one.day <= today);
          const last = Math.max(...past.map((one) => one.day));
          expect(today - last).toBeGreaterThanOrEqual(measureCalled(id).recall?.days ?? 0);
        }
      },
    ),
  );
});
