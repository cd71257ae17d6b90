import type { Answer } from '../pooling/answer.ts';
import type { Effect } from '../pooling/effect.ts';
import { predictionInterval, spreadInterval } from '../pooling/intervals.ts';
import { type Fit, type Moderator, pool, type Test } from '../pooling/model.ts';
import type { Method } from '../pooling/tau2.ts';
import { type Case, list, type Numbers } from './reference.ts';

/** The value, where a reference expects one. */
export function valueIn<T>(answered: Answer<T>): T {
  if (!answered.ok) throw new Error(`refused: ${answered.why}`);
  return answered.value;
}

export const effectsOf = (yi: readonly number[], vi: readonly number[]): Effect[] =>
  yi.map((y, i) => ({ yi: y, vi: vi[i] ?? Number.NaN }));

/** A fit under the names that metafor's objects have, as the reference files do. */
export function asMetafor(fit: Fit, expected: Numbers): Numbers {
  const { heterogeneity: h, coefficients, omnibus } = fit;
  const byQ = fit.method === 'FE';
  const spread = 'tau2CIQprofile' in expected ? valueIn(spreadInterval(fit)) : null;
  const names = expected.coefNames as string[];
  return {
    k: fit.effects.length,
    p: coefficients.length,
    coefNames: names,
    beta: coefficients.map(({ estimate }) => estimate),
    se: coefficients.map(({ se }) => se),
    stat: coefficients.map(({ statistic }) => statistic),
    pval: coefficients.map(({ p }) => p),
    ciLb: coefficients.map(({ low }) => low),
    ciUb: coefficients.map(({ high }) => high),
    vcov: fit.covariance,
    df: fit.df,
    tau2: fit.tau2,
    seTau2: fit.tau2Se,
    I2: byQ ? h.i2FromQ : h.i2FromTau2,
    H2: byQ ? h.h2FromQ : h.h2FromTau2,
    QE: h.q,
    QEdf: h.df,
    QEp: h.p,
    QM: omnibus.statistic,
    QMdf: [omnibus.df1, omnibus.df2],
    QMp: omnibus.p,
    R2: fit.r2,
    logLikML: fit.logLikelihood.ml,
    logLikREML: fit.logLikelihood.reml,
    weightsPercent: fit.weights,
    predictionInterval:
      expected.predictionInterval === undefined
        ? null
        : {
            metaforDefault: pairOf(valueIn(predictionInterval(fit, 'k-1'))),
            rileyKminus2:
              fit.effects.length < 3 ? null : pairOf(valueIn(predictionInterval(fit, 'k-2'))),
          },
    tau2CIQprofile: spread && pairOf(spread.tau2),
    I2CI: spread && pairOf(spread.i2),
    H2CI: spread && pairOf(spread.h2),
  };
}

const pairOf = ({ low, high }: { low: number; high: number }): number[] => [low, high];

/** The studies and the model of a case that calls `rma(…)`. */
export function rma({ id, input, call, settings, expected }: Case): Numbers {
  const fit = valueIn(
    pool(studiesOf(id, input), {
      method: settings.method as Method,
      test: settings.test as Test,
      moderators: moderatorsOf(input, /mods = (~[^,]+(?:\([^)]*\)[^,]*)?), method/.exec(call)?.[1]),
    }),
  );
  return asMetafor(fit, expected);
}

/** Which arrays of the input a case means: the file of Normand's data holds two measures and names subsets. */
export function studiesOf(id: string, input: Numbers): Effect[] {
  const measure = /^normand-(MD|SMD)/.exec(id)?.[1];
  const of = measure ? (input[measure] as Numbers) : input;
  const first = Number(/-first(\d)/.exec(id)?.[1] ?? Number.POSITIVE_INFINITY);
  return effectsOf(list(of, 'yi'), list(of, 'vi')).slice(0, first);
}

/** The moderators that a formula names. */
function moderatorsOf(input: Numbers, formula: string | undefined): Moderator[] {
  if (!formula) return [];
  return formula
    .replace('~', '')
    .split('+')
    .map((term) => term.trim())
    .map((term) => {
      if (term === 'pmin(weeks, 3)') return { name: term, values: list(input, 'weeksTrunc') };
      if (term === 'I(ni/100)')
        return { name: term, values: list(input, 'ni').map((n) => n / 100) };
      if (/^\w+$/.test(term)) return { name: term, values: list(input, term) };
      throw new Error(`no such moderator: ${term}`);
    });
}
