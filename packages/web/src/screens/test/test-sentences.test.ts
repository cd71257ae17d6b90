import type { FixedPlan, PersonTest } from '@assuage/outcomes';
import { expect, test } from 'vitest';
import { questionText, stopText, whereItStands } from './test-sentences.ts';

const pain = { outcome: 'pain', better: 'lower' } as const;
const design = { kind: 'balanced', periods: 4, longestRun: 2 } as const;
const schedule = [1, 0, 0, 1] as const;
const weeks: FixedPlan = { compares: 'weeks', periodDays: 7, design, schedule };
const cadence: FixedPlan = {
  compares: 'cadence',
  everyDays: [7, 28],
  periodDays: 28,
  design,
  schedule,
};

test('the question says what is to get better, in which direction, by how much and against what', () => {
  expect(questionText(pain, 1, weeks)).toBe(
    'Is pain lower by 1 point or more in weeks with massage than in weeks without?',
  );
  expect(questionText({ outcome: 'trust in the body', better: 'higher' }, 1.5, weeks)).toBe(
    'Is trust in the body higher by 1.5 points or more in weeks with massage than in weeks without?',
  );
  expect(questionText(pain, 2, cadence)).toBe(
    'Is pain lower by 2 points or more with massage each week than every 4 weeks?',
  );
});

const standing = (phase: PersonTest['phase'], arm: 'with' | 'without', less?: 14 | 28) => {
  const now = { number: 2, arm, from: '2026-01-12', to: '2026-01-18', days: [], isPast: false };
  const part = {
    phase,
    now: phase === 'running' ? now : undefined,
    periods: [now, now, now, now],
    lastDay: '2026-02-01',
    trial: { start: '2026-01-05', ...(less ? { everyDays: [7, less] } : {}) },
    ...(phase === 'stopped' ? { ended: { on: '2026-01-14', why: 'harm', note: '' } } : {}),
  };
  return whereItStands(part as unknown as PersonTest);
};

test.each([
  ['planned', standing('planned', 'with'), 'The test starts on 5 January 2026.'],
  [
    'with massage',
    standing('running', 'with'),
    'Part 2 of 4. This is a time with massage, until 18 January 2026.',
  ],
  [
    'without',
    standing('running', 'without'),
    'Part 2 of 4. This is a time without massage, until 18 January 2026.',
  ],
  [
    'more often',
    standing('running', 'with', 14),
    'Part 2 of 4. This is a time with more massage: each week, until 18 January 2026.',
  ],
  [
    'less often',
    standing('running', 'without', 14),
    'Part 2 of 4. This is a time with less massage: every 2 weeks, until 18 January 2026.',
  ],
  ['finished', standing('finished', 'with'), 'The test ended on 1 February 2026.'],
  ['stopped', standing('stopped', 'with'), 'The test was stopped on 14 January 2026.'],
])('where it stands is said: %s', (_, said, expected) => {
  expect(said).toBe(expected);
});

test('why a test was stopped is said, with the note where there is one', () => {
  expect(stopText({ on: '2026-01-14', why: 'harm', note: 'Bruises.' })).toBe(
    'Stopped on 14 January 2026: It did harm. Bruises.',
  );
  expect(stopText({ on: '2026-01-14', why: 'client-wished', note: '' })).toBe(
    'Stopped on 14 January 2026: The client wishes it.',
  );
});
