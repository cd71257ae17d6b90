/** The difference between the periods of a test with and without massage, by the model of `bayes.ts`. */
import type { Series } from './autoregression.ts';
import { type Posterior, type Prior, posteriorOf } from './bayes.ts';
import { dayNumber, type Question } from './diary.ts';
import { SCEPTICAL } from './release.ts';
import type { Period } from './trial.ts';

/** What is known beside the ratings. */
export interface Beside {
  /** Of the effect before the first rating, in points of 0 to 10: `practicePrior`. Else the sceptical one. */
  readonly prior?: Prior;
  /** Days from which a medicine was another one: each begins a phase with a level of its own. */
  readonly medicineChanges?: readonly string[];
  /** The day on which somebody ended the test before its last day. What was rated after it does not count. */
  readonly stoppedOn?: string;
}

const LEVEL: Prior = { mean: 5, sd: 5 };
/** From the first day to the last. */
const TREND: Prior = { mean: 0, sd: 2 };
const STEP: Prior = { mean: 0, sd: 2 };
/** A phase with fewer ratings than this before or after its first day says nothing about a level. */
const FEWEST_IN_PHASE = 5;

/** The columns: level, with (1) or without (0), a straight trend, and a step for every change of medicine. */
export function designOf(periods: readonly Period[], { medicineChanges = [] }: Beside): Series {
  const rows = periods
    .flatMap(({ arm, days }) => days.map((day) => ({ ...day, on: arm === 'with' ? 1 : 0 })))
    .sort((a, b) => a.t - b.t);
  const first = rows[0]?.t ?? 0;
  const span = (rows.at(-1)?.t ?? 0) - first || 1;
  const steps = [...new Set(medicineChanges)]
    .map((day) => dayNumber(day) ?? Number.NaN)
    .filter((from) => {
      const after = rows.filter(({ t }) => t >= from).length;
      return Math.min(after, rows.length - after) >= FEWEST_IN_PHASE;
    });
  return {
    t: rows.map(({ t }) => t),
    y: rows.map(({ value }) => value),
    x: rows.map(({ t, on }) => [
      1,
      on,
      (t - first) / span - 0.5,
      ...steps.map((from) => (t >= from ? 0.5 : -0.5)),
    ]),
  };
}

/** With massage less without, in points of the question's scale; the model is of 0 to 10. */
export function effectIn(
  { scale }: Question,
  periods: readonly Period[],
  beside: Beside,
): Posterior {
  const unit = (scale.to - scale.from) / 10;
  const { t, y, x } = designOf(periods, beside);
  const scaled = { t, x, y: y.map((value) => (value - scale.from) / unit) };
  const steps = Array.from({ length: (x[0]?.length ?? 3) - 3 }, () => STEP);
  const posterior = posteriorOf(
    scaled,
    [LEVEL, beside.prior ?? SCEPTICAL, TREND, ...steps],
    [0, 1, 0, ...steps.map(() => 0)],
  );
  return {
    ...posterior,
    mean: posterior.mean * unit,
    sd: posterior.sd * unit,
    sigma: posterior.sigma * unit,
    below: (value) => posterior.below(value / unit),
    interval: (probability) => {
      const [low, high] = posterior.interval(probability);
      return [low * unit, high * unit];
    },
  };
}
