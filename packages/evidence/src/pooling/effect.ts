import { type Answer, answer, refuse } from './answer.ts';

/** One study's estimate of an effect. */
export interface Effect {
  /** The estimate, in the unit of its measure; ratios as natural logarithms. */
  readonly yi: number;
  /** Its sampling variance: the square of its standard error. Above 0. */
  readonly vi: number;
}

/** The largest variance may be this many times the smallest: beyond, a double cannot hold both weights. */
const WIDEST = 1e14;
/** An estimate this many standard errors from 0 is a mistake in the data, and its square loses the rest. */
export const FARTHEST = 1e7;

/** The effects, when a model can be fitted to them; otherwise which study is in the way, and why. */
export function usable(effects: readonly Effect[]): Answer<readonly Effect[]> {
  let [least, most, largest] = [Number.POSITIVE_INFINITY, 0, 0];
  for (let i = 0; i < effects.length; i += 1) {
    const { yi = Number.NaN, vi = Number.NaN } = effects[i] ?? {};
    least = Math.min(least, vi);
    most = Math.max(most, vi);
    largest = Math.max(largest, Math.abs(yi));
    if (Number.isFinite(yi) && vi >= 1e-150 && vi <= 1e150) continue;
    const study = `study ${i + 1}`;
    if (!Number.isFinite(yi)) return refuse(`${study} has no finite estimate (${yi})`);
    if (!Number.isFinite(vi) || vi < 0)
      return refuse(`${study} has no usable variance (${vi}): it must be a number above 0`);
    if (vi === 0) return refuse(`${study} has a variance of 0, so its weight would be infinite`);
    return refuse(`the variance of ${study} (${vi}) is out of reach: state it in another unit`);
  }
  if (most > WIDEST * least)
    return refuse(
      `the variances lie too far apart (${least} to ${most}) to be weighed against each other`,
    );
  if (largest > FARTHEST * Math.sqrt(most)) {
    const far = effects.findIndex(({ yi }) => Math.abs(yi) === largest);
    return refuse(
      `the estimate of study ${far + 1} is more than ten million standard errors from 0`,
    );
  }
  return answer(effects);
}
