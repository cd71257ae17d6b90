import type { Limit, Rule } from '@assuage/knowledge';
import { describe, expect, it } from 'vitest';
import { compileEngine } from './engine.ts';
import { pressureAt } from './envelope.ts';
import { evaluate } from './evaluate.ts';
import type { Statement } from './profile.ts';
import { knowledgeWith, profileFrom, TODAY } from './testing/arbitrary-knowledge.ts';

const basis = { basis: 'judgement' as const, sources: [] };
const rule = (when: Rule['when'], limit: Limit): Rule => ({
  id: 'r',
  when,
  because: 'A made-up reason.',
  limits: [limit],
  disagree: [],
});
const at = (fact: string, ...places: string[]): Statement => ({
  fact,
  answer: 'yes',
  by: 'test',
  at: `${TODAY}T09:00`,
  places,
});
const pressures = (rules: Rule[], statements: Statement[], places: string[]) => {
  const engine = compileEngine(knowledgeWith(rules));
  const envelope = evaluate(engine, profileFrom(statements), { today: TODAY });
  return places.map((place) => pressureAt(engine, envelope, place));
};

describe('compiled knowledge', () => {
  const engine = compileEngine(knowledgeWith([]));

  it('knows what is broader and what is narrower, parents before children', () => {
    expect(engine.ancestors('c').sort()).toEqual(['a', 'b']);
    expect(engine.ancestors('a')).toEqual([]);
    expect(engine.descendants('a').sort()).toEqual(['b', 'c', 'd']);
    expect(engine.descendants('c')).toEqual([]);
    const base = knowledgeWith([]);
    const reversed = compileEngine({ ...base, findings: base.findings.toReversed() });
    const order = reversed.facts.map(({ id }) => id);
    expect(order.indexOf('a')).toBeLessThan(order.indexOf('b'));
    expect(order.indexOf('b')).toBeLessThan(order.indexOf('c'));
    expect(order).toHaveLength(9);
  });

  it('throws for a fact or a technique that it was not given', () => {
    expect(() => engine.factIndex('gone')).toThrow('unknown fact: gone');
    expect(() => engine.techniqueIndex('gone')).toThrow('unknown technique: gone');
    expect(engine.technique('gone')).toBeUndefined();
  });

  it('follows a place itself, what lies beyond it and what is around it, and no more', () => {
    const { body } = engine;
    for (const place of ['hand-left', 'neck', 'knee-left']) {
      expect(engine.follow('of', [place])).toEqual(body.mask(place));
      expect(engine.follow('beyond', [place])).toEqual(body.beyond(place));
      expect(engine.follow('around', [place])).toEqual(body.around(place));
    }
    const both = engine.follow('of', ['hand-left', 'neck']);
    expect(body.name(both).sort()).toEqual(['hand-left', 'neck']);
    expect(engine.follow('of', [])).toEqual(body.mask('neck').map(() => 0));
  });

  it('takes a joint for any joint, and anything else for any place, while it is not known where', () => {
    const { body } = engine;
    const joint = engine.factIndex('g');
    const skin = engine.factIndex('c');
    expect(engine.followAnywhere('of', joint)).toEqual(body.joints);
    expect(engine.followAnywhere('around', joint)).toEqual(body.everywhere);
    expect(engine.followAnywhere('of', skin)).toEqual(body.everywhere);
    const joints = body.data.parts.filter((part) => part.joint).map(({ id }) => id);
    expect(engine.followAnywhere('beyond', joint)).toEqual(engine.follow('beyond', joints));
    const parts = body.data.parts.map(({ id }) => id);
    expect(engine.followAnywhere('beyond', skin)).toEqual(engine.follow('beyond', parts));
  });

  it('holds a limit that follows a fact only where the fact is, in a rule for everyone too', () => {
    const closed: Limit = { ...basis, pressure: 'none', at: [{ of: 'c' }] };
    const places = ['neck', 'hand-left'];
    expect(pressures([rule('always', closed)], [at('c', 'neck')], places)).toEqual([-1, 5]);
    const no: Statement = { fact: 'c', answer: 'no', by: 'test', at: `${TODAY}T09:00` };
    expect(pressures([rule('always', closed)], [no], places)).toEqual([5, 5]);
  });

  it('holds a limit at named places, beside one that follows a fact', () => {
    const both: Limit = { ...basis, pressure: 1, at: ['hand-left', { of: 'c' }] };
    const places = ['neck', 'hand-left', 'knee-left'];
    const yes: Statement = { fact: 'e', answer: 'yes', by: 'test', at: `${TODAY}T09:00` };
    expect(pressures([rule('e', both)], [yes, at('c', 'neck')], places)).toEqual([1, 1, 5]);
  });
});
