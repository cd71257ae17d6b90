import { expect, test } from 'vitest';
import { reactionText, suitsTexts } from './what-suits.words.ts';

const deep = { way: 'Deep tissue massage', sessions: 6, reactions: 1, open: 1, unknown: 0 };

test('reactions are counts with what so few sessions allow, rounded outwards', () => {
  // 1 of 6, Clopper and Pearson: .0042 to .6412.
  expect(reactionText({ ...deep, share: [0.0042, 0.6412] })).toBe(
    'After Deep tissue massage: worse after 1 of 6 sessions. That fits anything from 0 to 65 in 100.',
  );
});

test('sessions that nobody can judge are said to be unknown', () => {
  expect(reactionText({ ...deep, sessions: 8, unknown: 2, share: [0, 0.6412] })).toMatch(
    /worse after 1 of 6 sessions\..* Not known for 2 more\.$/,
  );
  expect(
    reactionText({ ...deep, sessions: 1, reactions: 0, open: 0, unknown: 1, share: [0, 1] }),
  ).toBe('After Deep tissue massage: not known yet, 1 session.');
});

test('a suspension names what it is for', () => {
  expect(suitsTexts.suspended(['Deep tissue massage', 'pressure 4'])).toMatch(
    /^Not suggested: Deep tissue massage, pressure 4\./,
  );
});
