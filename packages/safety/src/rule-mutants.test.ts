import type { Rule } from '@assuage/knowledge';
import { describe, expect, it } from 'vitest';
import { mutantsOf, mutateRules } from './rule-mutants.ts';
import { knowledgeWith } from './testing/arbitrary-knowledge.ts';

const basis = { basis: 'judgement' as const, sources: [] };
const rule: Rule = {
  id: 'sore',
  when: { any: ['e', { fact: 'n', atLeast: 8 }] },
  because: 'A made-up reason.',
  limits: [
    { ...basis, pressure: 2, at: ['neck', 'lower-back'] },
    { ...basis, heat: 'avoid' },
  ],
  disagree: [],
};

describe('the mutants of a rule', () => {
  it('are the rule gone, each limit gone or one step milder, and each condition narrower', () => {
    expect(mutantsOf(rule).map(({ kind, change }) => `${kind}: ${change}`)).toEqual([
      'dropped: the rule is gone',
      'dropped: without pressure 2',
      'loosened: pressure 2: 3 instead',
      'loosened: pressure 2: not at neck',
      'loosened: pressure 2: not at lower-back',
      'dropped: without heat avoid',
      'loosened: heat avoid: caution instead',
      'narrowed: n from 9',
      'boundary: n from 7',
      'narrowed: not for e',
      'narrowed: not for n from 8',
    ]);
  });
});

describe('a mutant', () => {
  const survivors = (cases: string) =>
    mutateRules(knowledgeWith([rule]), [{ path: 'a.cases.yaml', text: cases }]).survivors.map(
      ({ change }) => change,
    );

  it('survives when no case says what it changes, and is caught by one that does', () => {
    const weak = 'cases: [{ name: Sore, facts: { e: yes }, expect: { decision: adapt } }]';
    expect(survivors(weak)).toContain('pressure 2: 3 instead');
    const sharp =
      'cases: [{ name: Sore, facts: { e: yes }, expect: { pressure: { neck: 2, lower-back: 2 } } }]';
    expect(survivors(sharp)).not.toContain('pressure 2: 3 instead');
    expect(survivors(sharp)).toContain('heat avoid: caution instead');
  });

  it('that another limit hides is caught by what its limit does alone', () => {
    const hidden: Rule = {
      ...rule,
      id: 'hidden',
      when: 'e',
      limits: [{ ...basis, pressure: 3, name: 'neck', at: ['neck'] }],
    };
    const mutants = (expectation: string) =>
      mutateRules(knowledgeWith([rule, hidden]), [
        {
          path: 'a.cases.yaml',
          text: `cases: [{ name: Sore, facts: { e: yes }, expect: { ${expectation} } }]`,
        },
      ]).survivors.filter((survivor) => survivor.rule === 'hidden');
    expect(mutants('pressure: { neck: 2 }').map(({ change }) => change)).toContain(
      'neck: 4 instead',
    );
    expect(
      mutants('alone: { hidden/neck: { pressure: { neck: 3 } } }').map(({ change }) => change),
    ).toEqual([]);
  });

  it('that changes nothing is not counted as made', () => {
    // very-deep is a kind of deep, so leaving deep out leaves it out as well.
    const both: Rule = {
      ...rule,
      when: 'e',
      limits: [{ ...basis, exclude: ['deep', 'very-deep'] }],
    };
    const { made, equivalent } = mutateRules(knowledgeWith([both]), []);
    expect(equivalent.map(({ change }) => change)).toEqual([
      'exclude deep,very-deep: without very-deep',
    ]);
    expect(made.loosened).toBe(1);
  });
});
