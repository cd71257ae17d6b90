import { readKnowledge } from '@assuage/knowledge/node';
import { compileEngine, type Statement } from '@assuage/safety';
import { expect, test } from 'vitest';
import { sessionOf, standingOf } from '../../state/derive.ts';
import type { ClientRecord } from '../../state/record.ts';
import { EMPTY_RECORD } from '../../state/testing/empty-record.ts';
import { type Draft, NEW_DRAFT } from '../check-in/draft.ts';
import { statementsOf } from '../check-in/statements.ts';
import { planLines } from './my-plan.words.ts';

const loaded = readKnowledge();
if (!loaded.ok) throw new Error('the knowledge has mistakes');
const engine = compileEngine(loaded.knowledge);
const today = '2026-03-02';
const at = `${today}T09:00:00`;
const by = 'Kim Larsen';

/** Everything that is asked of everyone was answered with no, and the check-in as given. */
function linesOn(day: Partial<Draft>, avoid: readonly string[] = []): string[] {
  const no = engine.facts
    .filter((fact) => fact.under.length === 0)
    .map((fact): Statement => ({ fact: fact.id, answer: 'no', by, at: `${today}T08:00:00` }));
  const draft: Draft = {
    ...NEW_DRAFT,
    ill: 'no',
    worse: 'no',
    joint: 'no',
    leg: 'no',
    news: [],
    ...day,
  };
  const record: ClientRecord = {
    ...EMPTY_RECORD,
    statements: [...no, ...statementsOf(draft, [], by, at)],
    listed: { condition: true, medicine: true },
    goals: ['pain'],
    positions: ['prone', 'supine', 'side-lying', 'semi-reclined', 'seated'],
    avoid,
  };
  const standing = standingOf(engine, record, today);
  const choices = { minutes: 60, goals: record.goals, wishes: [], pressure: null };
  const session = sessionOf(engine, record, standing, choices, [], today);
  return planLines(engine, standing, session, avoid);
}

test('a day without limits is told in four lines, and none says to leave anything out', () => {
  const lines = linesOn({});
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(/^Your session takes \d+ minutes\.$/);
  expect(lines[3]).toBe('No part of you has to be left out.');
});

test('a hot wrist and what lies beyond it are named as not touched', () => {
  expect(linesOn({ joint: 'yes', joints: ['wrist-right'] }).at(-1)).toBe(
    'We do not touch: right wrist, right hand.',
  );
});

test('what the client does not want to be touched is named too', () => {
  expect(linesOn({}, ['foot-left']).at(-1)).toBe('We do not touch: left foot.');
});

test('when there is no massage the plan is one line', () => {
  expect(linesOn({ leg: 'yes' })).toEqual(['There is no massage today.']);
});

test('there are never more than five lines', () => {
  for (const day of [{}, { worse: 'bit' }, { joint: 'yes' }, { joint: 'unknown' }] as const)
    expect(linesOn(day).length).toBeLessThanOrEqual(5);
});
