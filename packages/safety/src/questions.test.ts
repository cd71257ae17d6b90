import type { Limit, Rule } from '@assuage/knowledge';
import { describe, expect, it } from 'vitest';
import { compileEngine } from './engine.ts';
import type { Statement } from './profile.ts';
import { openQuestions } from './questions.ts';
import { knowledgeWith, profileFrom, TODAY } from './testing/arbitrary-knowledge.ts';

const basis = { basis: 'judgement' as const, sources: [] };
const rule = (id: string, when: Rule['when'], limit: Limit): Rule => ({
  id,
  when,
  because: 'A made-up reason.',
  limits: [limit],
  disagree: [],
});
const say = (fact: string, answer: Statement['answer'], places?: string[]): Statement => ({
  fact,
  answer,
  by: 'test',
  at: `${TODAY}T09:00`,
  ...(places ? { places } : {}),
});
const asked = (rules: Rule[], ...statements: Statement[]) =>
  openQuestions(compileEngine(knowledgeWith(rules)), profileFrom(statements), {
    today: TODAY,
  }).map(({ id, kind }) => `${id} ${kind}`);
const noTouch: Limit = { ...basis, pressure: 'none', at: [{ of: 'c' }] };

describe('the questions', () => {
  it('begin with the broadest that a "no" to would settle', () => {
    // c is under b, b is under a.
    expect(asked([rule('r', 'c', { ...basis, heat: 'avoid' })])).toEqual(['a yes-no']);
  });

  it('go on to the narrower ones when the broader is answered "not sure"', () => {
    const rules = [rule('r', 'c', { ...basis, heat: 'avoid' })];
    expect(asked(rules, say('a', 'unknown'))).toEqual(['b yes-no']);
    expect(asked(rules, say('a', 'unknown'), say('b', 'unknown'))).toEqual(['c yes-no']);
  });

  it('put the most consequential first', () => {
    const rules = [
      rule('mild', 'e', { ...basis, heat: 'caution' }),
      rule('severe', 'g', { ...basis, decision: 'refer-now' }),
    ];
    expect(asked(rules)).toEqual(['g yes-no', 'e yes-no']);
  });

  it('leave out what a limit already in force makes pointless', () => {
    const rules = [
      rule('stop', 'e', { ...basis, pressure: 'none' }),
      rule('light', 'g', { ...basis, pressure: 2 }),
    ];
    expect(asked(rules, say('e', 'yes'))).toEqual([]);
  });

  it('ask where, when a fact is stated without its places', () => {
    const rules = [rule('r', 'c', noTouch)];
    expect(asked(rules, say('c', 'yes'))).toEqual(['c where']);
    expect(asked(rules, say('c', 'yes', ['neck']))).toEqual([]);
  });

  it('ask where for each of two such facts, though either alone closes the whole body', () => {
    const rules = [
      rule('one', 'c', noTouch),
      rule('two', 'f', { ...basis, pressure: 'none', at: [{ of: 'f' }] }),
    ];
    expect(asked(rules, say('c', 'yes'), say('f', 'yes'))).toEqual(['c where', 'f where']);
  });
});
