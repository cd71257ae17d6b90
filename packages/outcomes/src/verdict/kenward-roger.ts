/**
 * The adjustment of Kenward & Roger (1997, Biometrics 53:983–997) for one coefficient, with V = σ² R(φ).
 * Everything is found in O(n): R⁻¹ is tridiagonal, and R times a vector runs forwards and backwards.
 */
import { cholesky, dot } from '@assuage/statistics';
import { productsAt, type Series, slopesAt } from './autoregression.ts';

/** What the correlation and the variance were estimated to be. */
export interface Spread {
  readonly phi: number;
  /** σ² */
  readonly variance: number;
}

/** The pieces of the paper's equations (1) to (4), for the parameters φ and σ² in this order. */
export interface Pieces {
  /** Φ = (X'V⁻¹X)⁻¹ */
  readonly covariance: number[][];
  /** P_i = −X'V⁻¹ (∂V/∂θ_i) V⁻¹X */
  readonly p: readonly number[][][];
  /** Q_ij = X'V⁻¹ (∂V/∂θ_i) V⁻¹ (∂V/∂θ_j) V⁻¹X */
  readonly q: readonly (readonly number[][][])[];
  /** R_ij = X'V⁻¹ (∂²V/∂θ_i∂θ_j) V⁻¹X */
  readonly r: readonly (readonly number[][][])[];
  /** tr(V⁻¹ (∂V/∂θ_i) V⁻¹ (∂V/∂θ_j)) */
  readonly traces: readonly (readonly number[])[];
}

/** The adjusted standard error of a coefficient, and the degrees of freedom of its t. */
export function adjusted(
  series: Series,
  spread: Spread,
  column: number,
): { readonly standardError: number; readonly df: number } {
  const { covariance, p, q, r, traces } = piecesAt(series, spread);
  const parameters = [0, 1] as const;
  // Twice the expected information of REML: the paper's 2 I_E.
  const information = parameters.map((i) =>
    parameters.map((j) => {
      const twice = trace(product(covariance, at(q, i, j)));
      const once = trace(product(product(covariance, at1(p, i)), product(covariance, at1(p, j))));
      return ((traces[i]?.[j] ?? 0) - 2 * twice + once) / 2;
    }),
  );
  const w = cholesky(information).inverse();

  let correction = 0;
  let spreadOfSpread = 0;
  const variance = covariance[column]?.[column] ?? 0;
  const row = covariance[column] ?? [];
  for (const i of parameters)
    for (const j of parameters) {
      const weight = w[i]?.[j] ?? 0;
      const pij = product(product(at1(p, i), covariance), at1(p, j));
      const inner = at(q, i, j).map((line, a) =>
        line.map((value, b) => value - (pij[a]?.[b] ?? 0) - (at(r, i, j)[a]?.[b] ?? 0) / 4),
      );
      correction += weight * form(row, inner);
      spreadOfSpread += weight * form(row, at1(p, i)) * form(row, at1(p, j));
    }
  return {
    standardError: Math.sqrt(variance + 2 * correction),
    // For one coefficient the paper's scale λ is 1 and its m is Satterthwaite's.
    df: (2 * variance * variance) / spreadOfSpread,
  };
}

export function piecesAt(series: Series, { phi, variance }: Spread): Pieces {
  const { xx } = productsAt(series, phi);
  const { xx: slope } = slopesAt(series, phi);
  const times = (m: readonly (readonly number[])[], factor: number) =>
    m.map((line) => line.map((value) => value * factor));
  const covariance = times(cholesky(xx).inverse(), variance);
  const inverse2 = 1 / (variance * variance);
  // By σ² the derivative of V⁻¹ is −V⁻¹/σ²; by φ it is R⁻¹' / σ².
  const p = [times(slope, 1 / variance), times(xx, -inverse2)];
  const { square, curvature, traces } = phiPieces(series, phi);
  // X'V⁻¹ V_φ V⁻¹ V_φ V⁻¹ X = X'(R⁻¹)' R (R⁻¹)'X / σ²; the mixed one is −X'(R⁻¹)'X / σ⁴.
  const qMixed = times(slope, -inverse2);
  const q = [
    [times(square, 1 / variance), qMixed],
    [qMixed, times(xx, inverse2 / variance)],
  ];
  // (R⁻¹)'' = 2 (R⁻¹)' R (R⁻¹)' − R⁻¹ R'' R⁻¹, and V_φσ² = R'.
  const r = [
    [times(curvature, 1 / variance), qMixed],
    [qMixed, times(xx, 0)],
  ];
  const n = series.y.length;
  return {
    covariance,
    p,
    q,
    r,
    traces: [
      [traces.both, traces.mixed / variance],
      [traces.mixed / variance, n * inverse2],
    ],
  };
}

/** What depends on φ alone. */
function phiPieces({ t, x }: Series, phi: number) {
  const n = t.length;
  const gaps = t.map((time, i) => time - (t[i - 1] ?? time));
  const columns = (x[0] ?? []).map((_, j) => x.map((line) => line[j] ?? 0));
  let both = 0;
  let mixed = 0;
  const first = columns.map(() => new Array<number>(n).fill(0));
  const second = columns.map(() => new Array<number>(n).fill(0));
  for (let i = 1; i < n; i += 1) {
    const gap = gaps[i] ?? 0;
    const r = phi ** gap;
    const r1 = gap * phi ** (gap - 1);
    const r2 = gap * (gap - 1) * phi ** (gap - 2);
    const rest = 1 - r * r;
    // The precision of a pair is [r², −r; −r, r²]/(1 − r²) and 1 on the diagonal once: its derivatives by r.
    const d1 = { own: (2 * r) / rest ** 2, cross: -(1 + r * r) / rest ** 2 };
    const d2 = { own: (2 + 6 * r * r) / rest ** 3, cross: (-2 * r * (3 + r * r)) / rest ** 3 };
    both += (2 * (1 + r * r) * r1 * r1) / rest ** 2;
    mixed += (-2 * r * r1) / rest;
    const slope = { own: d1.own * r1, cross: d1.cross * r1 };
    const bend = {
      own: d2.own * r1 * r1 + (gap === 1 ? 0 : d1.own * r2),
      cross: d2.cross * r1 * r1 + (gap === 1 ? 0 : d1.cross * r2),
    };
    columns.forEach((column, j) => {
      const [a, b] = [column[i - 1] ?? 0, column[i] ?? 0];
      for (const [to, { own, cross }] of [
        [first[j], slope],
        [second[j], bend],
      ] as const) {
        if (!to) continue;
        to[i - 1] = (to[i - 1] ?? 0) + own * a + cross * b;
        to[i] = (to[i] ?? 0) + own * b + cross * a;
      }
    });
  }
  const spread = first.map((vector) => correlated(vector, gaps, phi));
  const square = first.map((a) => spread.map((b) => dot(a, b)));
  const bent = columns.map((a) => second.map((b) => dot(a, b)));
  const curvature = square.map((line, i) =>
    line.map((value, j) => 2 * value - (bent[i]?.[j] ?? 0)),
  );
  return { square, curvature, traces: { both, mixed } };
}

/** R v, with R_ij = φ^|t_i − t_j|. */
function correlated(v: readonly number[], gaps: readonly number[], phi: number): number[] {
  const n = v.length;
  const result = v.slice();
  let carried = 0;
  for (let i = 1; i < n; i += 1) {
    carried = (carried + (v[i - 1] ?? 0)) * phi ** (gaps[i] ?? 0);
    result[i] = (result[i] ?? 0) + carried;
  }
  carried = 0;
  for (let i = n - 2; i >= 0; i -= 1) {
    carried = (carried + (v[i + 1] ?? 0)) * phi ** (gaps[i + 1] ?? 0);
    result[i] = (result[i] ?? 0) + carried;
  }
  return result;
}

type Square = readonly (readonly number[])[];
const at1 = (list: readonly number[][][], i: number): number[][] => list[i] ?? [];
const at = (table: readonly (readonly number[][][])[], i: number, j: number): number[][] =>
  table[i]?.[j] ?? [];
const product = (a: Square, b: Square): number[][] =>
  a.map((row) => (b[0] ?? []).map((_, j) => row.reduce((s, v, k) => s + v * (b[k]?.[j] ?? 0), 0)));
const trace = (m: Square): number => m.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
const form = (v: readonly number[], m: Square): number =>
  v.reduce((sum, value, i) => sum + value * dot(m[i] ?? [], v), 0);
