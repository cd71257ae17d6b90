import { describe, expect, test } from 'vitest';
import { judgedFrom, typedFrom } from './judged.ts';

const step = (steps: 1 | 2, because = 'x') => ({ for: 'imprecision', steps, because }) as const;

describe('the certainty of a practice', () => {
  // GRADE: randomised trials start high and others low; each step is one level of four.
  test.each([
    ['high', [], 'high'],
    ['high', [step(1)], 'moderate'],
    ['high', [step(2)], 'low'],
    ['low', [step(1)], 'very-low'],
    ['low', [step(2), { ...step(2), for: 'risk-of-bias' } as const], 'very-low'],
  ] as const)('that starts %s and goes down %o is %s', (start, down, certainty) => {
    expect(judgedFrom(typedFrom({ start, down: [...down] }))).toMatchObject({
      start,
      certainty,
    });
  });

  test('keeps each reason through the form, without the spaces around it', () => {
    const typed = typedFrom({ start: 'high', down: [step(2, ' Two small trials. ')] });
    expect(judgedFrom(typed).down).toEqual([step(2, 'Two small trials.')]);
  });
});
