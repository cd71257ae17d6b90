import { dot } from '@assuage/statistics';
import { type Answer, all, answer, refuse } from './answer.ts';
import {
  type Coefficient,
  coefficientOf,
  criticalValue,
  type Fit,
  type Moderator,
  pool,
} from './model.ts';
import { at, sum, without } from './numbers.ts';

/** The fits without the first study, without the second, and so on. */
export function leaveOneOut(fit: Fit): Answer<Fit[]> {
  return all(fit.effects.map((_, i) => refit(fit, (values) => without(values, i))));
}

/** The pooled effect of the first few studies. */
export interface CumulativeStep {
  readonly studies: number;
  readonly pooled: Coefficient;
  readonly tau2: number;
}

/**
 * The pooled effect of the first study alone, the first two, and so on, in the order given (places, from 0): how
 * the answer came about. One study alone is its own estimate, with the normal interval and no spread.
 */
export function cumulative(fit: Fit, order: readonly number[]): Answer<CumulativeStep[]> {
  if (fit.moderators.length > 0) return refuse('studies are added up only without moderators');
  const sorted = [...order].sort((a, b) => a - b);
  if (sorted.length !== fit.effects.length || sorted.some((place, i) => place !== i))
    return refuse('the order must name every study once');
  const ordered = order.flatMap((place) => fit.effects.slice(place, place + 1));
  return all(
    ordered.map(({ yi, vi }, i): Answer<CumulativeStep> => {
      if (i === 0)
        return answer({
          studies: 1,
          pooled: coefficientOf('pooled', yi, Math.sqrt(vi), null),
          tau2: 0,
        });
      const first = pool(ordered.slice(0, i + 1), fit);
      if (!first.ok) return first;
      const { coefficients, tau2 } = first.value;
      return answer({ studies: i + 1, pooled: coefficients[0], tau2 });
    }),
  );
}

function refit(fit: Fit, choose: <T>(values: readonly T[]) => T[]): Answer<Fit> {
  const effects = choose(fit.effects);
  const chosen = ({ name, values }: Moderator): Moderator => ({ name, values: choose(values) });
  return pool(effects, { ...fit, moderators: fit.moderators.map(chosen) });
}

/** What one study does to the result (Viechtbauer & Cheung 2010, Res Synth Methods 1:112). */
export interface Influence {
  /** How far it lies from what the others predict, in standard errors of that distance. */
  readonly rstudent: number;
  /** How far its own prediction moves without it, in standard errors. */
  readonly dffits: number;
  /** How far all coefficients move without it. */
  readonly cooksDistance: number;
  /** Size of the covariance without it over that with it: below 1 means that leaving it out makes the result surer. */
  readonly covarianceRatio: number;
  readonly tau2Without: number;
  /** How much its own estimate decides what is predicted for it, 0 to 1. */
  readonly hat: number;
}

/** @param others the fits without each study, from `leaveOneOut`. */
export function influence(fit: Fit, others: readonly Fit[]): Answer<Influence[]> {
  if (fit.moderators.length > 0) return refuse('influence is worked out only without moderators');
  const [{ estimate, se }] = fit.coefficients;
  const precision = sum(fit.effects.map(({ vi }) => 1 / (vi + fit.tau2)));
  // How much Hartung and Knapp's scatter widens the interval.
  const scatter = fit.test === 'z' ? 1 : se ** 2 * precision;
  return all(
    others.map(({ tau2, coefficients: [rest] }, i): Answer<Influence> => {
      const { yi = 0, vi = 0 } = fit.effects[i] ?? {};
      const hat = at(fit.weights, i) / 100;
      const shift = estimate - rest.estimate;
      const found = {
        rstudent: (yi - rest.estimate) / Math.sqrt(vi + tau2 + rest.se ** 2),
        dffits: shift / Math.sqrt(scatter * hat * (tau2 + vi)),
        cooksDistance: (shift / se) ** 2,
        covarianceRatio: (rest.se / se) ** 2,
        tau2Without: tau2,
        hat,
      };
      return Object.values(found).every(Number.isFinite)
        ? answer(found)
        : refuse('studies that agree to the last digit have no influence to compare');
    }),
  );
}

/** What is believed of one study's own true effect, when its estimate and the others' are both counted. */
export interface Shrunken {
  readonly estimate: number;
  readonly se: number;
  readonly low: number;
  readonly high: number;
}

/** Best linear unbiased predictions: every study drawn towards what the model predicts, the more so the less sure it is. */
export function shrunken(fit: Fit): Shrunken[] {
  const critical = criticalValue(fit.df);
  return fit.effects.map(({ yi, vi }, i) => {
    const row = [1, ...fit.moderators.map(({ values }) => at(values, i))];
    const predicted = dot(
      row,
      fit.coefficients.map((each) => each.estimate),
    );
    const variance = dot(
      row,
      fit.covariance.map((line) => dot(line, row)),
    );
    const own = fit.tau2 / (fit.tau2 + vi);
    const estimate = own * yi + (1 - own) * predicted;
    const se = Math.sqrt(own * vi + (1 - own) ** 2 * variance);
    return { estimate, se, low: estimate - critical * se, high: estimate + critical * se };
  });
}
