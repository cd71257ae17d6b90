import { readKnowledge } from '@assuage/knowledge/node';
import { compileEngine, type Statement } from '@assuage/safety';
import { expect, test } from 'vitest';
import type { ClientRecord } from '../../state/record.ts';
import { EMPTY_RECORD } from '../../state/testing/empty-record.ts';
import { type Draft, type FollowUpAnswer, NEW_DRAFT } from './draft.ts';
import { factAnswer, followUpsOf, knownDecision } from './follow-ups.ts';

const loaded = readKnowledge();
if (!loaded.ok) throw new Error('the knowledge has mistakes');
const engine = compileEngine(loaded.knowledge);
const today = '2026-03-02';

const recordOf = (conditions: readonly string[]): ClientRecord => ({
  ...EMPTY_RECORD,
  statements: conditions.map(
    (fact): Statement => ({ fact, answer: 'yes', by: 'Ana Silva', at: '2026-01-10T10:00:00' }),
  ),
  listed: { condition: true, medicine: true },
});
const usualDay: Draft = {
  ...NEW_DRAFT,
  ill: 'no',
  worse: 'no',
  joint: 'no',
  leg: 'no',
  news: [],
  pain: 2,
};
const asked = (draft: Partial<Draft>, conditions: readonly string[] = []): string[] =>
  followUpsOf({ engine, record: recordOf(conditions), today }, { ...usualDay, ...draft }).map(
    ({ question }) => question.id,
  );
const no = (fact: string): FollowUpAnswer => ({ kind: 'yes-no', fact, answer: 'no' });
const yes = (fact: string): FollowUpAnswer => ({ kind: 'yes-no', fact, answer: 'yes' });

test('a usual day calls for no further question, whatever the illness', () => {
  expect(asked({})).toEqual([]);
  expect(asked({}, ['rheumatoid-arthritis', 'corticosteroids', 'multiple-sclerosis'])).toEqual([]);
});

test('feeling ill calls for the emergency signs before the rest', () => {
  const questions = asked({ ill: 'yes' });
  expect(questions).toContain('fever');
  expect(questions[0]).toBe('emergency-signs');
});

test('"not sure" of feeling ill calls for the same questions as "yes"', () => {
  expect(asked({ ill: 'unknown' })).toEqual(asked({ ill: 'yes' }));
});

test('an answered question keeps its place, and is not asked again', () => {
  const all = asked({ ill: 'yes' });
  const draft = { ...usualDay, ill: 'yes', followUps: [no('fever')] } as const;
  const followUps = followUpsOf({ engine, record: recordOf([]), today }, draft);
  expect(followUps.map(({ question }) => question.id).sort()).toEqual([...all].sort());
  expect(followUps.filter(({ answer }) => answer).map(({ question }) => question.id)).toEqual([
    'fever',
  ]);
});

test('a person who must not have a massage is asked only what needs help sooner', () => {
  const after = asked({ ill: 'yes', followUps: [yes('infection-now')] });
  expect(after).not.toContain('vomiting');
  expect(after).toContain('emergency-signs');
});

test('questions that an answer no longer calls for are gone', () => {
  expect(asked({ ill: 'no', followUps: [yes('fever')] })).toEqual([]);
});

test('a hot joint of somebody with rheumatoid arthritis is compared with their usual flares', () => {
  const hot = { joint: 'yes', joints: ['wrist-right'] } as const;
  expect(asked(hot, ['rheumatoid-arthritis'])).toContain('joint-out-of-step');
});

test('where a joint is hot is asked on the map, and not a second time', () => {
  expect(asked({ joint: 'yes' }, ['rheumatoid-arthritis'])).not.toContain('hot-joint');
});

test('one swollen leg needs help now, and a usual day does not', () => {
  const context = { engine, record: recordOf([]), today };
  expect(knownDecision(context, { ...NEW_DRAFT, leg: 'yes' }, [])).toBe('refer-now');
  expect(knownDecision(context, usualDay, [])).toBe('go');
});

test('"yes, it was checked" says that the risk does not hold', () => {
  expect(factAnswer({ yesMeans: 'no' }, 'yes')).toBe('no');
  expect(factAnswer({ yesMeans: 'no' }, 'no')).toBe('yes');
  expect(factAnswer({ yesMeans: 'no' }, 'unknown')).toBe('unknown');
  expect(factAnswer({ yesMeans: 'yes' }, 'yes')).toBe('yes');
});

test('an answer of earlier today does not shout again before its question is asked', () => {
  const before = recordOf([]);
  const earlier: Statement = {
    fact: 'one-leg-swollen',
    answer: 'yes',
    by: 'Ana Silva',
    at: `${today}T08:00:00`,
  };
  const record = { ...before, statements: [...before.statements, earlier] };
  expect(knownDecision({ engine, record, today }, { ...NEW_DRAFT, ill: 'no' }, [])).toBe('go');
});
