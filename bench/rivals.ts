/** What a simpler program would say of the same diary: two-sided p below 0.05 is a claim. */
import { cholesky, tCdf } from '@assuage/statistics';

/** One row a rating: the day, the rating, with massage (1) or without (0). */
export type Row = readonly [t: number, y: number, on: number];

/** Welch's t-test of the ratings with massage against those without, as if each were a stranger to the next. */
export function welchP(rows: readonly Row[]): number {
  const [a, b] = [1, 0].map((arm) => {
    const values = rows.filter(([, , on]) => on === arm).map(([, y]) => y);
    const n = values.length;
    const mean = values.reduce((sum, y) => sum + y, 0) / n;
    const ss = values.reduce((sum, y) => sum + (y - mean) ** 2, 0);
    return { n, mean, error: ss / (n - 1) / n };
  });
  if (!a || !b) return 1;
  const error = a.error + b.error;
  const df = error ** 2 / (a.error ** 2 / (a.n - 1) + b.error ** 2 / (b.n - 1));
  return twoSided((a.mean - b.mean) / Math.sqrt(error), df);
}

/** Ordinary least squares with a straight trend. */
export function leastSquaresP(rows: readonly Row[]): number {
  const first = rows[0]?.[0] ?? 0;
  const design = rows.map(([t, y, on]) => ({ x: [1, on, t - first], y }));
  const columns = [0, 1, 2];
  const factor = cholesky(
    columns.map((i) =>
      columns.map((j) => design.reduce((sum, { x }) => sum + (x[i] ?? 0) * (x[j] ?? 0), 0)),
    ),
  );
  const b = factor.solve(
    columns.map((i) => design.reduce((sum, { x, y }) => sum + (x[i] ?? 0) * y, 0)),
  );
  const residual = design.reduce(
    (sum, { x, y }) => sum + (y - x.reduce((fit, value, i) => fit + value * (b[i] ?? 0), 0)) ** 2,
    0,
  );
  const df = rows.length - 3;
  const error = Math.sqrt((residual / df) * (factor.inverse()[1]?.[1] ?? 0));
  return twoSided((b[1] ?? 0) / error, df);
}

const twoSided = (t: number, df: number): number =>
  Number.isFinite(t) ? 2 * tCdf(Math.abs(t), df, 'upper') : 1;
