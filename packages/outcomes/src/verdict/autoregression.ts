/**
 * Regression whose errors are alike on days close together: Cov(e_i, e_j) = σ² φ^|t_i − t_j|, the
 * continuous-time first-order autoregression. For equal steps it is the ordinary AR(1).
 *
 * Because such errors are Markov, each row is made independent by its predecessor alone: with
 * r = φ^(t_i − t_(i−1)) it becomes (row_i − r row_(i−1)) / √(1 − r²). All sums below take O(n).
 */

/** Ratings in order of time, with one row of the design for each. */
export interface Series {
  /** Strictly rising; in days, or any other unit, to which φ then refers. */
  readonly t: readonly number[];
  readonly y: readonly number[];
  /** One row a rating, one column a coefficient. */
  readonly x: readonly (readonly number[])[];
}

/** X'R⁻¹X, X'R⁻¹y, y'R⁻¹y and ln |R| at one φ, or their derivatives by φ. */
export interface Products {
  readonly xx: number[][];
  readonly xy: number[];
  readonly yy: number;
  readonly logDeterminant: number;
}

/** The products of a series at 0 ≤ φ < 1. */
export function productsAt(series: Series, phi: number): Products {
  const sums = createSums(columnsOf(series));
  let previous: number[] | undefined;
  let logDeterminant = 0;
  eachRow(series, (row, gap) => {
    const r = previous ? phi ** gap : 0;
    const s = Math.sqrt(1 - r * r);
    const before = previous;
    const white = before ? row.map((value, i) => (value - r * (before[i] ?? 0)) / s) : row;
    logDeterminant += Math.log1p(-r * r);
    sums.add(white, white, 1);
    previous = row;
  });
  return sums.products(logDeterminant);
}

/** The derivatives by φ of the products, at 0 ≤ φ < 1. */
export function slopesAt(series: Series, phi: number): Products {
  const sums = createSums(columnsOf(series));
  let previous: number[] | undefined;
  let logDeterminant = 0;
  eachRow(series, (row, gap) => {
    if (previous) {
      const before = previous;
      const r = phi ** gap;
      const slope = gap * phi ** (gap - 1);
      const rest = 1 - r * r;
      const innovation = row.map((value, i) => value - r * (before[i] ?? 0));
      // d/dr of innovation innovation' / (1 − r²)
      sums.add(innovation, before, (-2 * slope) / rest);
      sums.add(innovation, innovation, (2 * r * slope) / (rest * rest));
      logDeterminant -= (2 * r * slope) / rest;
    }
    previous = row;
  });
  return sums.products(logDeterminant);
}

const columnsOf = ({ x }: Series): number => x[0]?.length ?? 0;

/** The design and the rating as one row, with the time since the row before. */
function eachRow({ t, y, x }: Series, see: (row: number[], gap: number) => void): void {
  x.forEach((design, i) => {
    see([...design, y[i] ?? Number.NaN], (t[i] ?? 0) - (t[i - 1] ?? 0));
  });
}

/** Adds up weight · (a b' + b a')/2 over rows that end with the rating. */
function createSums(p: number) {
  const size = p + 1;
  const sums = new Float64Array(size * size);
  return {
    add(a: readonly number[], b: readonly number[], weight: number): void {
      for (let i = 0; i < size; i += 1)
        for (let j = 0; j <= i; j += 1) {
          const product = (a[i] ?? 0) * (b[j] ?? 0) + (a[j] ?? 0) * (b[i] ?? 0);
          sums[i * size + j] = (sums[i * size + j] ?? 0) + (weight * product) / 2;
        }
    },
    products(logDeterminant: number): Products {
      const at = (i: number, j: number) => sums[Math.max(i, j) * size + Math.min(i, j)] ?? 0;
      const columns = Array.from({ length: p }, (_, i) => i);
      return {
        xx: columns.map((i) => columns.map((j) => at(i, j))),
        xy: columns.map((i) => at(p, i)),
        yy: at(p, p),
        logDeterminant,
      };
    },
  };
}
