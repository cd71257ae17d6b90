import { readKnowledge } from '@assuage/knowledge/node';
import { compileEngine } from '@assuage/safety';
import { describe, expect, it } from 'vitest';
import { standingOf } from './derive.ts';
import { intakeFrom, intakeQuestions, parseIntake, pressedIn } from './intake.ts';
import { intakeBody } from './intake-body.ts';
import { EMPTY_RECORD } from './testing/empty-record.ts';

const loaded = readKnowledge();
if (!loaded.ok) throw new Error('the knowledge cannot be read');
const engine = compileEngine(loaded.knowledge);
const TODAY = '2026-03-02';
const NOW = new Date(2026, 2, 2, 9, 42);
const record = {
  ...EMPTY_RECORD,
  statements: [
    { fact: 'lupus', answer: 'yes' as const, by: 'Ana Silva', at: '2026-01-02T10:00' },
    { fact: 'past-clot', answer: 'no' as const, by: 'Ana Silva', at: '2026-01-02T10:00' },
  ],
};
const { profile } = standingOf(engine, record, TODAY);
const before = intakeFrom(engine, record, profile, '2026-03-02');

describe('the intake', () => {
  it('asks everyone what holds for longer than a day, and nothing of today', () => {
    const ids = intakeQuestions(engine).map(({ id }) => id);
    expect(ids).toContain('past-clot');
    expect(ids).not.toContain('unwell-today');
    expect(ids).not.toContain('neck-unchecked');
  });

  it('shows what is already known', () => {
    expect(before.condition).toEqual(['lupus']);
    const clot = engine.fact('past-clot');
    const fragile = engine.fact('fragile-bones');
    expect(clot && pressedIn(before, profile, clot)).toBe('no');
    expect(fragile && pressedIn(before, profile, fragile)).toBeUndefined();
  });

  it('says anew only what changed, in the name of the client', () => {
    const body = intakeBody(
      engine,
      record,
      profile,
      {
        ...before,
        condition: ['rheumatoid-arthritis'],
        answers: { 'fragile-bones': 'unknown' },
        positions: ['seated'],
      },
      NOW,
    );
    expect(body.statements.map(({ fact, answer }) => [fact, answer])).toEqual([
      ['rheumatoid-arthritis', 'yes'],
      ['lupus', 'no'],
      ['fragile-bones', 'unknown'],
    ]);
    expect(body.statements[0]).toMatchObject({ by: 'Ana Silva', at: '2026-03-02T09:42:00.000' });
    expect(body.positions).toEqual(['seated']);
  });

  it('says how an illness is known and in which word, also of one that was known before', () => {
    const source = { kind: 'diagnosed-by', who: 'Dr Okafor', when: '2019' } as const;
    const { statements } = intakeBody(
      engine,
      record,
      profile,
      {
        ...before,
        medicine: ['tnf-inhibitors'],
        sources: { lupus: source },
        words: { 'tnf-inhibitors': 'Humira' },
      },
      NOW,
    );
    expect(statements).toMatchObject([
      { fact: 'lupus', answer: 'yes', source },
      { fact: 'tnf-inhibitors', answer: 'yes', word: 'Humira' },
    ]);
  });

  it('leaves behind what a draft should not hold', () => {
    expect(parseIntake(null)).toEqual({});
    expect(
      parseIntake({
        condition: ['lupus', 7],
        goals: ['pain', 'fly'],
        answers: { a: 'yes', b: 'maybe' },
        listed: true,
      }),
    ).toEqual({ condition: ['lupus'], goals: ['pain'], answers: { a: 'yes' } });
  });
});
