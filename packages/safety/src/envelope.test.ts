import type { Limit, Rule } from '@assuage/knowledge';
import { describe, expect, it } from 'vitest';
import { compileEngine } from './engine.ts';
import {
  allowsTechnique,
  coldAt,
  heatAt,
  isAtLeastAsStrict,
  minutesAt,
  NO_CAP,
  openEnvelope,
  positionsOut,
  pressureAt,
} from './envelope.ts';
import { evaluate } from './evaluate.ts';
import { EMPTY_PROFILE } from './profile.ts';
import { knowledgeWith, TODAY } from './testing/arbitrary-knowledge.ts';

const basis = { basis: 'judgement' as const, sources: [] };
const always = (limits: Limit[]): Rule => ({
  id: 'r',
  when: 'always',
  because: 'A made-up reason.',
  limits,
  disagree: [],
});
/** The envelope of limits that hold for everyone. */
const under = (...limits: Limit[]) => {
  const engine = compileEngine(knowledgeWith([always(limits)]));
  return { engine, envelope: evaluate(engine, EMPTY_PROFILE, { today: TODAY }) };
};

describe('an envelope', () => {
  it('limits nothing when nothing is limited', () => {
    const { engine } = under({ ...basis, pressure: 2 });
    const open = openEnvelope(engine);
    expect(open).toMatchObject({ decision: 'go', known: 'go', minutes: NO_CAP, limits: [] });
    expect(pressureAt(engine, open, 'neck')).toBe(5);
    expect(positionsOut(open)).toEqual([]);
  });

  it('is as strict on a whole as on its strictest part', () => {
    const { engine, envelope } = under(
      { ...basis, pressure: 1, at: ['hand-left'] },
      { ...basis, heat: 'avoid', at: ['hand-left'] },
      { ...basis, cold: 'caution', at: ['hand-left'] },
      { ...basis, minutes: 10, at: ['hand-left'] },
    );
    expect(pressureAt(engine, envelope, 'both-hands')).toBe(1);
    expect(pressureAt(engine, envelope, 'hand-right')).toBe(5);
    expect(heatAt(engine, envelope, 'both-hands')).toBe('avoid');
    expect(coldAt(engine, envelope, 'both-hands')).toBe('caution');
    expect(heatAt(engine, envelope, 'hand-right')).toBe('ok');
    expect(minutesAt(engine, envelope, 'both-hands')).toBe(10);
    expect(minutesAt(engine, envelope, 'hand-right')).toBe(NO_CAP);
    expect(envelope.minutes, 'the session itself').toBe(NO_CAP);
  });

  it('takes the shorter of two lengths of a session, and leaves the places alone', () => {
    const { engine, envelope } = under(
      { ...basis, minutes: 45, name: 'one' },
      { ...basis, minutes: 30, name: 'two' },
      { ...basis, minutes: 60, name: 'three' },
    );
    expect(envelope.minutes).toBe(30);
    expect(minutesAt(engine, envelope, 'neck')).toBe(NO_CAP);
  });

  it('leaves out the positions that were named, and no others', () => {
    const { envelope } = under({ ...basis, positions: ['prone', 'seated'] });
    expect(positionsOut(envelope)).toEqual(['prone', 'seated']);
  });

  it('allows a technique only where its least pressure, its warmth and its places are allowed', () => {
    const { engine, envelope } = under(
      { ...basis, pressure: 2, at: ['neck'] },
      { ...basis, heat: 'avoid', at: ['hand-left'] },
    );
    expect(allowsTechnique(engine, envelope, 'deep', 'neck')).toBe(false);
    expect(allowsTechnique(engine, envelope, 'deep', 'hand-left')).toBe(true);
    expect(allowsTechnique(engine, envelope, 'light', 'neck')).toBe(true);
    expect(allowsTechnique(engine, envelope, 'stones', 'both-hands')).toBe(false);
    expect(allowsTechnique(engine, envelope, 'stones', 'hand-right')).toBe(true);
    expect(allowsTechnique(engine, envelope, 'unknown', 'neck')).toBe(false);
  });

  it('never allows a mere group, nor a technique where it makes no sense', () => {
    const base = knowledgeWith([]);
    const engine = compileEngine({
      ...base,
      techniques: base.techniques.map((technique) =>
        technique.id === 'light'
          ? { ...technique, only: ['neck', 'hand-left'] }
          : technique.id === 'deep'
            ? { ...technique, group: true }
            : technique.id === 'stones'
              ? { ...technique, uses: 'cold' as const }
              : technique,
      ),
    });
    const open = openEnvelope(engine);
    expect(allowsTechnique(engine, open, 'light', 'neck')).toBe(true);
    expect(allowsTechnique(engine, open, 'light', 'hand-left')).toBe(true);
    expect(allowsTechnique(engine, open, 'light', 'both-hands')).toBe(false);
    expect(allowsTechnique(engine, open, 'deep', 'neck')).toBe(false);
    expect(allowsTechnique(engine, open, 'stones', 'neck')).toBe(true);
    const cold = { ...open, cold: open.cold.map(() => 2) };
    expect(allowsTechnique(engine, cold, 'stones', 'neck')).toBe(false);
  });

  it('is stricter than another only when no single thing is looser', () => {
    const engine = compileEngine(knowledgeWith([]));
    const open = openEnvelope(engine);
    const one = (values: Uint8Array, value: number) =>
      values.map((old, region) => (region === 0 ? value : old));
    const stricter = [
      { ...open, heat: one(open.heat, 1) },
      { ...open, cold: one(open.cold, 1) },
      { ...open, minutes: 30 },
      { ...open, areaMinutes: one(open.areaMinutes, 10) },
      { ...open, positions: 1 },
    ];
    for (const strict of stricter) {
      expect(isAtLeastAsStrict(strict, open)).toBe(true);
      expect(isAtLeastAsStrict(open, strict)).toBe(false);
    }
  });
});
