import type { Matrix } from '@assuage/statistics';
import { dot } from '@assuage/statistics';
import { type Answer, answer, refuse } from './answer.ts';
import { add, multiply, symmetricPower, times, transpose, zeros } from './matrix.ts';
import { type Coefficient, coefficientOf } from './model.ts';
import { at } from './numbers.ts';
import type { Block, ThreeLevelFit } from './three-level.ts';

/**
 * Standard errors that hold even when the model of the dependence is wrong: `CR1` from the residuals of whole outer
 * groups times n/(n − p), t with n − p degrees of freedom; `CR2` corrected for few groups, with Satterthwaite's
 * degrees of freedom (Pustejovsky & Tipton 2018, J Bus Econ Stat 36:672).
 */
export type RobustForm = 'CR1' | 'CR2';

export interface RobustCoefficient extends Coefficient {
  readonly df: number;
}

export function robust(fit: ThreeLevelFit, form: RobustForm): Answer<RobustCoefficient[]> {
  const groups = fit.blocks.length;
  const p = fit.coefficients.length;
  if (groups <= p)
    return refuse(`${groups} groups cannot carry ${p} coefficients: at least ${p + 1} are needed`);
  const m = fit.covariance;
  const adjusted = fit.blocks.map((block) => (form === 'CR1' ? null : adjustment(block, m)));
  let meat = zeros(p);
  for (const [c, block] of fit.blocks.entries()) {
    const adjust = adjusted[c];
    const residuals = adjust ? times(adjust, block.residuals) : block.residuals;
    const score = times(transpose(multiply(block.inverse, block.x)), residuals);
    meat = add(
      meat,
      score.map((a) => score.map((b) => a * b)),
    );
  }
  const covariance = multiply(multiply(m, meat), m);
  const factor = form === 'CR1' ? groups / (groups - p) : 1;
  return answer(
    fit.coefficients.map(({ name, estimate }, j) => {
      const df = form === 'CR1' ? groups - p : satterthwaite(fit, adjusted, j);
      const se = Math.sqrt(factor * at(covariance[j] ?? [], j));
      return { ...coefficientOf(name, estimate, se, df), df };
    }),
  );
}

/** A = D'(D E D')^(−½) D with D'D the variance of the group and E that of its residuals. */
function adjustment({ x, variance }: Block, m: Matrix): number[][] {
  const root = symmetricPower(variance, 0.5);
  const ofResiduals = add(variance, multiply(multiply(x, m), transpose(x)), -1);
  const middle = symmetricPower(multiply(multiply(root, ofResiduals), root), -0.5);
  return multiply(multiply(root, middle), root);
}

/** How many independent pieces the variance of one coefficient was estimated from. */
function satterthwaite(
  { blocks, covariance: m }: ThreeLevelFit,
  adjusted: readonly (Matrix | null)[],
  j: number,
): number {
  const direction = m[j] ?? [];
  const parts = blocks.map(({ x, inverse, variance }, c) => {
    const g = times(adjusted[c] ?? [], times(inverse, times(x, direction)));
    return { own: dot(g, times(variance, g)), h: times(transpose(x), g) };
  });
  let trace = 0;
  let squares = 0;
  for (const [c, { own, h }] of parts.entries())
    for (const [d, other] of parts.entries()) {
      const entry = (c === d ? own : 0) - dot(h, times(m, other.h));
      if (c === d) trace += entry;
      squares += entry ** 2;
    }
  return trace ** 2 / squares;
}
