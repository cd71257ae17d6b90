import { formatIssue } from '@assuage/knowledge';
import { readKnowledge } from '@assuage/knowledge/node';
import { expect, test } from 'vitest';
import type { ClientRecord } from './record.ts';
import {
  activitiesOf,
  answersFrom,
  choiceFrom,
  formsToAsk,
  historiesOf,
  trackable,
} from './scores.ts';
import { EMPTY_RECORD } from './testing/empty-record.ts';

const loaded = readKnowledge();
if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
const { measures } = loaded;

const answered = (
  on: string,
  measure: string,
  answers: Record<string, number>,
  more: Partial<ClientRecord['scores'][number]> = {},
): ClientRecord['scores'][number] => ({
  entry: on,
  on,
  entered: on,
  by: { name: 'Ana Silva', role: 'client' },
  measure,
  release: 'r1',
  answers,
  filled: 'by-client',
  note: '',
  ...more,
});
const record = (...scores: ClientRecord['scores']): ClientRecord => ({ ...EMPTY_RECORD, scores });

test('a form shows its scores, the newest first, and what changed since the first', () => {
  const [peg, ...others] = historiesOf(
    measures,
    record(
      answered('2026-03-02T10:00', 'peg', { pain: 7, enjoyment: 6, activity: 5 }),
      answered('2026-03-16T10:00', 'peg', { pain: 5, enjoyment: 4, activity: 3 }),
    ),
  );
  expect(others).toEqual([]);
  expect(peg?.times.map(({ scores }) => scores.map(({ value }) => value))).toEqual([[4], [6]]);
  expect(peg?.changes.map(({ points, towards }) => [points, towards])).toEqual([[-2, 'better']]);
});

test('a blank is said with what is missing, and one time makes no change', () => {
  const [peg] = historiesOf(measures, record(answered('2026-03-02T10:00', 'peg', { pain: 7 })));
  expect(peg?.changes).toEqual([]);
  expect(peg?.times[0]?.without).toEqual(['PEG: no score: 1 of 3 answered, needs 3']);
});

test('what is due comes first, and ratings around a session are not asked here', () => {
  const { due, others } = formsToAsk(
    measures,
    record(answered('2026-03-02T10:00', 'peg', { pain: 7, enjoyment: 6, activity: 5 })),
    ['fibromyalgia'],
    '2026-03-09',
  );
  expect(due.map(({ measure }) => measure)).toEqual(['psfs', 'phq-4', 'maia-2', 'fiqr']);
  expect(others.map(({ id }) => id)).toContain('peg');
});

test('the activities keep their ids and words', () => {
  const named = { 'activity-1': 'Kneel in the garden' };
  const before = record(answered('2026-03-02T10:00', 'psfs', { 'activity-1': 3 }, { named }));
  expect(activitiesOf(before, 'psfs')).toEqual(named);
  expect(activitiesOf(EMPTY_RECORD, 'psfs')).toEqual({});
});

test('a comma is a decimal point, a blank is a blank, and a word is named', () => {
  expect(answersFrom({ t: '61,5', raw: ' ', other: 'many' })).toEqual({
    answers: { t: 61.5 },
    notNumbers: ['other'],
  });
});

const asked = (conditions: readonly string[], choice?: Parameters<typeof trackable>[2]) =>
  trackable(measures, conditions, choice).flatMap(({ id, isAsked }) => (isAsked ? [id] : []));

test('the list of what is tracked has the optional forms too, unticked, and each rhythm', () => {
  const rows = trackable(measures, ['fibromyalgia'], undefined);
  expect(rows.find(({ id }) => id === 'nrs-pain')).toEqual({
    id: 'nrs-pain',
    name: 'Pain, 0 to 10',
    when: 'before-session',
    isAsked: true,
  });
  expect(rows.find(({ id }) => id === 'rand-36')).toMatchObject({
    when: { everyWeeks: 8 },
    isAsked: false,
  });
  expect(rows.find(({ id }) => id === 'fiqr')?.isAsked).toBe(true);
});

test('what was ticked is what is asked, also a form that is optional for all and usual for one illness', () => {
  const of = ['osteoarthritis'];
  const wanted = new Set(['nrs-pain', 'rses']);
  const choice = choiceFrom(measures, of, undefined, wanted);
  expect(asked(of, choice)).toEqual(['nrs-pain', 'rses']);
  expect(choice.chosen).toEqual(['rses']);
  expect(choice.dropped).toContain('range-of-motion');
  expect(asked(of, choiceFrom(measures, of, choice, new Set(asked(of))))).toEqual(asked(of));
});

test('a choice for an illness that is not listed now is kept for when it comes back', () => {
  const earlier = { chosen: [], dropped: ['fiqr'] };
  const choice = choiceFrom(measures, [], earlier, new Set(asked([])));
  expect(choice).toEqual(earlier);
  expect(asked(['fibromyalgia'], choice)).not.toContain('fiqr');
});

test('a form that was taken off the list is not due', () => {
  const entry = { entry: 'e', on: '', entered: '', by: { name: 'Jo', role: 'therapist' } } as const;
  const measureChoice = { ...entry, chosen: ['rses'], dropped: ['peg'] };
  const { due } = formsToAsk(measures, { ...EMPTY_RECORD, measureChoice }, [], '2026-03-09');
  expect(due.map(({ measure }) => measure)).toEqual(['psfs', 'phq-4', 'maia-2', 'rses']);
});
