import { cholesky, dot, type Matrix } from '@assuage/statistics';
import { type Answer, answer, refuse } from './answer.ts';
import type { Effect } from './effect.ts';
import { add, multiply, scaled, times, traceOfProduct, transpose, zeros } from './matrix.ts';
import { type Coefficient, coefficientOf, type Moderator, prepare } from './model.ts';
import { at } from './numbers.ts';
import { fitAt } from './tau2.ts';

/** Effects that belong together: those of one outer group share what is particular to it, and so on inside. */
export interface Levels {
  /** One name per effect: the study, the clinic, the district. */
  readonly outer: readonly string[];
  /** One name per effect inside its outer group: the outcome, the school. */
  readonly inner: readonly string[];
}

export interface ThreeLevelFit {
  /** With the normal interval. */
  readonly coefficients: readonly [Coefficient, ...Coefficient[]];
  readonly covariance: Matrix;
  /** Variance between outer groups, and between inner ones inside an outer group. */
  readonly sigma2: { readonly outer: number; readonly inner: number };
  /** Q of the effects around a common fit without any spread. */
  readonly q: number;
  readonly logLikelihoodReml: number;
  readonly blocks: readonly Block[];
}

/** One outer group as the fit left it. */
export interface Block {
  readonly x: Matrix;
  readonly residuals: readonly number[];
  /** The variance of its effects by the model, and its inverse. */
  readonly variance: Matrix;
  readonly inverse: Matrix;
}

interface Group {
  readonly x: Matrix;
  readonly y: readonly number[];
  readonly v: readonly number[];
  /** 1 where two effects share an inner group. */
  readonly together: Matrix;
  readonly ones: Matrix;
}

const ROUNDS = 1000;

/** The three-level model (Konstantopoulos 2011, Res Synth Methods 2:61), by restricted maximum likelihood. */
export function threeLevel(
  effects: readonly Effect[],
  levels: Levels,
  moderators: readonly Moderator[] = [],
): Answer<ThreeLevelFit> {
  const prepared = prepare(effects, moderators);
  if (!prepared.ok) return prepared;
  const { sample, unit } = prepared.value;
  if (levels.outer.length !== effects.length || levels.inner.length !== effects.length)
    return refuse('every effect needs the name of its outer and of its inner group');
  const groups = groupsOf(sample.yi, sample.vi, sample.columns, levels);
  if (groups.length < 2) return refuse('all effects are in one outer group');
  if (groups.every(({ y }) => y.length === 1))
    return refuse(
      'every outer group holds one effect: there is nothing dependent, pool them plainly',
    );
  const reached = reachedBy(groups);
  if (!reached) return refuse('the spread on the two levels was not reached');
  const { sigma2, state } = reached;
  const square = unit * unit;
  const covariance = scaled(state.m, square);
  const names = ['pooled', ...moderators.map(({ name }) => name)];
  const [first, ...others] = names.map((name, j) =>
    coefficientOf(name, at(state.beta, j) * unit, Math.sqrt(at(covariance[j] ?? [], j)), null),
  );
  if (!first) return refuse('there is no coefficient');
  const free = effects.length - names.length;
  const design = cholesky(gram(sample.columns)).logDeterminant;
  return answer({
    coefficients: [first, ...others],
    covariance,
    sigma2: { outer: sigma2[0] * square, inner: sigma2[1] * square },
    q: fitAt(sample, 0).rss,
    logLikelihoodReml:
      state.logLikelihood + design / 2 - free * (Math.log(2 * Math.PI) / 2 + Math.log(unit)),
    blocks: state.blocks.map(({ x, residuals, variance, inverse }) => ({
      x,
      residuals: residuals.map((r) => r * unit),
      variance: scaled(variance, square),
      inverse: scaled(inverse, 1 / square),
    })),
  });
}

const gram = (columns: Matrix): number[][] => columns.map((a) => columns.map((b) => dot(a, b)));

function groupsOf(
  yi: readonly number[],
  vi: readonly number[],
  columns: Matrix,
  { outer, inner }: Levels,
): Group[] {
  const places = Map.groupBy(
    yi.map((_, i) => i),
    (i) => outer[i],
  );
  return [...places.values()].map((group) => ({
    x: group.map((i) => columns.map((column) => at(column, i))),
    y: group.map((i) => at(yi, i)),
    v: group.map((i) => at(vi, i)),
    together: group.map((i) => group.map((j) => (inner[i] === inner[j] ? 1 : 0))),
    ones: group.map(() => group.map(() => 1)),
  }));
}

type Sigma2 = readonly [outer: number, inner: number];

interface State {
  readonly beta: readonly number[];
  /** (X'V⁻¹X)⁻¹. */
  readonly m: Matrix;
  readonly blocks: readonly Block[];
  /** Without its constants. */
  readonly logLikelihood: number;
}

function stateAt(groups: readonly Group[], [outer, inner]: Sigma2): State {
  const p = groups[0]?.x[0]?.length ?? 0;
  let information = zeros(p);
  let right = new Array<number>(p).fill(0);
  let logVariances = 0;
  const inverted = groups.map((group) => {
    const variance = group.v.map((v, i) =>
      group.v.map((_, j) => (i === j ? v : 0) + outer + inner * at(group.together[i] ?? [], j)),
    );
    const root = cholesky(variance);
    const inverse = root.inverse();
    const gx = transpose(multiply(inverse, group.x));
    information = add(information, multiply(gx, group.x));
    right = right.map((value, j) => value + dot(gx[j] ?? [], group.y));
    logVariances += root.logDeterminant;
    return { variance, inverse };
  });
  const root = cholesky(information);
  const beta = root.solve(right);
  let rss = 0;
  const blocks = groups.map(({ x, y }, c): Block => {
    const residuals = y.map((value, i) => value - dot(x[i] ?? [], beta));
    const { variance = [], inverse = [] } = inverted[c] ?? {};
    rss += dot(residuals, times(inverse, residuals));
    return { x, residuals, variance, inverse };
  });
  const logLikelihood = -(logVariances + root.logDeterminant + rss) / 2;
  return { beta, m: root.inverse(), blocks, logLikelihood };
}

/** Null also where the effects lie so far apart that a group's variances cannot be told apart. */
function reachedBy(groups: readonly Group[]): ReturnType<typeof maximised> {
  try {
    return maximised(groups);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Fisher's scoring, held at 0 from below, with shorter steps where the likelihood would fall. */
function maximised(groups: readonly Group[]): { sigma2: Sigma2; state: State } | null {
  const start = Math.max(...groups.flatMap(({ v }) => v));
  let sigma2: Sigma2 = [start / 10, start / 10];
  let state = stateAt(groups, sigma2);
  for (let round = 0; round < ROUNDS; round += 1) {
    const [d0, d1] = directionFrom(groups, state, sigma2);
    let share = 1;
    let next = sigma2;
    let reached = state;
    for (; share > 1e-12; share /= 2) {
      next = [Math.max(0, sigma2[0] + share * d0), Math.max(0, sigma2[1] + share * d1)];
      reached = stateAt(groups, next);
      if (reached.logLikelihood >= state.logLikelihood - 1e-13 * Math.abs(state.logLikelihood))
        break;
    }
    const moved = Math.max(Math.abs(next[0] - sigma2[0]), Math.abs(next[1] - sigma2[1]));
    [sigma2, state] = [next, reached];
    if (moved <= 1e-13 * Math.max(1, ...sigma2)) return { sigma2, state };
  }
  return null;
}

/** The step to take in both variances; one that is 0 and would become negative stays out of it. */
function directionFrom(groups: readonly Group[], state: State, sigma2: Sigma2): [number, number] {
  const { m, blocks } = state;
  const p = m.length;
  const b = [zeros(p), zeros(p)];
  const c = [zeros(p), zeros(p), zeros(p)];
  const score = [0, 0];
  const info = [0, 0, 0];
  const PAIRS = [
    [0, 0],
    [0, 1],
    [1, 1],
  ] as const;
  for (const [g, { x, residuals, inverse }] of blocks.entries()) {
    const { ones = [], together = [] } = groups[g] ?? {};
    const gx = multiply(inverse, x);
    const u = times(inverse, residuals);
    const derivatives = [ones, together];
    const products = derivatives.map((a) => multiply(inverse, a));
    for (const [j, a] of derivatives.entries()) {
      const traced = (products[j] ?? []).reduce((all, row, i) => all + at(row, i), 0);
      score[j] = at(score, j) + dot(u, times(a, u)) - traced;
      b[j] = add(b[j] ?? [], multiply(transpose(gx), multiply(a, gx)));
    }
    for (const [i, [j, l]] of PAIRS.entries()) {
      const [left = [], right = []] = [products[j], products[l]];
      info[i] = at(info, i) + traceOfProduct(left, right);
      const inner = multiply(multiply(derivatives[j] ?? [], right), gx);
      c[i] = add(c[i] ?? [], multiply(transpose(gx), inner));
    }
  }
  const [b0 = [], b1 = []] = b;
  const mb = [multiply(m, b0), multiply(m, b1)];
  const s = score.map((value, j) => value + traceOfProduct(m, b[j] ?? []));
  const h = PAIRS.map(
    ([j, l], i) =>
      at(info, i) - 2 * traceOfProduct(m, c[i] ?? []) + traceOfProduct(mb[j] ?? [], mb[l] ?? []),
  );
  const [s0, s1] = [at(s, 0), at(s, 1)];
  const [h00, h01, h11] = [at(h, 0), at(h, 1), at(h, 2)];
  const free0 = sigma2[0] > 0 || s0 > 0;
  const free1 = sigma2[1] > 0 || s1 > 0;
  const determinant = h00 * h11 - h01 * h01;
  if (free0 && free1 && determinant > 1e-12 * h00 * h11)
    return [(h11 * s0 - h01 * s1) / determinant, (h00 * s1 - h01 * s0) / determinant];
  return [free0 ? s0 / h00 : 0, free1 ? s1 / h11 : 0];
}
