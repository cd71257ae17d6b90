import type { Rule } from '@assuage/knowledge';
import { expect, test } from 'vitest';
import { notShown, type ShownCase } from './case-coverage.ts';
import { profileOfCase } from './cases.ts';
import { compileEngine } from './engine.ts';
import { knowledgeWith } from './testing/arbitrary-knowledge.ts';

const rule = (when: Rule['when']): Rule => ({
  id: 'the-rule',
  when,
  because: 'A made-up reason.',
  limits: [{ basis: 'judgement', sources: [], pressure: 2 }],
  disagree: [],
});
type Facts = Parameters<typeof profileOfCase>[1]['facts'];

/** What three kinds of case leave out of a rule. */
function lacking(
  when: Rule['when'],
  ...cases: readonly (readonly [Facts, (readonly string[])?, boolean?])[]
) {
  const engine = compileEngine(knowledgeWith([rule(when)]));
  const shown = cases.map(
    ([facts, asks = [], saysUntilAnswered = false]): ShownCase => ({
      profile: profileOfCase(engine, { facts, others: 'no' }),
      asks,
      saysUntilAnswered,
    }),
  );
  return notShown(engine, shown).flatMap(({ aspects }) => aspects);
}
const both = { all: ['a', 'b'] };

test('without cases a rule lacks all three', () => {
  expect(lacking(both)).toEqual(['fires', 'boundary', 'missing']);
});

test('it fires when all its facts hold', () => {
  expect(lacking(both, [{ a: 'yes', b: 'yes' }])).toEqual(['boundary', 'missing']);
});

test('its boundary is one answer away, and two are too far', () => {
  expect(lacking(both, [{ a: 'yes', b: 'no' }])).not.toContain('boundary');
  expect(lacking(both, [{ a: 'no', b: 'no' }])).toContain('boundary');
  expect(lacking({ any: ['a', 'b'] }, [{ a: 'no', b: 'no' }])).not.toContain('boundary');
});

test('an answer that is missing counts only when the case asks for it, or says what holds until then', () => {
  const open = { a: 'yes', b: 'unknown' } as const;
  expect(lacking(both, [open])).toContain('missing');
  expect(lacking(both, [open, ['c']])).toContain('missing');
  expect(lacking(both, [open, ['a']]), 'b is under a').not.toContain('missing');
  expect(lacking(both, [open, ['b']])).not.toContain('missing');
  expect(lacking(both, [open, [], true])).not.toContain('missing');
});

test('a number is on either side of its bound', () => {
  const when = { fact: 'n', atLeast: 10 };
  expect(lacking(when, [{ n: 10 }])).toEqual(['boundary', 'missing']);
  expect(lacking(when, [{ n: 9 }])).toEqual(['fires', 'missing']);
});

test('a rule that holds for everyone needs nothing', () => {
  expect(lacking('always')).toEqual([]);
});
