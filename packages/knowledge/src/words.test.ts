import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearestWords, normalise } from './words.ts';

describe('edit distance', () => {
  // kitten → sitting is the textbook example (3); "ca" → "abc" is 3 in the optimal string alignment variant.
  it.each([
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
    ['methotrexate', 'methotrexate', 0],
    ['humria', 'humira', 1],
    ['', 'abc', 3],
  ])('from %s to %s is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });
  it('is symmetric and zero only for equal words', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

describe('words as typed', () => {
  it('compare without case, accents and punctuation', () => {
    expect(normalise("  Crohn's  Disease ")).toBe('crohns disease');
    expect(normalise('Sjögren’s')).toBe('sjogrens');
  });
  it('suggest the nearest, and nothing for a word far from all', () => {
    const known = ['warfarin', 'heparin', 'methotrexate'];
    expect(nearestWords('warfrin', known)).toEqual(['warfarin']);
    expect(nearestWords('metotrexat', known)).toEqual(['methotrexate']);
    expect(nearestWords('banana', known)).toEqual([]);
  });
});
