import type { Rule } from '@assuage/knowledge';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clearance } from './clearance.ts';
import { compileEngine, type Engine } from './engine.ts';
import { isAtLeastAsStrict, isSameEnvelope, mergeLimits } from './envelope.ts';
import { evaluate, stateOf } from './evaluate.ts';
import type { Profile, Statement } from './profile.ts';
import { openQuestions } from './questions.ts';
import {
  arbitraryProfile,
  arbitraryRules,
  FACTS,
  knowledgeWith,
  PLACED,
  PLACES,
  profileFrom,
  TODAY,
} from './testing/arbitrary-knowledge.ts';

const moment = { today: TODAY };
const check = (law: (engine: Engine, profile: Profile, rules: readonly Rule[]) => void) =>
  fc.assert(
    fc.property(arbitraryRules, arbitraryProfile, (rules, profile) =>
      law(compileEngine(knowledgeWith(rules)), profile, rules),
    ),
    // Fewer where the tests run a thousand times.
    { numRuns: Number(process.env.LAW_RUNS ?? 400) },
  );
const withAnswer = (profile: Profile, statement: Statement): Profile => ({
  ...profile,
  facts: new Map([...profile.facts, [statement.fact, statement]]),
});
const without = (profile: Profile, fact: string): Profile => ({
  ...profile,
  facts: new Map([...profile.facts].filter(([id]) => id !== fact)),
});
const say = (fact: string, answer: Statement['answer']): Statement => ({
  fact,
  answer,
  by: 'test',
  at: `${TODAY}T09:00`,
});
const plainFacts = FACTS.filter((fact) => fact !== 'n');

describe('the envelope', () => {
  it('is the same whatever order the rules and the facts come in', () =>
    check((engine, profile, rules) => {
      const backwards = compileEngine(knowledgeWith(rules.toReversed()));
      const reversed = { ...profile, facts: new Map([...profile.facts].toReversed()) };
      const forwards = evaluate(engine, profile, moment);
      expect(isSameEnvelope(forwards, evaluate(backwards, reversed, moment))).toBe(true);
      expect(forwards.known).toBe(evaluate(backwards, reversed, moment).known);
    }));

  it('is the same when a limit is merged twice, or in groups', () =>
    check((engine, profile) => {
      const { limits } = evaluate(engine, profile, moment);
      const once = mergeLimits(engine, limits);
      expect(isSameEnvelope(once, mergeLimits(engine, [...limits, ...limits]))).toBe(true);
      const half = Math.floor(limits.length / 2);
      const swapped = [...limits.slice(half), ...limits.slice(0, half)];
      expect(isSameEnvelope(once, mergeLimits(engine, swapped))).toBe(true);
    }));

  it('is at least as strict as each envelope of a part of its limits', () =>
    check((engine, profile) => {
      const { limits } = evaluate(engine, profile, moment);
      const whole = mergeLimits(engine, limits);
      for (const limit of limits)
        expect(isAtLeastAsStrict(whole, mergeLimits(engine, [limit]))).toBe(true);
    }));
});

describe('risk', () => {
  it('never loosens: a yes instead of a no or a missing answer only tightens', () =>
    check((engine, profile) => {
      for (const fact of plainFacts) {
        const yes = evaluate(engine, withAnswer(profile, say(fact, 'yes')), moment);
        const no = evaluate(engine, withAnswer(profile, say(fact, 'no')), moment);
        expect(isAtLeastAsStrict(yes, no)).toBe(true);
        if (profile.facts.has(fact)) continue;
        expect(isAtLeastAsStrict(yes, evaluate(engine, profile, moment))).toBe(true);
      }
    }));

  it('never loosens when more places are marked', () =>
    check((engine, profile) => {
      for (const fact of PLACED) {
        const few = { ...say(fact, 'yes'), places: PLACES.slice(0, 2) };
        const more = { ...say(fact, 'yes'), places: PLACES.slice(0, 4) };
        const a = evaluate(engine, withAnswer(profile, few), moment);
        const b = evaluate(engine, withAnswer(profile, more), moment);
        expect(isAtLeastAsStrict(b, a)).toBe(true);
      }
    }));

  it('unknown is never looser than no, and a missing answer never looser than either', () =>
    check((engine, profile) => {
      for (const fact of plainFacts) {
        const unknown = evaluate(engine, withAnswer(profile, say(fact, 'unknown')), moment);
        const no = evaluate(engine, withAnswer(profile, say(fact, 'no')), moment);
        expect(isAtLeastAsStrict(unknown, no)).toBe(true);
      }
    }));

  it('a missing number is never looser than any number', () =>
    check((engine, profile) => {
      const missing = evaluate(engine, without(profile, 'n'), moment);
      for (const value of [0, 1, 37, 99, 100]) {
        const stated = withAnswer(profile, { ...say('n', 'yes'), value });
        if (stateOf(engine, without(profile, 'n')).truth[engine.factIndex('n')] === 0) continue;
        expect(isAtLeastAsStrict(missing, evaluate(engine, stated, moment))).toBe(true);
      }
    }));

  it('the known decision is never above the decision with open questions counted as yes', () =>
    check((engine, profile) => {
      const envelope = evaluate(engine, profile, moment);
      const knownOnly = mergeLimits(
        engine,
        envelope.limits.filter((limit) => limit.stated),
      );
      expect(envelope.known).toBe(knownOnly.decision);
      expect(isAtLeastAsStrict(envelope, knownOnly)).toBe(true);
    }));
});

describe('questions', () => {
  it('disappear when answered', () =>
    check((engine, profile) => {
      for (const question of openQuestions(engine, profile, moment)) {
        const answer =
          question.kind === 'number'
            ? { ...say(question.id, 'yes'), value: 50 }
            : question.kind === 'where'
              ? { ...say(question.id, 'yes'), places: ['neck'] }
              : say(question.id, 'no');
        const left = openQuestions(engine, withAnswer(profile, answer), moment);
        expect(left.map(({ id, kind }) => `${id} ${kind}`)).not.toContain(
          `${question.id} ${question.kind}`,
        );
      }
    }));

  it('are all that stands between the envelope and what is known', () =>
    check((engine, profile) => {
      let answered = profile;
      for (const { kind, id } of openQuestions(engine, profile, moment))
        if (kind === 'yes-no') answered = withAnswer(answered, say(id, 'no'));
      const left = openQuestions(engine, answered, moment);
      if (left.length > 0) return;
      const envelope = evaluate(engine, answered, moment);
      const known = mergeLimits(
        engine,
        envelope.limits.filter((limit) => limit.stated),
      );
      expect(isSameEnvelope(envelope, known)).toBe(true);
    }));

  it('are never asked when no answer to them could change the envelope', () =>
    check((engine, profile) => {
      const isOpen = (fact: string) =>
        stateOf(engine, profile).truth[engine.factIndex(fact)] === 1 &&
        profile.facts.get(fact)?.value === undefined;
      const open = FACTS.filter(isOpen);
      // Rules that between them cover every value of an open number are not seen through.
      if (open.length > 6 || open.includes('n')) return;
      for (const question of openQuestions(engine, profile, moment)) {
        if (question.kind !== 'yes-no') continue;
        const others = open.filter((fact) => fact !== question.id);
        const completions = others.reduce<Profile[]>(
          (sofar, fact) =>
            sofar.flatMap((one) => [
              one,
              withAnswer(one, say(fact, 'yes')),
              withAnswer(one, say(fact, 'no')),
            ]),
          [profile],
        );
        const canChange = completions.some((completed) => {
          const no = evaluate(engine, withAnswer(completed, say(question.id, 'no')), moment);
          const yes = evaluate(engine, withAnswer(completed, say(question.id, 'yes')), moment);
          return !isSameEnvelope(no, yes);
        });
        expect(canChange).toBe(true);
      }
    }));
});

describe('clearances', () => {
  const clearanceFor = (limits: string[], until: string): Clearance => ({
    kind: 'clearance',
    limits,
    by: 'Dr Test',
    from: '2026-01-01',
    until,
  });
  it('loosen only, lift what they name, and never lift refer-now', () =>
    check((engine, profile) => {
      const before = evaluate(engine, profile, moment);
      const all = before.limits.map(({ compiled }) => compiled.id);
      const after = evaluate(engine, profile, {
        ...moment,
        permissions: [clearanceFor(all, '2026-12-31')],
      });
      expect(isAtLeastAsStrict(before, after)).toBe(true);
      expect(after.decision === 'refer-now').toBe(before.decision === 'refer-now');
      if (before.decision !== 'refer-now') expect(after.limits).toEqual([]);
    }));

  it('do nothing once they have expired or before they begin', () =>
    check((engine, profile) => {
      const before = evaluate(engine, profile, moment);
      const all = before.limits.map(({ compiled }) => compiled.id);
      for (const permissions of [
        [clearanceFor(all, '2026-03-01')],
        [{ ...clearanceFor(all, '2026-12-31'), from: '2026-03-03' }],
      ])
        expect(isSameEnvelope(before, evaluate(engine, profile, { ...moment, permissions }))).toBe(
          true,
        );
    }));

  it('departures lift nothing from not-today upwards', () =>
    check((engine, profile) => {
      const before = evaluate(engine, profile, moment);
      const after = evaluate(engine, profile, {
        ...moment,
        permissions: [
          {
            kind: 'departure',
            limits: before.limits.map(({ compiled }) => compiled.id),
            by: 'Jo Field',
            reason: 'test',
            on: TODAY,
          },
        ],
      });
      const severe = ['not-today', 'refer-soon', 'refer-now'];
      if (severe.includes(before.decision)) expect(after.decision).toBe(before.decision);
    }));
});

it('a statement order does not matter for the profile made from it', () => {
  fc.assert(
    fc.property(arbitraryRules, arbitraryProfile, (rules, profile) => {
      const engine = compileEngine(knowledgeWith(rules));
      const again = profileFrom([...profile.facts.values()].toReversed());
      expect(
        isSameEnvelope(evaluate(engine, profile, moment), evaluate(engine, again, moment)),
      ).toBe(true);
    }),
    { numRuns: 100 },
  );
});
