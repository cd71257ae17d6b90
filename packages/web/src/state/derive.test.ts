import { readKnowledge } from '@assuage/knowledge/node';
import { compileEngine, type Statement } from '@assuage/safety';
import { describe, expect, it } from 'vitest';
import { type Choices, usualChoices } from './choices.ts';
import {
  isStopped,
  mainReason,
  mostPressure,
  needsAttention,
  placeNames,
  pressureBands,
  sessionOf,
  standingOf,
  thermalBands,
  tighten,
  untouched,
} from './derive.ts';
import { EMPTY_RECORD } from './testing/empty-record.ts';

const loaded = readKnowledge();
if (!loaded.ok) throw new Error('the knowledge cannot be read');
const engine = compileEngine(loaded.knowledge);
const TODAY = '2026-03-02';

/** Everything that is asked of everyone was answered "no" this morning, except what is given. */
function recordWith(...yes: readonly Pick<Statement, 'fact' | 'places' | 'answer'>[]) {
  const said = { by: 'Ana', at: `${TODAY}T09:00` };
  const given = new Set(yes.map(({ fact }) => fact));
  const covered = new Set([...given].flatMap((fact) => [fact, ...engine.ancestors(fact)]));
  const others = engine.facts
    .filter((fact) => fact.under.length === 0 && fact.kind === 'finding' && !covered.has(fact.id))
    .map(({ id }): Statement => ({ fact: id, answer: 'no', ...said }));
  return {
    ...EMPTY_RECORD,
    statements: [...others, ...yes.map((statement) => ({ ...statement, ...said }))],
    listed: { condition: true, medicine: true },
    positions: ['prone', 'supine', 'side-lying', 'semi-reclined', 'seated'] as const,
  };
}
const choices: Choices = { minutes: 60, goals: ['pain'], wishes: [], pressure: null };

describe('how a client stands', () => {
  it('says go ahead when everything was asked and nothing was found', () => {
    const { envelope, questions } = standingOf(engine, recordWith(), TODAY);
    expect([envelope.known, envelope.decision, questions.length]).toEqual(['go', 'go', 0]);
  });

  it('never says go ahead when nothing was asked', () => {
    const standing = standingOf(engine, EMPTY_RECORD, TODAY);
    expect(standing.envelope.decision).not.toBe('go');
    expect(standing.questions.length).toBeGreaterThan(0);
    expect(mainReason(standing)?.stated).toBe(false);
  });

  it('does not count the answers of another day that hold for a day', () => {
    const standing = standingOf(engine, recordWith(), '2026-03-03');
    expect(standing.stale.map(({ fact }) => fact)).toContain('unwell-today');
    expect(standing.questions.map(({ id }) => id)).toContain('unwell-today');
  });

  it('needs attention, and gives the stated reason, when one leg is swollen', () => {
    const standing = standingOf(
      engine,
      recordWith({ fact: 'one-leg-swollen', answer: 'yes' }),
      TODAY,
    );
    expect(standing.envelope.known).toBe('refer-now');
    expect(needsAttention(standing)).toBe(true);
    expect(mainReason(standing)?.facts.map(({ fact }) => fact)).toEqual(['one-leg-swollen']);
    expect(untouched(engine, standing.envelope)).toEqual(['everywhere']);
  });
});

describe('the session inside a standing', () => {
  const record = recordWith(
    { fact: 'rheumatoid-arthritis', answer: 'yes' },
    { fact: 'hot-joint', answer: 'yes', places: ['wrist-right'] },
    { fact: 'joint-out-of-step', answer: 'no' },
    { fact: 'neck-unchecked', answer: 'no' },
  );
  const standing = standingOf(engine, record, TODAY);

  it('never works where nothing may be touched', () => {
    const { plan, envelope } = sessionOf(engine, record, standing, choices, [], TODAY);
    const out = untouched(engine, envelope);
    expect(out).toEqual(['wrist-right', 'hand-right']);
    expect(plan.segments.length).toBeGreaterThan(0);
    for (const { places } of plan.segments)
      for (const place of places) expect(out).not.toContain(place);
    expect(thermalBands(engine, envelope.heat).avoid).toContain('wrist-right');
  });

  it('goes no deeper than the therapist chose, and no place gets more than its limit', () => {
    const { plan, envelope } = sessionOf(
      engine,
      record,
      standing,
      { ...choices, pressure: 1 },
      [],
      TODAY,
    );
    expect(mostPressure(envelope)).toBe(1);
    expect(Math.max(...plan.segments.map(({ pressure }) => pressure))).toBeLessThanOrEqual(1);
    envelope.pressure.forEach((most, i) => {
      expect(most).toBeLessThanOrEqual(standing.envelope.pressure[i] ?? -1);
    });
  });

  it('is empty while an answer could stop it', () => {
    const open = standingOf(engine, EMPTY_RECORD, TODAY);
    const { plan } = sessionOf(engine, EMPTY_RECORD, open, choices, [], TODAY);
    expect(isStopped(open.envelope.decision)).toBe(true);
    expect(plan.segments).toEqual([]);
  });

  it('lists where less is allowed, the least first', () => {
    const bands = pressureBands(engine, standing.envelope);
    expect(bands[0]).toEqual({ pressure: -1, places: ['wrist-right', 'hand-right'] });
    expect(pressureBands(engine, tighten(standing.envelope, -1))).toEqual([]);
  });
});

describe('what people read', () => {
  it('calls a right and a left of the same by one name', () => {
    expect(placeNames(engine, ['wrist-right', 'wrist-left', 'neck'])).toEqual([
      'Wrist (both sides)',
      'Neck',
    ]);
    expect(placeNames(engine, ['wrist-left'])).toEqual(['Left wrist']);
    expect(placeNames(engine, ['everywhere'])).toEqual(['Everywhere']);
  });

  it('takes the wishes of today from the check-in, and the usual ones without', () => {
    expect(usualChoices({ ...EMPTY_RECORD, goals: ['sleep'] }, TODAY)).toEqual({
      minutes: 60,
      goals: ['sleep'],
      wishes: [],
      pressure: null,
    });
  });
});
