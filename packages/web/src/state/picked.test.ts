import { createSearch } from '@assuage/knowledge';
import { readKnowledge } from '@assuage/knowledge/node';
import { compileEngine } from '@assuage/safety';
import { describe, expect, it } from 'vitest';
import { standingOf } from './derive.ts';
import { intakeFrom } from './intake.ts';
import { intakeBody } from './intake-body.ts';
import { impliedBy, isOffered, pickedIn, withoutPicked, withPicked } from './picked.ts';
import type { ClientRecord } from './record.ts';
import { EMPTY_RECORD } from './testing/empty-record.ts';

const loaded = readKnowledge();
if (!loaded.ok) throw new Error('the knowledge cannot be read');
const engine = compileEngine(loaded.knowledge);
const search = createSearch(loaded.knowledge);
const TODAY = '2026-03-02';
const NOW = new Date(2026, 2, 2, 9, 42);
const fact = (id: string) => {
  const found = engine.fact(id);
  if (!found) throw new Error(`no fact ${id}`);
  return found;
};

/** An intake of a client of whom this was said a week ago. */
const intakeWith = (before: Readonly<Record<string, 'yes' | 'no'>> = {}) => {
  const record: ClientRecord = {
    ...EMPTY_RECORD,
    statements: Object.entries(before).map(([id, answer]) => ({
      fact: id,
      answer,
      by: 'Ana Silva',
      at: '2026-02-23T10:00',
    })),
  };
  const { profile } = standingOf(engine, record, TODAY);
  const intake = intakeFrom(engine, record, profile, '2026-03-02');
  const listed = (now = intake) => pickedIn(engine, profile, now, 'condition');
  const picking = (...ids: string[]) => ({
    ...intake,
    ...withPicked(engine, intake, 'condition', ids),
  });
  const said = (now = intake) =>
    intakeBody(engine, record, profile, now, NOW).statements.map((s) => [s.fact, s.answer]);
  return { profile, intake, listed, picking, said };
};

describe('the list of illnesses', () => {
  it.each([
    ['pregnancy', 'pregnant'],
    ['surgery', 'recent-operation'],
    ['varicose vein', 'varicose-veins'],
    ['colostomy', 'stoma'],
    ['PICC line', 'port-or-line'],
    ['dialysis fistula', 'shunt'],
    ['pacemaker', 'implanted-equipment'],
    ['thrombosis', 'past-clot'],
    ['chemo', 'low-white-cells-or-chemotherapy'],
    ['lupus', 'lupus'],
  ])('offers "%s"', (typed, id) => {
    const found = search
      .find(typed, ['condition', 'finding'])
      .exact.flatMap((match) => (match.kind === 'place' ? [] : match.ids));
    expect(found).toContain(id);
    expect(isOffered(fact(id), 'condition')).toBe(true);
  });

  it('leaves symptoms, matters of the day and medicines to their questions and lists', () => {
    for (const id of ['fever', 'skin-infection', 'hot-joint', 'neck-unchecked', 'methotrexate'])
      expect(isOffered(engine.fact(id), 'condition')).toBe(false);
    expect(isOffered(fact('methotrexate'), 'medicine')).toBe(true);
    expect(isOffered(fact('stoma'), 'medicine')).toBe(false);
  });

  it('holds a finding that was picked, answered yes below, or said before', () => {
    const { intake, listed, picking } = intakeWith({ lupus: 'yes', stoma: 'yes' });
    expect(listed()).toEqual(['lupus', 'stoma']);
    expect(listed(picking('pregnant', 'gout')).sort()).toEqual(
      ['gout', 'lupus', 'pregnant', 'stoma'].sort(),
    );
    expect(listed({ ...intake, answers: { 'recent-operation': 'yes' } })).toContain(
      'recent-operation',
    );
  });

  it('answers the question about a finding that is picked, and forgets it when it is taken out', () => {
    const { profile, intake, picking, listed, said } = intakeWith();
    const picked = picking('pregnant');
    expect(picked.answers).toEqual({ pregnant: 'yes' });
    expect(said(picked)).toEqual([['pregnant', 'yes']]);
    const out = withoutPicked(engine, profile, picked, 'condition', 'pregnant');
    expect(said({ ...picked, ...out })).toEqual([]);
    expect(listed({ ...intake, answers: { pregnant: 'no' } })).toEqual([]);
  });

  it('says no to what was known before and is taken out', () => {
    const { profile, intake, said, listed } = intakeWith({ stoma: 'yes', lupus: 'yes' });
    const stomaOut = {
      ...intake,
      ...withoutPicked(engine, profile, intake, 'condition', 'stoma'),
    };
    expect(listed(stomaOut)).toEqual(['lupus']);
    expect(said(stomaOut)).toEqual([['stoma', 'no']]);
    const lupusOut = withoutPicked(engine, profile, intake, 'condition', 'lupus');
    expect(said({ ...intake, ...lupusOut })).toEqual([['lupus', 'no']]);
  });

  it('answers the broader question with yes, whatever was said to it before', () => {
    const { profile, picking, said } = intakeWith({ 'skin-or-vein-problem': 'no' });
    const picked = picking('varicose-veins');
    const names = impliedBy(engine, profile, picked, fact('skin-or-vein-problem'));
    expect(names.map(({ id }) => id)).toEqual(['varicose-veins']);
    expect(impliedBy(engine, profile, picked, fact('past-clot'))).toEqual([]);
    expect(said(picked)).toEqual([
      ['skin-or-vein-problem', 'yes'],
      ['varicose-veins', 'yes'],
    ]);
    const pressedNo = { ...picked, answers: { ...picked.answers, 'fragile-bones': 'no' as const } };
    expect(said({ ...pressedNo, condition: ['osteoporosis'] })).not.toContainEqual([
      'fragile-bones',
      'no',
    ]);
  });
});
