import { type Answers, type Measure, pointRange, responseOf, scalesOf } from '@assuage/knowledge';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shipped } from '../testing/measures.ts';
import { score } from './score.ts';

/** Full or patchy sheets of one measure, of any allowed answers. */
function sheets(measure: Measure): fc.Arbitrary<Answers> {
  const answer = (item: Parameters<typeof responseOf>[1]): fc.Arbitrary<number> => {
    const response = responseOf(measure, item);
    if (!response) throw new Error(`${measure.id} lacks answers`);
    if ('options' in response)
      return fc.constantFrom(...response.options.map(({ value }) => value));
    const [from, to] = pointRange(response);
    return response.step === 0
      ? fc.double({ min: from, max: to, noNaN: true })
      : fc.integer({ min: from, max: to });
  };
  const { named } = measure;
  if (named)
    return fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), answer(named), { maxKeys: named.most });
  const entered = scalesOf(measure).filter(({ of }) => !of && measure.use === 'score-only');
  return fc.record(
    {
      ...Object.fromEntries(measure.items.map((item) => [item.id, answer(item)])),
      ...Object.fromEntries(
        entered.map(({ id, range }) => [
          id,
          fc.double({ min: range[0], max: range[1], noNaN: true }),
        ]),
      ),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Answers>;
}
const anySheet = fc
  .constantFrom(...shipped.measures)
  .chain((measure) => sheets(measure).map((answers) => ({ measure, answers })));

test('a score lies within the range of its scale, whatever was answered and left out', () => {
  fc.assert(
    fc.property(anySheet, ({ measure, answers }) => {
      const result = score(measure, answers);
      if (!result.ok) throw new Error(result.issues.join('; '));
      for (const { value, range } of result.scores) {
        expect(value).toBeGreaterThanOrEqual(range[0] - 1e-9);
        expect(value).toBeLessThanOrEqual(range[1] + 1e-9);
      }
    }),
    { numRuns: 1000 },
  );
});

test('the order of items and of answers changes nothing', () => {
  fc.assert(
    fc.property(anySheet, fc.infiniteStream(fc.nat()), ({ measure, answers }, keys) => {
      const shuffle = <T>(list: readonly T[]): T[] =>
        list
          .map((one) => ({ one, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
      const other = { ...measure, items: shuffle(measure.items) };
      const again = score(other, Object.fromEntries(shuffle(Object.entries(answers))));
      const first = score(measure, answers);
      const valuesOf = (result: typeof first) =>
        result.ok && new Map(result.scores.map(({ scale, value }) => [scale, value.toFixed(9)]));
      expect(valuesOf(again)).toEqual(valuesOf(first));
    }),
    { numRuns: 1000 },
  );
});

test('every scale is scored, or says how many answers it has and needs', () => {
  fc.assert(
    fc.property(anySheet, ({ measure, answers }) => {
      const result = score(measure, answers);
      if (!result.ok) throw new Error(result.issues.join('; '));
      const shown = scalesOf(measure).filter(({ part }) => !part);
      expect(result.scores.length + result.noScores.length).toBe(shown.length);
      for (const { answered, of, needs } of result.noScores)
        expect(of === 0 || answered < needs).toBe(true);
      for (const one of result.scores) expect(one.answered).toBeLessThanOrEqual(one.of);
    }),
    { numRuns: 1000 },
  );
});

test('one more blank never turns a missing score into one', () => {
  fc.assert(
    fc.property(anySheet, fc.nat(), ({ measure, answers }, which) => {
      const ids = Object.keys(answers);
      const gone = ids[which % Math.max(1, ids.length)];
      const fewer = Object.fromEntries(Object.entries(answers).filter(([id]) => id !== gone));
      const scales = (of: Answers) => {
        const result = score(measure, of);
        return result.ok ? result.scores.map(({ scale }) => scale) : [];
      };
      const before = scales(answers);
      for (const scale of scales(fewer)) expect(before).toContain(scale);
    }),
    { numRuns: 1000 },
  );
});
