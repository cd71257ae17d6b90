import { describe, expect, test } from 'vitest';
import { numberProblems, type ReadNumbers } from './extraction.ts';

const effect = (more: Partial<Extract<ReadNumbers, { as: 'effect' }>>): ReadNumbers => ({
  as: 'effect',
  measure: 'SMD',
  estimate: -0.5,
  low: -0.9,
  high: -0.1,
  ...more,
});
const means = (more: Partial<Extract<ReadNumbers, { as: 'means' }>>): ReadNumbers => ({
  as: 'means',
  mean1: 4.1,
  sd1: 2,
  n1: 30,
  mean2: 5.6,
  sd2: 2.2,
  n2: 31,
  ...more,
});

describe('numbers out of a paper', () => {
  test.each([
    ['an effect inside its interval', effect({ p: 0.01 })],
    ['an interval around nothing with a large p', effect({ low: -1.1, high: 0.1, p: 0.11 })],
    ['a bound that was rounded to nothing, whatever p is', effect({ high: 0, p: 0.049 })],
    ['two groups', means({})],
    ['a ratio', effect({ measure: 'RR', estimate: 1.5, low: 1.1, high: 2.1, p: 0.02 })],
    ['events', { as: 'events', events1: 0, n1: 20, events2: 20, n2: 20 } as const],
  ])('are taken when they can be true: %s', (_, numbers) => {
    expect(numberProblems(numbers)).toEqual([]);
  });

  test.each([
    ['an estimate above its interval', effect({ estimate: 0.2 }), 'estimate', /outside its own/],
    ['an interval the wrong way round', effect({ low: 1, high: -1 }), 'low', /wrong way round/],
    // "−1.14" as copies of PDF files have it
    [
      'a minus that became a digit',
      effect({ estimate: 21.14, low: 2, high: 30 }),
      'estimate',
      /minus sign/,
    ],
    ['the logarithm of a ratio', effect({ measure: 'OR' }), 'low', /logarithm/],
    ['nobody who varies', means({ sd1: 0 }), 'sd1', /above 0/],
    ['one person with a deviation', means({ n2: 1 }), 'n2', /2 people/],
    // standard errors, 2/√30 and 2.2/√31, in place of the deviations: −1.5 / 0.380 = 3.9; with means 3 apart, 7.9
    [
      'standard errors as deviations',
      means({ mean1: 2.6, sd1: 0.365, sd2: 0.395 }),
      'mean1',
      /7\.9 standard deviations apart.*standard error/,
    ],
    [
      'more events than people',
      { as: 'events', events1: 3, n1: 20, events2: 21, n2: 20 } as const,
      'events2',
      /21 events are more than the 20 people/,
    ],
  ])('are refused when they cannot: %s', (_, numbers, at, why) => {
    expect(numberProblems(numbers)).toEqual([
      { is: 'impossible', at, why: expect.stringMatching(why) },
    ]);
  });

  test.each([
    ['a small p with an interval around nothing', effect({ low: -1.1, high: 0.1, p: 0.03 })],
    ['a large p with an interval that leaves nothing out', effect({ p: 0.2 })],
    ['the same of a ratio', effect({ measure: 'RR', estimate: 1.2, low: 0.9, high: 1.6, p: 0.01 })],
  ])('are doubtful when p and the interval disagree: %s', (_, numbers) => {
    expect(numberProblems(numbers)).toMatchObject([{ is: 'doubtful', at: 'p' }]);
  });
});
