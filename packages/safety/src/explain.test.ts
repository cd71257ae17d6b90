import type { Rule } from '@assuage/knowledge';
import { describe, expect, it } from 'vitest';
import { compileEngine } from './engine.ts';
import { evaluate } from './evaluate.ts';
import { explain } from './explain.ts';
import type { Statement } from './profile.ts';
import { knowledgeWith, profileFrom, TODAY } from './testing/arbitrary-knowledge.ts';

const judgement = { basis: 'judgement' as const, sources: [] };
const RULES: Rule[] = [
  {
    id: 'hot-wrist',
    when: 'g',
    because: 'It may be inflamed.',
    limits: [
      { ...judgement, pressure: 'none', at: [{ of: 'g' }, { beyond: 'g' }] },
      { ...judgement, heat: 'avoid', at: [{ of: 'g' }] },
    ],
    disagree: [],
  },
  {
    id: 'both',
    when: { all: ['a', 'e'] },
    because: 'Two together.',
    limits: [{ ...judgement, decision: 'clear-first' }],
    disagree: [],
  },
  {
    id: 'few-weeks',
    when: { fact: 'n', below: 12 },
    because: 'Still new.',
    limits: [{ ...judgement, heat: 'avoid' }],
    disagree: [],
  },
];
const engine = compileEngine(knowledgeWith(RULES));
const say = (fact: string, answer: Statement['answer'], places?: string[]): Statement => ({
  fact,
  answer,
  by: 'Ana',
  at: `${TODAY}T09:42`,
  ...(places ? { places } : {}),
});
const reasons = (...statements: Statement[]) => {
  const profile = profileFrom(statements);
  return explain(engine, profile, evaluate(engine, profile, { today: TODAY }));
};

describe('a reason', () => {
  it('says where, who said it and when, and what would release it', () => {
    const [first, second] = reasons(
      say('g', 'yes', ['wrist-right']),
      say('a', 'no'),
      say('h', 'no'),
    );
    expect(first).toMatchObject({
      limit: 'hot-wrist/pressure',
      says: 'Right wrist and right hand: do not touch.',
      facts: [{ name: 'Fact g', answer: 'yes', places: ['wrist-right'], by: 'Ana' }],
      release: 'When this no longer holds: fact g. A clearance from the care team can lift it.',
      sure: 'guess',
    });
    expect(second).toMatchObject({ says: 'No applied heat (right wrist).' });
  });

  it('says which number would release it, and does not call an answered number open', () => {
    const [first] = reasons({ ...say('n', 'yes'), value: 9 }, say('g', 'no'), say('a', 'no'));
    expect(first).toMatchObject({
      limit: 'few-weeks/heat',
      stated: true,
      release:
        'When this no longer holds: fact n (under 12 weeks). A clearance from the care team can lift it.',
    });
  });

  it('comes most severe first and says when it only waits for an answer', () => {
    const [first] = reasons(say('g', 'yes', ['wrist-right']), say('a', 'yes'), say('h', 'no'));
    expect(first).toMatchObject({
      kind: 'decision',
      stated: false,
      release: 'Until this is answered: fact e. A clearance from the care team can lift it.',
    });
    expect(first?.facts.map((fact) => fact.answer)).toEqual(['yes', 'unknown']);
  });
});
