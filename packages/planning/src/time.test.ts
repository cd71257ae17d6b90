import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareMinutes } from './time.ts';

const claim = (weight: number, cap = 60, first = false) => ({ weight, cap, first });

describe('Sharing minutes', () => {
  it('follows the weights', () => {
    // 21 minutes are three pieces. 3 each leave 12, one by one to the greatest weight per minute given:
    // the first until 6/10 < 2/3 (7 minutes), the second once, the first until 6/13 < 2/4 (3 more), the
    // second once: 3 + 7 + 3, 3 + 2, 3.
    expect(shareMinutes(21, [claim(6), claim(2), claim(1)])).toEqual([13, 5, 3]);
  });

  it('leaves the last out when there is time for fewer pieces', () => {
    expect(shareMinutes(14, [claim(1), claim(1), claim(1)])).toEqual([7, 7, 0]);
  });

  it('lets everything in that must come first, as long as each gets 3 minutes', () => {
    const sore = [claim(9, 60, true), claim(5, 60, true), claim(4, 60, true)];
    expect(shareMinutes(9, sore)).toEqual([3, 3, 3]);
    expect(shareMinutes(8, sore)).toEqual([5, 3, 0]);
  });

  it('lets the next in when the caps of the first are full', () => {
    expect(shareMinutes(14, [claim(9, 5), claim(8, 5), claim(1)])).toEqual([5, 5, 4]);
  });

  it('skips a place with less than 3 minutes left', () => {
    expect(shareMinutes(7, [claim(9, 2), claim(1)])).toEqual([0, 7]);
  });

  it('never shares out more than there is, or more than a cap', () => {
    const claims = fc.array(
      fc.record({
        weight: fc.double({ min: 0.1, max: 20, noNaN: true }),
        cap: fc.integer({ min: 0, max: 255 }),
        first: fc.boolean(),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), claims, (minutes, shared) => {
        const shares = shareMinutes(minutes, shared);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(minutes);
        shares.forEach((share, i) => {
          expect(share === 0 || share >= 3).toBe(true);
          expect(share).toBeLessThanOrEqual(Math.min(15, shared[i]?.cap ?? 0));
        });
      }),
    );
  });
});
