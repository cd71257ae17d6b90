import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cholesky, gaussLegendre, minimum, root, seededRandom } from './index.ts';

describe('cholesky', () => {
  it('solves the worked example of a 3 by 3 system', () => {
    // A = L L' with L = [2 0 0; 6 1 0; -8 5 3] (the usual textbook example), so |A| = (2·1·3)² = 36.
    const a = [
      [4, 12, -16],
      [12, 37, -43],
      [-16, -43, 98],
    ];
    const { solve, inverse, logDeterminant } = cholesky(a);
    expect(Math.exp(logDeterminant)).toBeCloseTo(36, 10);
    // A (1, 2, 3)' = (4+24-48, 12+74-129, -16-86+294)'
    expect(solve([-20, -43, 192])).toEqual([1, 2, 3].map((x) => expect.closeTo(x, 10)));
    // The adjugate by hand: (37·98 − 43²)/36 = 49.361, …
    expect(inverse()[0]?.[0]).toBeCloseTo((37 * 98 - 43 * 43) / 36, 10);
    expect(inverse()[2]?.[0]).toBeCloseTo((12 * -43 - 37 * -16) / 36, 10);
  });

  it('refuses columns that repeat each other, and says where', () => {
    expect(() =>
      cholesky([
        [1, 2],
        [2, 4],
      ]),
    ).toThrow('not positive definite at row 2');
  });
});

describe('gaussLegendre', () => {
  it('has the two and three points of the tables', () => {
    // Abramowitz & Stegun table 25.4: n = 2: ±1/√3, 1; n = 3: 0, ±√(3/5); 8/9, 5/9.
    const two = gaussLegendre(2, -1, 1);
    expect(two.nodes[0]).toBeCloseTo(-1 / Math.sqrt(3), 15);
    expect(two.weights).toEqual([expect.closeTo(1, 14), expect.closeTo(1, 14)]);
    const three = gaussLegendre(3, -1, 1);
    expect(three.nodes[2]).toBeCloseTo(Math.sqrt(0.6), 15);
    expect(three.weights).toEqual([5 / 9, 8 / 9, 5 / 9].map((w) => expect.closeTo(w, 14)));
  });

  it('integrates what 48 points can to the last digits', () => {
    const { nodes, weights } = gaussLegendre(48, 0, Math.PI);
    const integral = nodes.reduce((sum, x, i) => sum + (weights[i] ?? 0) * Math.sin(x), 0);
    expect(integral).toBeCloseTo(2, 13);
  });
});

describe('root and minimum', () => {
  it('finds any cube root', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (x) => {
        const found = root((u) => u ** 3 - x, -200, 200);
        expect(found).toBeCloseTo(Math.cbrt(x), 9);
      }),
    );
  });

  it('finds a root at zero, and at an end of the interval', () => {
    expect(root((x) => Math.sinh(x), -3, 5)).toBeCloseTo(0, 15);
    expect(root((x) => x - 2, 2, 3)).toBe(2);
  });

  it('says that there is no root between two values of one sign', () => {
    expect(() => root((x) => x * x + 1, -1, 1)).toThrow('no change of sign between -1 and 1');
  });

  it('finds the bottom of a bowl wherever it is', () => {
    fc.assert(
      fc.property(fc.double({ min: -9, max: 9, noNaN: true }), (at) => {
        expect(minimum((x) => Math.cosh(x - at), -10, 10).x).toBeCloseTo(at, 6);
      }),
    );
    expect(minimum((x) => (x - 4) ** 4, 0, 1).x).toBeCloseTo(1, 5);
  });
});

describe('seededRandom', () => {
  it('gives the same stream for the same seed and another for another', () => {
    const draw = (seed: string) => {
      const { uniform } = seededRandom(seed);
      return Array.from({ length: 5 }, uniform);
    };
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
    expect(draw('ä')).not.toEqual(draw('a'));
  });

  it('draws whole numbers evenly', () => {
    // Chi-squared with 5 degrees of freedom is above 25.7 once in 10,000 seeds; this one is fixed.
    const { integer } = seededRandom('dice');
    const counts = [0, 0, 0, 0, 0, 0];
    for (let i = 0; i < 60_000; i += 1) {
      const face = integer(6);
      counts[face] = (counts[face] ?? 0) + 1;
    }
    expect(counts.reduce((sum, n) => sum + (n - 10_000) ** 2 / 10_000, 0)).toBeLessThan(25.7);
  });

  it('refuses to draw from nothing', () => {
    expect(() => seededRandom('x').integer(0)).toThrow('no whole number is below 0');
  });

  it('draws normals with mean 0 and variance 1', () => {
    const { normal } = seededRandom('bell');
    const drawn = Array.from({ length: 20_000 }, normal);
    const mean = drawn.reduce((sum, x) => sum + x, 0) / 20_000;
    const variance = drawn.reduce((sum, x) => sum + x * x, 0) / 20_000;
    // Four standard errors: 4/√20000 = 0.028 and 4·√(2/20000) = 0.04.
    expect(Math.abs(mean)).toBeLessThan(0.029);
    expect(Math.abs(variance - 1)).toBeLessThan(0.041);
  });
});
