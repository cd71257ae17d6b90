import type { Decision } from '@assuage/knowledge';
import { expect, test } from 'vitest';
import { bannerOf, DECISION_WORDS } from './decision.words.ts';

const all: readonly Decision[] = [
  'go',
  'adapt',
  'clear-first',
  'not-today',
  'refer-soon',
  'refer-now',
];

test('with everything answered, the banner is the decision itself', () => {
  for (const decision of all) {
    const { tone, shape, words } = DECISION_WORDS[decision];
    expect(bannerOf({ decision, known: decision, questions: 0 }, 'therapist')).toEqual({
      tone,
      shape,
      headline: words.therapist,
    });
  }
});

test('no two decisions share a shape', () => {
  expect(new Set(all.map((decision) => DECISION_WORDS[decision].shape)).size).toBe(all.length);
});

test('a session that waits for answers only says to ask them, and never looks like go', () => {
  const banner = bannerOf({ decision: 'refer-now', known: 'go', questions: 2 }, 'therapist');
  expect(banner).toEqual({
    tone: 'change',
    shape: 'diamond-question',
    headline: 'Ask 2 questions first',
    detail: 'From the answers so far: Go ahead',
  });
});

test('one question is not "1 questions"', () => {
  expect(bannerOf({ decision: 'adapt', known: 'go', questions: 1 }, 'therapist').headline).toBe(
    'Ask 1 question first',
  );
});

test('an unknown never looks like go', () => {
  for (const decision of all)
    for (const known of all)
      if (all.indexOf(decision) > all.indexOf(known))
        expect(bannerOf({ decision, known, questions: 1 }, 'therapist').tone).not.toBe('go');
});

test('what is known to stop the session is shown, whatever is still open', () => {
  expect(
    bannerOf({ decision: 'refer-now', known: 'not-today', questions: 3 }, 'therapist'),
  ).toEqual({
    tone: 'stop',
    shape: 'octagon-bar',
    headline: 'Not today',
    detail: '3 questions to ask first',
  });
});
