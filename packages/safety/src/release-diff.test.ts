import type { Rule, WhenClause } from '@assuage/knowledge';
import { describe, expect, it } from 'vitest';
import { compileEngine, type Engine } from './engine.ts';
import { comparisonOf, describeEnvelopeChange } from './envelope-diff.ts';
import { evaluate } from './evaluate.ts';
import type { Statement } from './profile.ts';
import { compareReleases } from './release-diff.ts';
import { inventProfiles, simulate } from './simulate.ts';
import { knowledgeWith, profileFrom, TODAY } from './testing/arbitrary-knowledge.ts';

type Limits = Rule['limits'];
const basis = { basis: 'judgement' as const, sources: [] };
const rule = (when: WhenClause, limits: Limits, more: Partial<Rule> = {}): Rule => ({
  id: 'rule-0',
  when,
  because: 'A made-up reason.',
  limits,
  disagree: [],
  ...more,
});
const pressure = (most: 'none' | 0 | 1 | 2 | 3 | 4, at?: string[]): Limits => [
  { ...basis, pressure: most, ...(at ? { at } : {}) },
];
const release = (...rules: Rule[]): Engine => compileEngine(knowledgeWith(rules));
const directionOf = (before: Rule, after: Rule) =>
  compareReleases(release(before), release(after)).rules.map(({ direction }) => direction);

describe('comparing two releases', () => {
  it('finds nothing between a release and itself', () => {
    const same = release(rule('a', pressure(2)));
    expect(compareReleases(same, same)).toMatchObject({ subjects: [], rules: [], body: false });
  });

  it('calls a new rule tighter and a dropped one looser', () => {
    const one = rule('a', pressure(2));
    const change = (before: Engine, after: Engine) =>
      compareReleases(before, after).rules.map(({ change, direction }) => [change, direction]);
    expect(change(release(), release(one))).toEqual([['added', 'tighter']]);
    expect(change(release(one), release())).toEqual([['removed', 'looser']]);
  });

  it.each<[string, Rule, Rule]>([
    ['less pressure', rule('a', pressure(2)), rule('a', pressure(1))],
    ['no contact instead of resting hands', rule('a', pressure(0)), rule('a', pressure('none'))],
    [
      'more places',
      rule('a', pressure(2, ['neck'])),
      rule('a', pressure(2, ['neck', 'calf-right'])),
    ],
    ['everywhere instead of one place', rule('a', pressure(2, ['neck'])), rule('a', pressure(2))],
    ['a broader fact', rule('c', pressure(2)), rule('a', pressure(2))],
    ['one condition fewer', rule({ all: ['a', 'e'] }, pressure(2)), rule('a', pressure(2))],
    ['one alternative more', rule('a', pressure(2)), rule({ any: ['a', 'e'] }, pressure(2))],
    [
      'a lower threshold',
      rule({ fact: 'n', atLeast: 12 }, pressure(2)),
      rule({ fact: 'n', atLeast: 8 }, pressure(2)),
    ],
    [
      'a higher upper bound',
      rule({ fact: 'n', below: 8 }, pressure(2)),
      rule({ fact: 'n', below: 12 }, pressure(2)),
    ],
    [
      'a more severe decision',
      rule('a', [{ ...basis, decision: 'clear-first' }]),
      rule('a', [{ ...basis, decision: 'not-today' }]),
    ],
    [
      'a group of techniques instead of one of them',
      rule('a', [{ ...basis, exclude: ['very-deep'] }]),
      rule('a', [{ ...basis, exclude: ['deep'] }]),
    ],
  ])('calls it tighter: %s; and the reverse looser', (_, milder, stricter) => {
    expect(directionOf(milder, stricter)).toEqual(['tighter']);
    expect(directionOf(stricter, milder)).toEqual(['looser']);
  });

  it('calls it other when some clients gain and some lose, and words when none does', () => {
    const old = rule('a', pressure(2));
    expect(directionOf(old, rule('e', pressure(2)))).toEqual(['other']);
    expect(directionOf(old, rule({ all: ['a', 'e'] }, pressure(1)))).toEqual(['other']);
    expect(directionOf(old, { ...old, because: 'Another made-up reason.' })).toEqual(['words']);
  });

  it('names which lines of a fact differ', () => {
    const before = knowledgeWith([]);
    const findings = before.findings.map((finding) =>
      finding.id === 'h' ? { ...finding, name: 'Fact H', under: ['a'] } : finding,
    );
    const { subjects } = compareReleases(
      compileEngine(before),
      compileEngine({ ...before, findings: findings.filter(({ id }) => id !== 'g') }),
    );
    expect(subjects.map(({ id, change, keys }) => [id, change, [...keys].sort()])).toEqual([
      ['g', 'removed', []],
      ['h', 'changed', ['name', 'under']],
    ]);
  });
});

const said = { by: 'test', at: `${TODAY}T09:00` };
const yes = (fact: string, places?: string[]): Statement => ({
  ...said,
  fact,
  answer: 'yes',
  ...(places ? { places } : {}),
});
const no = (fact: string): Statement => ({ ...said, fact, answer: 'no' });
const changeFor = (before: Engine, after: Engine, ...statements: Statement[]) => {
  const profile = profileFrom(statements);
  const at = { today: TODAY };
  return comparisonOf(before, after).change(
    evaluate(before, profile, at),
    evaluate(after, profile, at),
  );
};

describe('comparing two envelopes', () => {
  it('says what another release allows less of, and where', () => {
    const before = release(rule('a', pressure(3)));
    const after = release(
      rule('a', [
        ...pressure(1, ['neck']),
        { ...basis, exclude: ['stones'], at: ['calf-right'] },
        { ...basis, decision: 'clear-first' },
      ]),
    );
    const change = changeFor(before, after, yes('a'));
    expect(change?.direction).toBe('other');
    expect([change?.nowOut.length, change?.nowIn.length]).toEqual([1, 0]);
    const words = change ? describeEnvelopeChange(after, change) : [];
    expect(words).toEqual(
      expect.arrayContaining([
        'Decision: adapt → clear-first.',
        expect.stringMatching(/^Pressure 3 → 1 \(.*[Nn]eck.*\)\.$/),
        expect.stringMatching(/^Pressure 3 → 5 /),
        'Now out: stones (Right calf).',
      ]),
    );
  });

  it('finds nothing for a client whom a changed rule does not concern', () => {
    const before = release(rule('a', pressure(3)));
    const after = release(rule('a', pressure(1)));
    expect(changeFor(before, after, no('a'))).toBeUndefined();
    expect(changeFor(before, after, yes('a'))?.direction).toBe('tighter');
    expect(changeFor(after, before, yes('a'))?.direction).toBe('looser');
  });
});

describe('screening invented clients with two releases', () => {
  const before = release(rule('a', pressure(3)));
  const after = release(rule('a', [...pressure(3), { ...basis, decision: 'not-today' }]));

  it('changes nobody between a release and itself', () => {
    expect(simulate(before, before, 500, 1)).toMatchObject({ clients: 500, changed: 0, rules: [] });
  });

  it('counts who changes, from which decision to which, and by which rule', () => {
    const { changed, decisions, rules } = simulate(before, after, 500, 1);
    expect(changed).toBeGreaterThan(0);
    expect(changed).toBeLessThan(500);
    expect(decisions).toEqual([{ from: 'adapt', to: 'not-today', clients: changed }]);
    expect(rules).toEqual([{ rule: 'rule-0', clients: changed }]);
  });

  it('counts whom a number in a rule changes, as evaluating each client with both releases does', () => {
    const stricter = release(rule('a', pressure(2)));
    const at = { today: TODAY };
    const different = [...inventProfiles(before, 500, 1)].filter(
      (profile) =>
        evaluate(before, profile, at).pressure.join() !==
        evaluate(stricter, profile, at).pressure.join(),
    );
    expect(different.length).toBeGreaterThan(0);
    expect(simulate(before, stricter, 500, 1)).toMatchObject({
      changed: different.length,
      rules: [{ rule: 'rule-0', clients: different.length }],
    });
  });

  it('makes the same clients from the same seed, and others from another', () => {
    expect(simulate(before, after, 500, 7)).toEqual(simulate(before, after, 500, 7));
    const counts = [1, 2, 3, 4, 5].map((seed) => simulate(before, after, 500, seed).changed);
    expect(new Set(counts).size).toBeGreaterThan(1);
  });

  it('answers a question that only one release asks with no, so that it alone changes nobody', () => {
    const { findings, ...rest } = knowledgeWith([]);
    const fewer = compileEngine({ ...rest, findings: findings.filter(({ id }) => id !== 'g') });
    const more = release(rule('g', pressure(1)));
    expect(simulate(fewer, more, 200, 1)).toMatchObject({ changed: 0, onlyAfter: ['g'] });
  });
});
