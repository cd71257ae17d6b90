/** Eigenvalues and vectors of a small symmetric matrix. */
import type { Matrix } from './linear.ts';

/** A = Q diag(values) Q', with Q' Q = 1. */
export interface Eigen {
  /** In no order. */
  readonly values: readonly number[];
  /** Q by rows: the k-th vector is its k-th column. */
  readonly vectors: Matrix;
}

const MOST_SWEEPS = 60;

/**
 * Jacobi's method: planes are turned until nothing is left beside the diagonal. For the small matrices of a regression,
 * at which it is exact to rounding even when the eigenvalues lie far apart.
 */
export function symmetricEigen(matrix: Matrix): Eigen {
  const n = matrix.length;
  const a = matrix.map((row) => Float64Array.from(row));
  const q = matrix.map((_, i) => Float64Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
  const at = (rows: readonly Float64Array[], i: number, j: number): number =>
    rows[i]?.[j] ?? Number.NaN;
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    let turned = false;
    for (let i = 0; i < n - 1; i += 1)
      for (let j = i + 1; j < n; j += 1) {
        const off = at(a, i, j);
        const [ii, jj] = [at(a, i, i), at(a, j, j)];
        if (Math.abs(off) <= Number.EPSILON * Math.sqrt(Math.abs(ii * jj)) * 0.5 || off === 0)
          continue;
        turned = true;
        const theta = (jj - ii) / (2 * off);
        const tangent = Math.sign(theta || 1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const cosine = 1 / Math.hypot(tangent, 1);
        turn(a, q, i, j, cosine, tangent * cosine);
      }
    if (!turned) break;
  }
  return { values: a.map((row, i) => row[i] ?? Number.NaN), vectors: q.map((row) => [...row]) };
}

/** Turns columns i and j of both, and rows i and j of the first. */
function turn(
  a: readonly Float64Array[],
  q: readonly Float64Array[],
  i: number,
  j: number,
  cosine: number,
  sine: number,
): void {
  for (const rows of [a, q])
    for (const row of rows) {
      const [x = 0, y = 0] = [row[i], row[j]];
      row[i] = cosine * x - sine * y;
      row[j] = sine * x + cosine * y;
    }
  const [rowI, rowJ] = [a[i], a[j]];
  if (!rowI || !rowJ) return;
  for (let k = 0; k < rowI.length; k += 1) {
    const [x = 0, y = 0] = [rowI[k], rowJ[k]];
    rowI[k] = cosine * x - sine * y;
    rowJ[k] = sine * x + cosine * y;
  }
}
