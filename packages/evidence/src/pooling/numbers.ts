/** Small sums over arrays whose lengths are known to agree. */

export const at = (values: readonly number[], i: number): number => values[i] ?? Number.NaN;

export const sum = (values: readonly number[]): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

export const mean = (values: readonly number[]): number => sum(values) / values.length;

/** Σ (value − mean)². */
export const squaresAround = (values: readonly number[], centre: number): number => {
  let total = 0;
  for (const value of values) total += (value - centre) ** 2;
  return total;
};

/** Without the i-th. */
export const without = <T>(values: readonly T[], i: number): T[] =>
  values.filter((_, j) => j !== i);
