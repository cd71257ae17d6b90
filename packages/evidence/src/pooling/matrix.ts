import type { Matrix } from '@assuage/statistics';
import { dot } from '@assuage/statistics';
import { at } from './numbers.ts';

/** What the blocks of dependent effects need: small dense matrices by rows. */

export const transpose = (a: Matrix): number[][] =>
  (a[0] ?? []).map((_, j) => a.map((row) => at(row, j)));

export function multiply(a: Matrix, b: Matrix): number[][] {
  const columns = transpose(b);
  return a.map((row) => columns.map((column) => dot(row, column)));
}

export const times = (a: Matrix, x: readonly number[]): number[] => a.map((row) => dot(row, x));

export const add = (a: Matrix, b: Matrix, factor = 1): number[][] =>
  a.map((row, i) => row.map((value, j) => value + factor * at(b[i] ?? [], j)));

export const scaled = (a: Matrix, factor: number): number[][] =>
  a.map((row) => row.map((value) => value * factor));

/** tr AB. */
export const traceOfProduct = (a: Matrix, b: Matrix): number => {
  const columns = transpose(b);
  return a.reduce((total, row, i) => total + dot(row, columns[i] ?? []), 0);
};

export const zeros = (rows: number, columns = rows): number[][] =>
  Array.from({ length: rows }, () => new Array<number>(columns).fill(0));

/** An eigenvalue this share of the largest counts as 0. */
const SINGULAR = 1e-12;

/**
 * A symmetric matrix to a power, eigenvalue by eigenvalue; those that are 0 stay 0, which for a negative power
 * is the pseudo-inverse. By Jacobi's rotations.
 */
export function symmetricPower(a: Matrix, power: number): number[][] {
  const n = a.length;
  const rows = a.map((row) => [...row]);
  const vectors = zeros(n).map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 100; sweep += 1) {
    let off = 0;
    let whole = 0;
    for (let i = 0; i < n; i += 1)
      for (let j = 0; j < n; j += 1) {
        const square = at(rows[i] ?? [], j) ** 2;
        whole += square;
        if (i !== j) off += square;
      }
    if (off <= 1e-32 * whole) break;
    for (let i = 0; i < n; i += 1) for (let j = i + 1; j < n; j += 1) rotate(rows, vectors, i, j);
  }
  const values = rows.map((row, i) => at(row, i));
  const largest = Math.max(0, ...values);
  const raised = values.map((value) => (value > SINGULAR * largest ? value ** power : 0));
  const columns = transpose(vectors);
  const result = zeros(n);
  for (const [m, value] of raised.entries())
    for (const [i, row] of result.entries())
      for (let j = 0; j < n; j += 1)
        row[j] = at(row, j) + value * at(columns[m] ?? [], i) * at(columns[m] ?? [], j);
  return result;
}

/** One rotation in the plane of i and j that makes a_ij 0. */
function rotate(rows: number[][], vectors: number[][], i: number, j: number): void {
  const entry = at(rows[i] ?? [], j);
  if (entry === 0) return;
  const theta = (at(rows[j] ?? [], j) - at(rows[i] ?? [], i)) / (2 * entry);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  const turn = (row: number[]): void => {
    const [x, y] = [at(row, i), at(row, j)];
    row[i] = c * x - s * y;
    row[j] = s * x + c * y;
  };
  for (const row of rows) turn(row);
  const [first = [], second = []] = [rows[i], rows[j]];
  for (let m = 0; m < rows.length; m += 1) {
    const [x, y] = [at(first, m), at(second, m)];
    first[m] = c * x - s * y;
    second[m] = s * x + c * y;
  }
  for (const row of vectors) turn(row);
}
