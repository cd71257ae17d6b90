import type { Condition } from '@assuage/knowledge';
import { describe, expect, it } from 'vitest';
import { compileEngine } from './engine.ts';
import { conditionsIn, EMPTY_PROFILE, profileOf, type Statement, withOthersNo } from './profile.ts';
import { knowledgeWith, TODAY } from './testing/arbitrary-knowledge.ts';

const knowledge = knowledgeWith([]);
const engine = compileEngine({
  ...knowledge,
  findings: knowledge.findings.map((finding) => ({
    ...finding,
    holds: finding.id === 'a' ? 'today' : finding.id === 'e' ? 30 : 'always',
  })),
});
const listed = { condition: true, medicine: true };
const say = (fact: string, answer: Statement['answer'], at = `${TODAY}T09:00`): Statement => ({
  fact,
  answer,
  by: 'Ana',
  at,
});

describe('a profile', () => {
  it('keeps the newest statement to each fact', () => {
    const older = say('h', 'yes', '2026-01-01T10:00');
    const newer = say('h', 'no', '2026-02-01T10:00');
    for (const statements of [
      [older, newer],
      [newer, older],
    ])
      expect(profileOf(engine, statements, listed, TODAY).profile.facts.get('h')).toBe(newer);
  });

  it('forgets what held only on an earlier day, and says that it is old', () => {
    const result = profileOf(engine, [say('a', 'no', '2026-03-01T23:59')], listed, TODAY);
    expect(result.profile.facts.has('a')).toBe(false);
    expect(result.stale.map((statement) => statement.fact)).toEqual(['a']);
  });

  it('keeps an answer that holds 30 days on the 30th day and drops it on the 31st', () => {
    const on = (day: string) =>
      profileOf(engine, [say('e', 'no', '2026-01-31T09:00')], listed, day).profile.facts.has('e');
    expect(on('2026-03-02')).toBe(true);
    expect(on('2026-03-03')).toBe(false);
  });

  it('names two different answers given at one moment and keeps the more careful', () => {
    const result = profileOf(engine, [say('h', 'no'), say('h', 'yes')], listed, TODAY);
    expect(result.contradictions[0]?.message).toBe(
      '"Fact h" was answered twice, differently: no and yes',
    );
    expect(result.profile.facts.get('h')?.answer).toBe('yes');
  });

  it('names a "yes" to something whose broader question was answered "no"', () => {
    const result = profileOf(engine, [say('c', 'yes'), say('a', 'no')], listed, TODAY);
    expect(result.contradictions[0]?.message).toContain(
      '"Fact c" was answered yes, but "Fact a" was answered no',
    );
  });

  it('finds no contradiction between "not today" and what was so on an earlier day', () => {
    const earlier = say('c', 'yes', '2026-03-01T09:00');
    const result = profileOf(engine, [earlier, say('a', 'no')], listed, TODAY);
    expect(result.contradictions).toEqual([]);
    expect([...result.profile.facts.keys()].sort()).toEqual(['a', 'c']);
  });

  it('answers only the unasked roots when the others are said to be "no"', () => {
    const { profile } = profileOf(engine, [say('c', 'yes')], listed, TODAY);
    const full = withOthersNo(engine, profile, 'Ana', `${TODAY}T09:00`);
    expect([...full.facts].map(([id, { answer }]) => `${id} ${answer}`).sort()).toEqual([
      'c yes',
      'e no',
      'g no',
      'h no',
    ]);
  });

  it('marks all places when two people named different ones at one moment', () => {
    const here = { ...say('c', 'yes'), places: ['neck'] };
    const there = { ...say('c', 'yes'), places: ['knee-left', 'neck'] };
    const result = profileOf(engine, [here, there], listed, TODAY);
    expect(result.profile.facts.get('c')?.places).toEqual(['neck', 'knee-left']);
    expect(result.contradictions).toHaveLength(1);
    expect(result.contradictions[0]?.message).toContain('yes (Neck) and yes (Left knee, Neck)');
  });

  it('finds no contradiction in the same places named in another order', () => {
    const one = { ...say('c', 'yes'), places: ['neck', 'knee-left'] };
    const other = { ...say('c', 'yes'), places: ['knee-left', 'neck'] };
    expect(profileOf(engine, [one, other], listed, TODAY).contradictions).toEqual([]);
    expect(profileOf(engine, [other, one], listed, TODAY).contradictions).toEqual([]);
  });

  it('is not sure of a number that was said in two ways at one moment', () => {
    const few = { ...say('n', 'yes'), value: 3 };
    const many = { ...say('n', 'yes'), value: 30 };
    const result = profileOf(engine, [few, many], listed, TODAY);
    expect(result.profile.facts.get('n')?.answer).toBe('unknown');
    expect(result.profile.facts.get('n')?.value).toBeUndefined();
    expect(result.contradictions[0]?.message).toContain('3 and 30');
    expect(profileOf(engine, [few, few], listed, TODAY).contradictions).toEqual([]);
  });

  it('passes over an answer to a question that this release no longer has', () => {
    const result = profileOf(engine, [say('gone', 'yes'), say('h', 'no')], listed, TODAY);
    expect([...result.profile.facts.keys()]).toEqual(['h']);
  });

  it('calls the newest of two outdated answers old', () => {
    const older = say('a', 'no', '2026-02-01T09:00');
    const newer = say('a', 'yes', '2026-02-20T09:00');
    for (const statements of [
      [older, newer],
      [newer, older],
    ])
      expect(profileOf(engine, statements, listed, TODAY).stale).toEqual([newer]);
  });
});

describe('an answer', () => {
  const held = (...statements: Statement[]) => profileOf(engine, statements, listed, TODAY);

  it('that was always to hold is not old after years', () => {
    expect(held(say('h', 'yes', '2016-01-01T09:00')).profile.facts.has('h')).toBe(true);
  });

  it('is not called old when a newer one to the same question holds', () => {
    const { stale } = held(say('a', 'no', '2026-03-01T09:00'), say('a', 'yes'));
    expect(stale).toEqual([]);
  });

  it('of two old ones of the same moment is the later one said', () => {
    const at = '2026-02-01T09:00';
    const [first, second] = [say('a', 'no', at), say('a', 'yes', at)];
    expect(held(first, second).stale).toEqual([second]);
  });

  it('of "no" to the narrower question contradicts nothing', () => {
    expect(held(say('c', 'no'), say('b', 'no')).contradictions).toEqual([]);
  });

  it('contradicts a broader "no" of the same day, and of any day when that holds always', () => {
    const pairs = (...statements: Statement[]) =>
      held(...statements).contradictions.map(({ facts }) => facts);
    expect(pairs(say('c', 'yes', `${TODAY}T08:00`), say('a', 'no'))).toEqual([['c', 'a']]);
    expect(pairs(say('c', 'yes', '2026-01-01T08:00'), say('b', 'no'))).toEqual([['c', 'b']]);
    expect(pairs(say('h', 'no'), say('h', 'yes'))).toEqual([['h', 'h']]);
  });

  it('of "not sure" is more careful than no and less than yes, whichever came first', () => {
    const kept = (one: Statement['answer'], other: Statement['answer']) =>
      held(say('h', one), say('h', other)).profile.facts.get('h')?.answer;
    expect([kept('unknown', 'no'), kept('no', 'unknown')]).toEqual(['unknown', 'unknown']);
    expect([kept('unknown', 'yes'), kept('yes', 'unknown')]).toEqual(['yes', 'yes']);
    expect([kept('yes', 'no'), kept('no', 'yes')]).toEqual(['yes', 'yes']);
  });

  it('with places gives way to one without, which may be anywhere', () => {
    const here = { ...say('c', 'yes'), places: ['neck'] };
    const somewhere = say('c', 'yes');
    for (const both of [
      [here, somewhere],
      [somewhere, here],
    ]) {
      const { contradictions, profile } = held(...both);
      expect(contradictions).toHaveLength(1);
      expect(profile.facts.get('c'), 'it may be anywhere').toEqual(somewhere);
    }
    expect(held(here, say('c', 'no')).profile.facts.get('c')).toEqual(here);
  });

  it('with a number counts as given when the others are said to be no', () => {
    const weeks = { ...say('n', 'yes'), value: 3 };
    const full = withOthersNo(engine, held(weeks).profile, 'Ana', `${TODAY}T09:00`);
    expect(full.facts.has('h'), 'h is broader than n').toBe(false);
  });

  it('about an illness is never too old', () => {
    const illness: Condition = {
      kind: 'condition',
      id: 'illness',
      name: 'Illness',
      also: [],
      under: [],
      plain: 'Made up.',
      symptoms: [],
      organs: [],
      rules: [],
      sources: [],
    };
    const withIllness = compileEngine({ ...knowledge, conditions: [illness] });
    const years = say('illness', 'yes', '2016-01-01T09:00');
    const { profile, stale } = profileOf(withIllness, [years, say('h', 'yes')], listed, TODAY);
    expect(stale).toEqual([]);
    expect(conditionsIn(withIllness, profile), 'h is no condition').toEqual(['illness']);
    const without = profileOf(withIllness, [say('illness', 'no')], listed, TODAY).profile;
    expect(conditionsIn(withIllness, without)).toEqual([]);
  });

  it('of nobody yet leaves both lists open', () => {
    expect(EMPTY_PROFILE).toEqual({
      facts: new Map(),
      listed: { condition: false, medicine: false },
    });
  });
});
