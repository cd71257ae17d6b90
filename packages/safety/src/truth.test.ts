import { describe, expect, it } from 'vitest';
import { and, answerOf, NO, or, truthOf, UNKNOWN, YES } from './truth.ts';

// Kleene (1952), Introduction to Metamathematics, § 64: the strong tables.
const TABLE = [
  [YES, YES, YES, YES],
  [YES, UNKNOWN, UNKNOWN, YES],
  [YES, NO, NO, YES],
  [UNKNOWN, YES, UNKNOWN, YES],
  [UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN],
  [UNKNOWN, NO, NO, UNKNOWN],
  [NO, YES, NO, YES],
  [NO, UNKNOWN, NO, UNKNOWN],
  [NO, NO, NO, NO],
] as const;

describe('three-valued logic', () => {
  it.each(TABLE)('of %i and %i: and is %i, or is %i', (a, b, both, either) => {
    expect(and(a, b)).toBe(both);
    expect(or(a, b)).toBe(either);
  });
  it('turns answers into truth and back', () => {
    for (const answer of ['yes', 'no', 'unknown'] as const)
      expect(answerOf(truthOf(answer))).toBe(answer);
  });
});
