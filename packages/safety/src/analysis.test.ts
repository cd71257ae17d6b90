import type { Condition, Knowledge, Rule, Technique } from '@assuage/knowledge';
import { describe, expect, it } from 'vitest';
import { analyse, coverageOf } from './analysis.ts';
import { compileEngine } from './engine.ts';
import { FACTS, knowledgeWith } from './testing/arbitrary-knowledge.ts';

const basis = { basis: 'judgement' as const, sources: [] };
const light = [{ ...basis, pressure: 2 as const }];
const rule = (id: string, when: Rule['when'], limits: Rule['limits'] = light): Rule => ({
  id,
  when,
  because: 'A made-up reason.',
  limits,
  disagree: [],
});
const condition = (id: string, ...rules: Rule[]): Condition => ({
  kind: 'condition',
  id,
  name: `Illness ${id}`,
  also: [],
  under: [],
  plain: 'A made-up illness.',
  symptoms: [],
  organs: [],
  rules,
  sources: [],
});
/** A rule for each finding, each with a pressure of its own place, so that no question is idle. */
const asked = FACTS.map((fact, i) =>
  rule(`asked-${fact}`, fact === 'n' ? { fact, atLeast: 10 } : fact, [
    { ...basis, care: `Take care ${i}.` },
  ]),
);
const knowledge = (conditions: Condition[], rules: Rule[] = asked): Knowledge => ({
  ...knowledgeWith(rules),
  conditions,
});
const mistakes = (base: Knowledge) =>
  analyse(compileEngine(base)).map(({ kind, id, message }) => `${kind} ${id}: ${message}`);

describe('the analysis of all rules together', () => {
  it('finds nothing where nothing is wrong', () => {
    expect(mistakes(knowledge([condition('lupus', rule('lupus-light', 'lupus'))]))).toEqual([]);
  });

  it('names an illness that refuses a session by itself, and the rule', () => {
    const refuse = [{ ...basis, decision: 'not-today' as const }];
    expect(mistakes(knowledge([condition('lupus', rule('lupus-out', 'lupus', refuse))]))).toEqual([
      'condition lupus: "lupus" alone leads to not-today (lupus-out): a rule that refuses needs an acute finding as well',
    ]);
    const acute = rule('lupus-out', { all: ['lupus', 'a'] }, refuse);
    expect(mistakes(knowledge([condition('lupus', acute)]))).toEqual([]);
  });

  it('names a technique that is out for everybody, unless plans never propose it', () => {
    const out = rule('out', 'always', [{ ...basis, exclude: ['stones'] }]);
    const base = knowledge([], [...asked, out]);
    expect(mistakes(base)).toEqual([
      'technique stones: "stones" is allowed nowhere, even for a healthy person',
    ]);
    const techniques = base.techniques.map(
      (technique): Technique => ({ ...technique, neverPlanned: technique.id === 'stones' }),
    );
    expect(mistakes({ ...base, techniques })).toEqual([]);
  });

  it('names a question whose rules only repeat what holds for everyone', () => {
    const masked = rule('always-light', 'always', [{ ...basis, pressure: 0 }]);
    const light = [...asked.filter(({ id }) => id !== 'asked-g'), rule('g-light', 'g'), masked];
    expect(mistakes(knowledge([], light)).filter((text) => text.includes('"g"'))).toEqual([
      'finding g: no answer to "g" changes any plan: other rules already bring all that its rules do',
    ]);
  });
});

describe('the coverage of conditions', () => {
  it('tells a rule of the condition from one for anybody, and from none', () => {
    const lupus = condition(
      'lupus',
      rule('lupus-heat', 'lupus', [{ ...basis, heat: 'avoid' }]),
      rule('lupus-a', { all: ['lupus', 'b'] }),
    );
    const only = rule('for-anybody', 'e');
    const { conditions, questions } = coverageOf(compileEngine(knowledge([lupus], [only])));
    expect(questions).toEqual(['pressure', 'heat', 'cold', 'positions', 'a', 'e', 'g', 'h']);
    expect(conditions[0]).toMatchObject({ id: 'lupus', rules: 2 });
    expect(conditions[0]?.covered).toEqual({
      pressure: 'own',
      heat: 'own',
      cold: 'none',
      positions: 'none',
      a: 'own',
      e: 'general',
      g: 'none',
      h: 'none',
    });
  });
});
