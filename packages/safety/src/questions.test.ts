import type { Condition, Finding, Limit, Medicine, Rule } from '@assuage/knowledge';
import { describe, expect, it } from 'vitest';
import type { Permission } from './clearance.ts';
import { compileEngine } from './engine.ts';
import type { Listed, Statement } from './profile.ts';
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

/** One open question, whole. */
const whole = (
  rules: Rule[],
  {
    findings = {},
    conditions = [],
    medicines = [],
    permissions = [],
    statements = [],
    listed = none,
  }: {
    findings?: Record<string, Partial<Finding>>;
    conditions?: Condition[];
    medicines?: Medicine[];
    permissions?: Permission[];
    statements?: Statement[];
    listed?: Listed;
  } = {},
) => {
  const base = knowledgeWith(rules);
  const engine = compileEngine({
    ...base,
    findings: base.findings.map((finding) => ({ ...finding, ...findings[finding.id] })),
    conditions,
    medicines,
  });
  const profile = { ...profileFrom(statements), listed };
  return openQuestions(engine, profile, { today: TODAY, permissions });
};
const none: Listed = { condition: false, medicine: false };
const all: Listed = { condition: true, medicine: true };
const illness: Condition = {
  kind: 'condition',
  id: 'illness',
  name: 'Illness',
  also: [],
  under: [],
  plain: 'A made-up illness.',
  symptoms: [],
  organs: [],
  rules: [],
  sources: [],
};
const medicine: Medicine = {
  kind: 'medicine',
  id: 'medicine',
  name: 'Medicine',
  also: [],
  under: [],
  plain: 'A made-up medicine.',
  rules: [],
  sources: [],
};
const mild: Limit = { ...basis, heat: 'caution' };
const clearance = (...limits: string[]): Permission => ({
  kind: 'clearance',
  limits,
  by: 'Dr Okafor',
  from: TODAY,
  until: TODAY,
});

describe('a question', () => {
  it('says what is asked, how to answer, and what a yes means', () => {
    const ask = { client: 'Has it been checked?', hint: 'By a doctor.', yesMeans: 'no' as const };
    expect(whole([rule('r', 'e', mild)], { findings: { e: { ask } } })).toEqual([
      {
        id: 'e',
        kind: 'yes-no',
        text: 'Has it been checked?',
        hint: 'By a doctor.',
        yesMeans: 'no',
        worst: 'adapt',
        rules: ['r'],
      },
    ]);
  });

  it('asks by its name what has no words of its own', () => {
    expect(whole([rule('r', 'e', mild)], { findings: { e: { ask: undefined } } })).toEqual([
      { id: 'e', kind: 'yes-no', text: 'Fact e?', yesMeans: 'yes', worst: 'adapt', rules: ['r'] },
    ]);
  });

  it('asks for a number where the rule compares one', () => {
    const questions = whole([rule('r', { fact: 'n', atLeast: 8 }, mild)], {
      statements: [say('h', 'yes')],
    });
    expect(questions).toEqual([
      { id: 'n', kind: 'number', text: 'Is n so?', yesMeans: 'yes', worst: 'adapt', rules: ['r'] },
    ]);
  });

  it('asks where, in the name of the fact', () => {
    expect(whole([rule('r', 'c', noTouch)], { statements: [say('c', 'yes')] })).toEqual([
      {
        id: 'c',
        kind: 'where',
        text: 'Where? (Fact c)',
        yesMeans: 'yes',
        worst: 'adapt',
        rules: ['r'],
      },
    ]);
  });

  it('asks for other illnesses and medicines as long as their lists are not whole', () => {
    const rules = [
      rule('one', 'illness', mild),
      rule('two', 'medicine', { ...basis, cold: 'caution' }),
    ];
    const more = { conditions: [illness], medicines: [medicine] };
    const [first, second] = whole(rules, more);
    expect(first).toEqual({
      id: 'conditions',
      kind: 'list',
      text: 'Do you have any other long-term illness?',
      yesMeans: 'yes',
      worst: 'adapt',
      rules: ['one'],
    });
    expect(second).toMatchObject({ id: 'medicines', kind: 'list', rules: ['two'] });
    expect(second?.text).toContain('any other medicine');
    expect(whole(rules, { ...more, listed: all })).toEqual([]);
    expect(whole(rules, { ...more, listed: { condition: true, medicine: false } })).toMatchObject([
      { id: 'medicines' },
    ]);
  });

  it('asks for an illness by name when it has a question of its own', () => {
    const asked = { ...illness, ask: { client: 'Do you have it?', yesMeans: 'yes' as const } };
    expect(whole([rule('r', 'illness', mild)], { conditions: [asked] })).toMatchObject([
      { id: 'illness', kind: 'yes-no', text: 'Do you have it?' },
    ]);
  });

  it('names the worst that could follow, and every rule that waits, once', () => {
    const rules = [
      rule('hot', 'e', mild),
      rule('ask', { all: ['e', 'g'] }, { ...basis, decision: 'clear-first' }),
      rule('stop', { any: ['e', { all: ['e', 'h'] }] }, { ...basis, decision: 'refer-soon' }),
    ];
    const questions = whole(rules, { statements: [say('g', 'yes'), say('h', 'yes')] });
    expect(questions).toMatchObject([{ id: 'e', worst: 'refer-soon' }]);
    expect([...(questions[0]?.rules ?? [])].sort()).toEqual(['ask', 'hot', 'stop']);
  });

  it('comes before another when more hangs on it; one more thing to do is not more', () => {
    const two: Rule = {
      ...rule('two', 'g', mild),
      limits: [mild, { ...basis, cold: 'caution' }],
    };
    const careful: Rule = {
      ...rule('careful', 'e', { ...basis, positions: ['prone'] }),
      limits: [
        { ...basis, positions: ['prone'] },
        { ...basis, care: 'Sit up slowly.', name: 'one' },
        { ...basis, care: 'Drink.', name: 'two' },
      ],
    };
    expect(whole([careful, two]).map(({ id }) => id)).toEqual(['g', 'e']);
  });

  it('is not asked when everything that hangs on it is cleared', () => {
    const rules = [rule('r', 'e', mild)];
    expect(whole(rules, { permissions: [clearance('r/heat')] })).toEqual([]);
    const both: Rule = { ...rule('r', 'e', mild), limits: [mild, { ...basis, cold: 'caution' }] };
    expect(whole([both], { permissions: [clearance('r/heat')] })).toMatchObject([{ id: 'e' }]);
    const placed = [rule('p', 'c', noTouch)];
    const statements = [say('c', 'yes')];
    expect(whole(placed, { statements, permissions: [clearance('p/pressure')] })).toEqual([]);
  });

  it('is not where, when the whole body is closed by something else', () => {
    const rules = [rule('p', 'c', noTouch), rule('q', 'e', { ...basis, pressure: 'none' })];
    expect(whole(rules, { statements: [say('c', 'yes'), say('e', 'yes')] })).toEqual([]);
  });

  it('goes to what was answered "not sure" when the broader answer was no', () => {
    const questions = whole([rule('r', 'a', mild)], {
      statements: [say('a', 'no'), say('c', 'unknown')],
    });
    expect(questions.map(({ id }) => id)).toEqual(['c']);
  });

  it('is the one that settles most, and one is enough for each rule', () => {
    const rules = [
      rule('one', { all: ['e', 'g'] }, mild),
      rule('two', { all: ['g', 'h'] }, { ...basis, cold: 'caution' }),
    ];
    expect(whole(rules).map(({ id }) => id)).toEqual(['g']);
  });

  it('is not asked when its rule holds anyway, or cannot hold', () => {
    const either = [rule('r', { any: ['e', 'g'] }, mild)];
    expect(whole(either, { statements: [say('e', 'yes')] })).toEqual([]);
    const both = [rule('r', { all: ['e', 'g'] }, mild)];
    expect(whole(both, { statements: [say('e', 'no')] })).toEqual([]);
  });

  it('is asked again, and not something broader, when it was answered "not sure"', () => {
    const statements = [say('b', 'unknown')];
    expect(whole([rule('r', 'b', mild)], { statements }).map(({ id }) => id)).toEqual(['b']);
  });

  it('is the next narrower one when the broader holds, or has no words to ask with', () => {
    const rules = [rule('r', 'c', mild)];
    const ids = (more: Parameters<typeof whole>[1]) => whole(rules, more).map(({ id }) => id);
    expect(ids({ statements: [say('a', 'yes')] })).toEqual(['b']);
    const silent = { ask: undefined };
    expect(ids({ findings: { a: silent, b: silent } })).toEqual(['c']);
  });

  it('says the worst of a rule, whatever else the rule limits', () => {
    const stop: Rule = {
      ...rule('stop', 'e', mild),
      limits: [mild, { ...basis, decision: 'clear-first' }, { ...basis, cold: 'caution' }],
    };
    expect(whole([stop])).toMatchObject([{ worst: 'clear-first' }]);
  });

  it('is not where, as long as it is open whether the rule holds at all', () => {
    const rules = [rule('r', { all: ['c', 'e'] }, noTouch)];
    const questions = whole(rules, { statements: [say('c', 'yes')] });
    expect(questions.map(({ id, kind }) => `${id} ${kind}`)).toEqual(['e yes-no']);
  });
});
