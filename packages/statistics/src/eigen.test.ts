import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { symmetricEigen } from './eigen.ts';

describe('eigenvalues', () => {
  it('of [[2, 1], [1, 2]] are 1 and 3, along the diagonals', () => {
    const { values, vectors } = symmetricEigen([
      [2, 1],
      [1, 2],
    ]);
    expect(values.toSorted()).toEqual([expect.closeTo(1, 14), expect.closeTo(3, 14)]);
    for (const row of vectors)
      for (const value of row) expect(Math.abs(value)).toBeCloseTo(Math.SQRT1_2, 14);
  });

  it('of the second difference of three points are 2 − √2, 2 and 2 + √2', () => {
    const { values } = symmetricEigen([
      [2, -1, 0],
      [-1, 2, -1],
      [0, -1, 2],
    ]);
    const sorted = values.toSorted((a, b) => a - b);
    [2 - Math.SQRT2, 2, 2 + Math.SQRT2].forEach((value, i) => {
      expect(sorted[i]).toBeCloseTo(value, 14);
    });
  });

  it('of a diagonal are the diagonal, whatever lies between', () => {
    expect(
      symmetricEigen([
        [1e9, 0],
        [0, 1e-9],
      ]).values,
    ).toEqual([1e9, 1e-9]);
    expect(symmetricEigen([]).values).toEqual([]);
  });

  it('and vectors put the matrix together again', () => {
    const entry = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 10, maxLength: 10 }), (upper) => {
        const at = (i: number, j: number) => {
          const [low, high] = i < j ? [i, j] : [j, i];
          return upper[(high * (high + 1)) / 2 + low] ?? 0;
        };
        const four = [0, 1, 2, 3];
        const matrix = four.map((i) => four.map((j) => at(i, j)));
        const { values, vectors } = symmetricEigen(matrix);
        for (const i of four)
          for (const j of four) {
            const again = values.reduce(
              (sum, value, k) => sum + value * (vectors[i]?.[k] ?? 0) * (vectors[j]?.[k] ?? 0),
              0,
            );
            expect(again).toBeCloseTo(at(i, j), 10);
            const square = four.reduce(
              (sum, k) => sum + (vectors[k]?.[i] ?? 0) * (vectors[k]?.[j] ?? 0),
              0,
            );
            expect(square).toBeCloseTo(i === j ? 1 : 0, 12);
          }
      }),
    );
  });
});
