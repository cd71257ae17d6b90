import type { Condition, Knowledge, Limit, Rule } from '@assuage/knowledge';
import { describe, expect, it } from 'vitest';
import { compileEngine } from './engine.ts';
import { pressureAt } from './envelope.ts';
import { evaluate, stateOf } from './evaluate.ts';
import type { Profile, Statement } from './profile.ts';
import { knowledgeWith, TODAY } from './testing/arbitrary-knowledge.ts';
import { NO, UNKNOWN } from './truth.ts';

const condition: Condition = {
  kind: 'condition',
  id: 'an-illness',
  name: 'An illness',
  also: [],
  under: [],
  plain: 'A made-up illness.',
  rules: [],
  symptoms: [],
  organs: [],
  sources: [],
};
const knowledge = (rules: Rule[]): Knowledge => ({
  ...knowledgeWith(rules),
  conditions: [condition],
});
const say = (fact: string, answer: Statement['answer'], places?: string[]): Statement => ({
  fact,
  answer,
  by: 'test',
  at: `${TODAY}T09:00`,
  ...(places ? { places } : {}),
});
const profile = (statements: Statement[], all: boolean): Profile => ({
  facts: new Map(statements.map((statement) => [statement.fact, statement])),
  listed: { condition: all, medicine: all },
});
const noTouch: Limit = {
  basis: 'judgement',
  sources: [],
  pressure: 'none',
  at: [{ of: 'c' }],
};
const leaveAlone: Rule = {
  id: 'leave-alone',
  when: 'a',
  because: 'A made-up reason.',
  limits: [noTouch],
  disagree: [],
};

describe('what was not said', () => {
  const engine = compileEngine(knowledge([]));
  const truth = (all: boolean, fact: string, ...statements: Statement[]) =>
    stateOf(engine, profile(statements, all)).truth[engine.factIndex(fact)];

  it('is "no" for an illness once the list is complete, and open before', () => {
    expect(truth(true, 'an-illness')).toBe(NO);
    expect(truth(false, 'an-illness')).toBe(UNKNOWN);
  });

  it('stays open for a finding, however complete the lists are', () => {
    expect(truth(true, 'e')).toBe(UNKNOWN);
  });

  it('is "no" below a "no", even where that says nothing about what is above', () => {
    // f is under e.
    expect(truth(true, 'f', say('e', 'no'))).toBe(NO);
    expect(truth(true, 'e', say('f', 'no'))).toBe(UNKNOWN);
  });
});

describe('a limit that follows the places of a fact', () => {
  const engine = compileEngine(knowledge([leaveAlone]));
  const on = (place: string, ...statements: Statement[]) =>
    pressureAt(engine, evaluate(engine, profile(statements, true), { today: TODAY }), place);

  it('holds at the places that were said, and not elsewhere', () => {
    expect(on('neck', say('c', 'yes', ['neck']))).toBe(-1);
    expect(on('foot-left', say('c', 'yes', ['neck']))).toBe(5);
  });

  it('holds everywhere while it is not sure where, or whether', () => {
    expect(on('foot-left', say('c', 'yes'))).toBe(-1);
    expect(on('foot-left', say('c', 'yes', []))).toBe(-1);
    expect(on('foot-left', say('c', 'unknown', ['neck']))).toBe(-1);
  });

  it('holds nowhere when the fact is ruled out', () => {
    expect(on('neck', say('a', 'yes'), say('c', 'no'))).toBe(5);
  });
});
