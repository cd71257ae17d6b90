import { expect, test } from 'vitest';
import type { RatingsView } from '../../state/ratings.ts';
import {
  answered,
  bodiesOf,
  type Draft,
  NEW_DRAFT,
  openQuestions,
  parseDraft,
  stepAt,
  stepBefore,
  stepsOf,
} from './flow.ts';

const rating = (measure: string, isAnswered = false) => ({
  measure,
  question: `How is ${measure}?`,
  low: 'None',
  high: 'Worst',
  isAnswered,
});
const asked: RatingsView = {
  release: 'r1',
  ratings: [rating('nrs-pain'), rating('nrs-sleep'), rating('nrs-mood')],
  form: null,
  session: null,
};
const session = { entry: 's1', day: '2026-03-03' };
const ids = (view: RatingsView, draft: Partial<Draft> = {}) =>
  stepsOf(view, { ...NEW_DRAFT, ...draft }).map(({ id }) => id);

test('each open rating is a screen, then the check', () => {
  expect(ids(asked)).toEqual(['nrs-pain', 'nrs-sleep', 'nrs-mood', 'check']);
  const ratings = [rating('nrs-pain', true), rating('nrs-sleep')];
  expect(ids({ ...asked, ratings })).toEqual(['nrs-sleep', 'check']);
  expect(ids({ ...asked, ratings }, { round: 'again' })).toEqual([
    'nrs-pain',
    'nrs-sleep',
    'check',
  ]);
});

test('on a bad day the first rating is all that is asked', () => {
  expect(ids({ ...asked, session }, { isShort: true })).toEqual(['nrs-pain', 'check']);
});

test('the last session is asked about after the ratings, and soreness only when something was said', () => {
  const view = { ...asked, ratings: [], session };
  expect(ids(view)).toEqual(['after', 'check']);
  expect(ids(view, { feeling: null })).toEqual(['after', 'check']);
  expect(ids(view, { feeling: 'worse' })).toEqual(['after', 'sore', 'check']);
});

test('the open questions are counted with the session as one', () => {
  const ratings = [rating('nrs-pain', true), rating('nrs-sleep'), rating('nrs-mood')];
  expect(openQuestions({ ...asked, ratings })).toBe(2);
  expect(openQuestions({ ...asked, ratings, session })).toBe(3);
});

test('an answer or a skip leads to the next open question, and the last one to the check', () => {
  const [pain, sleep, mood] = stepsOf(asked, NEW_DRAFT);
  if (!pain || !sleep || !mood) throw new Error('three ratings');
  const first = answered(asked, NEW_DRAFT, pain, 0);
  expect(first.next.id).toBe('nrs-sleep');
  const second = answered(asked, first.draft, sleep, null);
  expect(second.next.id).toBe('nrs-mood');
  const third = answered(asked, second.draft, mood, 10);
  expect(third.next.id).toBe('check');
  expect(third.draft.answers).toEqual({ 'nrs-pain': 0, 'nrs-sleep': null, 'nrs-mood': 10 });
});

test('no address skips a question, and Back leads to the one before', () => {
  const steps = stepsOf(asked, NEW_DRAFT);
  const draft = { ...NEW_DRAFT, answers: { 'nrs-pain': 4 } };
  expect(stepAt(draft, steps, 'check').id).toBe('nrs-sleep');
  expect(stepAt(draft, steps, 'nrs-pain').id).toBe('nrs-pain');
  expect(stepAt(draft, steps, undefined).id).toBe('nrs-sleep');
  expect(stepBefore(steps, stepAt(draft, steps, 'nrs-sleep'))?.id).toBe('nrs-pain');
});

test('what was handed over is not changed any more', () => {
  const draft = { ...NEW_DRAFT, answers: { 'nrs-pain': 4 }, isSent: true };
  expect(stepAt(draft, stepsOf(asked, draft), 'nrs-pain').id).toBe('check');
});

test('each answer is sent as an entry of its own, filled in by the client; a skip is not sent', () => {
  const draft: Draft = {
    ...NEW_DRAFT,
    answers: { 'nrs-pain': 0, 'nrs-sleep': null, 'nrs-mood': 8, 'nrs-stress': 5 },
    feeling: 'worse',
    soreness: 6,
  };
  const { scores, reaction } = bodiesOf({ ...asked, session }, draft);
  expect(scores).toEqual(
    [
      ['nrs-pain', 0],
      ['nrs-mood', 8],
    ].map(([measure, value]) => ({
      measure,
      release: 'r1',
      answers: { [String(measure)]: value },
      filled: 'by-client',
      note: '',
    })),
  );
  expect(reaction).toEqual({
    session: 's1',
    feeling: 'worse',
    soreness: 6,
    hours: null,
    what: '',
  });
});

test('what was left out on a bad day is not sent', () => {
  const draft: Draft = {
    ...NEW_DRAFT,
    answers: { 'nrs-pain': 9, 'nrs-sleep': 3 },
    feeling: 'same',
    isShort: true,
  };
  const { scores, reaction } = bodiesOf({ ...asked, session }, draft);
  expect(scores.map(({ measure }) => measure)).toEqual(['nrs-pain']);
  expect(reaction).toBeUndefined();
});

const form = {
  measure: 'peg',
  name: 'PEG',
  questions: ['pain', 'activity'].map((id) => ({
    id,
    text: `How is ${id}?`,
    isScale: true,
    answers: [
      { value: 0, label: 'None' },
      { value: 1, label: 'Some' },
    ],
  })),
};

test('the form of the day comes last, is counted by its questions, and is sent as one entry', () => {
  const view = { ...asked, form, session };
  expect(ids(view, { feeling: 'same' }).slice(-4)).toEqual([
    'sore',
    'form-pain',
    'form-activity',
    'check',
  ]);
  expect(ids(view, { isShort: true })).toEqual(['nrs-pain', 'check']);
  expect(openQuestions(view)).toBe(6);
  const draft: Draft = { ...NEW_DRAFT, form: { pain: 1, activity: null } };
  expect(bodiesOf(view, draft).scores).toEqual([
    { measure: 'peg', release: 'r1', answers: { pain: 1 }, filled: 'by-client', note: '' },
  ]);
  expect(bodiesOf(view, { ...draft, form: { pain: null } }).scores).toEqual([]);
  expect(bodiesOf(view, { ...draft, isShort: true }).scores).toEqual([]);
});

test('a draft of another version is begun anew', () => {
  expect(parseDraft(null)).toEqual(NEW_DRAFT);
  expect(
    parseDraft({ answers: { 'nrs-pain': 11 }, form: {}, isShort: false, isSent: false }),
  ).toEqual(NEW_DRAFT);
  const kept = { ...NEW_DRAFT, answers: { 'nrs-pain': 3 } };
  expect(parseDraft(kept)).toEqual(kept);
});
