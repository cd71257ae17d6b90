import { describe, expect, test } from 'vitest';
import { readBoxes } from './typed-numbers.ts';

const effect = { estimate: '-0.5', low: '-0.9', high: '-.1', p: '' };

describe('numbers that are typed', () => {
  test('are read with the minus as papers print it, and without a p', () => {
    expect(readBoxes('effect', 'SMD', { ...effect, estimate: ' −0.5 ' })).toEqual({
      numbers: { as: 'effect', measure: 'SMD', estimate: -0.5, low: -0.9, high: -0.1 },
      problems: [],
    });
  });

  test.each([
    ['nothing', '', 'missing'],
    // One thousand, or one: nobody knows.
    ['a comma', '1,000', 'no-number'],
    ['words', 'n.s.', 'no-number'],
    ['a number in letters of computers', '1e3', 'no-number'],
  ])('are not guessed from %s', (_, estimate, is) => {
    expect(readBoxes('effect', 'SMD', { ...effect, estimate })).toMatchObject({
      problems: [{ box: 'estimate', is }],
    });
  });

  test('of people are whole', () => {
    const typed = { events1: '3', n1: '20.5', events2: '-1', n2: '20' };
    expect(readBoxes('events', 'RR', typed).problems.map(({ box, is }) => [box, is])).toEqual([
      ['n1', 'not-whole'],
      ['events2', 'not-whole'],
    ]);
  });

  test('that cannot be true are named', () => {
    expect(readBoxes('effect', 'SMD', { ...effect, estimate: '2' }).problems).toMatchObject([
      { box: 'estimate', is: 'impossible' },
    ]);
  });
});
