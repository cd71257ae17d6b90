/** A matrix by rows. */
export type Matrix = readonly (readonly number[])[];

/** Σ a_i b_i; NaN when b is the shorter. */
export function dot(a: readonly number[], b: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < a.length; i += 1) total += (a[i] ?? Number.NaN) * (b[i] ?? Number.NaN);
  return total;
}

/** A = L L' of a symmetric positive definite matrix, and what it answers. */
export interface Cholesky {
  /** The x of A x = b. */
  solve(b: readonly number[]): number[];
  /** A⁻¹, symmetric to the last bit. */
  inverse(): number[][];
  /** ln |A|. */
  readonly logDeterminant: number;
}

/** A pivot below this share of its diagonal element is nothing but rounding. */
const SINGULAR = 1e-14;

/**
 * Cholesky's decomposition, for the small systems of a regression. Only the lower triangle is read.
 * @throws RangeError when the matrix is not positive definite: columns that repeat each other, or no data.
 */
export function cholesky(a: Matrix): Cholesky {
  const n = a.length;
  const lower = a.map((row) => row.slice(0, n).map(() => 0));
  const at = (m: Matrix, i: number, j: number): number => m[i]?.[j] ?? Number.NaN;
  for (let i = 0; i < n; i += 1) {
    const row = lower[i] ?? [];
    for (let j = 0; j <= i; j += 1) {
      let sum = at(a, i, j);
      for (let k = 0; k < j; k += 1) sum -= at(lower, i, k) * at(lower, j, k);
      if (i !== j) row[j] = sum / at(lower, j, j);
      else if (sum > SINGULAR * at(a, i, i)) row[i] = Math.sqrt(sum);
      else throw new RangeError(`not positive definite at row ${i + 1}`);
    }
  }

  const solve = (b: readonly number[]): number[] => {
    const x = b.slice();
    for (let i = 0; i < n; i += 1) {
      let sum = x[i] ?? Number.NaN;
      for (let k = 0; k < i; k += 1) sum -= at(lower, i, k) * (x[k] ?? 0);
      x[i] = sum / at(lower, i, i);
    }
    for (let i = n - 1; i >= 0; i -= 1) {
      let sum = x[i] ?? Number.NaN;
      for (let k = i + 1; k < n; k += 1) sum -= at(lower, k, i) * (x[k] ?? 0);
      x[i] = sum / at(lower, i, i);
    }
    return x;
  };

  return {
    solve,
    inverse() {
      const columns = lower.map((_, j) => solve(lower.map((_, i) => (i === j ? 1 : 0))));
      return columns.map((_, i) =>
        columns.map((_, j) => (at(columns, i, j) + at(columns, j, i)) / 2),
      );
    },
    logDeterminant: lower.reduce((sum, _, i) => sum + 2 * Math.log(at(lower, i, i)), 0),
  };
}
