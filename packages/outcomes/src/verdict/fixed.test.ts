import { describe, expect, test } from 'vitest';
import { drawOrder, drawSchedule } from '../index.ts';
import { drawnBy, type FixedTest, fixedText } from './fixed.ts';

const design = { kind: 'balanced', periods: 10, longestRun: 2 } as const;
const weeks: FixedTest = {
  question: { measure: 'nrs-pain', important: 1 },
  secondary: ['nrs-sleep', 'nrs-mood'],
  release: 'r1',
  start: '2026-03-02',
  plan: {
    compares: 'weeks',
    periodDays: 7,
    design,
    schedule: [1, 0, 0, 1, 1, 0, 1, 0, 1, 0],
  },
  seed: 'a seed',
  told: '10 weeks will miss some.',
};

describe('what is fixed before a test', () => {
  test('is a text of one fact to a line', () => {
    expect(fixedText(weeks)).toBe(
      [
        'A within-person test',
        'question: nrs-pain, important from 1',
        'also asked: nrs-sleep, nrs-mood',
        'release: r1',
        'start: 2026-03-02',
        'compares: weeks, with massage and without',
        'design: 10 periods of 7 days, half of each, at most 2 alike in a row',
        'seed: "a seed"',
        'drawn: 1001101010',
        'told: "10 weeks will miss some."',
        '',
      ].join('\n'),
    );
  });

  test('names two cadences, or two ways of working', () => {
    const cadence = fixedText({
      ...weeks,
      secondary: [],
      plan: {
        compares: 'cadence',
        everyDays: [7, 28],
        periodDays: 28,
        design: { kind: 'pairs', pairs: 2 },
        schedule: [1, 0, 0, 1],
      },
    });
    expect(cadence).toContain('also asked: nothing\n');
    expect(cadence).toContain(
      'compares: cadence, massage every 7 days and every 28 days\ndesign: 2 pairs of periods of 28 days\n',
    );
    const ways = fixedText({
      ...weeks,
      plan: {
        compares: 'ways',
        ways: [{ technique: 'effleurage' }, { pressure: 3 }],
        blocks: 6,
        order: [0, 1],
      },
    });
    expect(ways).toContain(
      'compares: ways, technique effleurage and pressure up to 3\ndesign: 6 blocks of one of each\n',
    );
  });

  test('names what other people of the practice had shown', () => {
    expect(fixedText({ ...weeks, prior: { mean: -0.8, sd: 0.7, people: 12 } })).toContain(
      'drawn: 1001101010\nprior: mean -0.8, sd 0.7, of 12 people\ntold:',
    );
  });

  test('no text of one test can be read as another: line breaks in words are written out', () => {
    expect(fixedText({ ...weeks, told: 'one\nseed: "two"' })).toContain(
      String.raw`told: "one\nseed: \"two\""`,
    );
  });

  test('the order is the one that the seed draws', () => {
    expect(drawnBy(weeks.plan, 'a seed')).toEqual(drawSchedule(design, 'a seed'));
    const ways = { compares: 'ways', ways: [{ pressure: 2 }, { pressure: 3 }], blocks: 6 } as const;
    expect(drawnBy({ ...ways, order: [] }, 'a seed')).toEqual(drawOrder([0, 1], 6, 'a seed'));
  });
});
