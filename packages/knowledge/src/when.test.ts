import { describe, expect, it } from 'vitest';
import { atomKey, termsOf } from './when.ts';

const terms = (when: Parameters<typeof termsOf>[0]): string[][] =>
  termsOf(when).map((term) => term.map(atomKey).sort());

describe('the terms of a condition', () => {
  it('of one fact is that fact; of "always" is the empty term', () => {
    expect(terms('a')).toEqual([['a']]);
    expect(terms('always')).toEqual([[]]);
  });
  it('multiply out "all" over "any": a and (b or c) is a·b or a·c', () => {
    expect(terms({ all: ['a', { any: ['b', 'c'] }] })).toEqual([
      ['a', 'b'],
      ['a', 'c'],
    ]);
  });
  it('absorb: a or (a and b) is a', () => {
    expect(terms({ any: ['a', { all: ['a', 'b'] }] })).toEqual([['a']]);
  });
  it('keep one of two equal terms', () => {
    expect(terms({ any: [{ all: ['a', 'b'] }, { all: ['b', 'a'] }] })).toEqual([['a', 'b']]);
  });
  it('keep numbers apart by their bound', () => {
    expect(
      terms({
        any: [
          { fact: 'n', atLeast: 4 },
          { fact: 'n', below: 2 },
        ],
      }),
    ).toEqual([['n>=4'], ['n<2']]);
  });
});
