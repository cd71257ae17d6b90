import { type AsymmetryForm, asymmetry, rankCorrelation } from '../pooling/bias.ts';
import { cumulative, influence, leaveOneOut, shrunken } from '../pooling/diagnostics.ts';
import { fromPaired } from '../pooling/effect-size.ts';
import {
  addSums,
  federatedReml,
  oneShot,
  type SiteSums,
  siteSummary,
  siteSums,
} from '../pooling/federated.ts';
import { mantelHaenszel } from '../pooling/mantel-haenszel.ts';
import { type Coefficient, coefficientOf, type Fit, pool, type Test } from '../pooling/model.ts';
import { type RobustForm, robust } from '../pooling/robust.ts';
import { subgroupModel, subgroups } from '../pooling/subgroups.ts';
import { type ThreeLevelFit, threeLevel } from '../pooling/three-level.ts';
import { type Counter, trimAndFill } from '../pooling/trim-and-fill.ts';
import { tableOf } from './as-escalc.ts';
import { asMetafor, effectsOf, studiesOf, valueIn } from './as-metafor.ts';
import { type Case, list, type Numbers } from './reference.ts';

/** The fit that a call names `res`: REML on the studies of the case, with z unless the call says another test. */
function res({ id, input, call }: Case): Fit {
  const test = (/REML, (\w+)/.exec(call)?.[1] ?? 'z') as Test;
  return valueIn(pool(studiesOf(id, input), { method: 'REML', test }));
}

export function regtest(each: Case): Numbers {
  const { settings, input, expected } = each;
  const form: AsymmetryForm = settings.model === 'lm' ? 'egger' : 'mixed';
  const people = (): number[] => {
    if ('ni' in input) return list(input, 'ni');
    const raw = (input.raw ?? input) as Numbers;
    const arms = 'tpos' in raw ? ['tpos', 'tneg', 'cpos', 'cneg'] : ['n1i', 'n2i'];
    return list(raw, arms[0] ?? '').map((_, i) =>
      arms.reduce((n, arm) => n + (list(raw, arm)[i] ?? 0), 0),
    );
  };
  const predictor = settings.predictor === 'ni' ? { name: 'ni', values: people() } : undefined;
  const { slope, intercept, df } = valueIn(asymmetry(res(each), form, predictor));
  return {
    stat: slope.statistic,
    pval: slope.p,
    dfs: df,
    intercept: intercept.estimate,
    slope: slope.estimate,
    seIntercept: intercept.se,
    seSlope: slope.se,
    limitEstimate: expected.limitEstimate === null ? null : intercept.estimate,
    limitCI: [intercept.low, intercept.high],
  };
}

export function ranktest({ id, input }: Case): Numbers {
  const { tau, p } = valueIn(rankCorrelation(studiesOf(id, input)));
  return { tau, pval: p };
}

export function trimfill(each: Case): Numbers {
  const { estimator, side } = each.settings;
  const wanted = side === 'left' || side === 'right' ? side : undefined;
  const found = valueIn(trimAndFill(res(each), estimator as Counter, wanted));
  return {
    side: found.side,
    k0: found.missing,
    seK0: found.missingSe,
    ...single(found.fit.coefficients[0]),
    tau2: found.fit.tau2,
    filledYi: found.filled.map(({ yi }) => yi),
    filledVi: found.filled.map(({ vi }) => vi),
  };
}

const single = ({ estimate, se, low, high }: Coefficient): Numbers => ({
  beta: estimate,
  se,
  ciLb: low,
  ciUb: high,
});

export function leave1out(each: Case): Numbers {
  const fits = valueIn(leaveOneOut(res(each)));
  const pooled = fits.map(({ coefficients }) => coefficients[0]);
  return {
    estimate: pooled.map(({ estimate }) => estimate),
    se: pooled.map(({ se }) => se),
    // metafor gives t under another name, which the file does not hold.
    stat: fits[0]?.test === 'z' ? pooled.map(({ statistic }) => statistic) : [],
    pval: pooled.map(({ p }) => p),
    ciLb: pooled.map(({ low }) => low),
    ciUb: pooled.map(({ high }) => high),
    Q: fits.map(({ heterogeneity }) => heterogeneity.q),
    Qp: fits.map(({ heterogeneity }) => heterogeneity.p),
    tau2: fits.map(({ tau2 }) => tau2),
    I2: fits.map(({ heterogeneity }) => heterogeneity.i2FromTau2),
    H2: fits.map(({ heterogeneity }) => heterogeneity.h2FromTau2),
  };
}

export function cumul(each: Case): Numbers {
  // metafor 3.8 sorts by what it is given as order: the numbers are ranks, not places.
  const ranks = list(each.expected, 'order');
  const places = ranks.map((_, i) => i).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
  const steps = valueIn(cumulative(res(each), places));
  return {
    order: ranks,
    estimate: steps.map(({ pooled }) => pooled.estimate),
    se: steps.map(({ pooled }) => pooled.se),
    ciLb: steps.map(({ pooled }) => pooled.low),
    ciUb: steps.map(({ pooled }) => pooled.high),
    tau2: steps.map(({ tau2 }) => tau2),
  };
}

export function influenceOf(each: Case): Numbers {
  const fit = res(each);
  const found = valueIn(influence(fit, valueIn(leaveOneOut(fit))));
  return {
    rstudent: found.map(({ rstudent }) => rstudent),
    dffits: found.map(({ dffits }) => dffits),
    cookD: found.map(({ cooksDistance }) => cooksDistance),
    covRatio: found.map(({ covarianceRatio }) => covarianceRatio),
    tau2Del: found.map(({ tau2Without }) => tau2Without),
    hat: found.map(({ hat }) => hat),
  };
}

export function blup(each: Case): Numbers {
  const found = shrunken(res(each));
  return {
    pred: found.map(({ estimate }) => estimate),
    se: found.map(({ se }) => se),
    piLb: found.map(({ low }) => low),
    piUb: found.map(({ high }) => high),
  };
}

const GROUPING: Numbers = { bcg: 'alloc', raudenbush: 'tester', hackshaw: 'design' };
const groupsIn = ({ id, input }: Case): string[] =>
  (input[String(GROUPING[id.split('-')[0] ?? ''])] as unknown[]).map(String);

export function separateSubgroups(each: Case): Numbers {
  const effects = studiesOf(each.id, each.input);
  const { groups, between } = valueIn(
    subgroups(effects, groupsIn(each), { method: 'REML', test: 'knha' }),
  );
  const expected = each.expected.groups as Numbers[];
  return {
    groups: groups.map(({ fit }, i) => asMetafor(fit, expected[i] ?? {})),
    Qbetween: between.q,
    QbetweenDf: between.df,
    QbetweenP: between.p,
  };
}

export function commonSubgroups(each: Case): Numbers {
  const effects = studiesOf(each.id, each.input);
  const model = { method: 'REML', test: 'knha' } as const;
  return asMetafor(valueIn(subgroupModel(effects, groupsIn(each), model)), each.expected);
}

export function mantelHaenszelOf({ input, call }: Case): Numbers {
  const measure = call.includes('"OR"') ? 'OR' : 'RR';
  const renamed: Numbers =
    'tpos' in input
      ? { ai: input.tpos, bi: input.tneg, ci: input.cpos, di: input.cneg }
      : (input.raw as Numbers);
  const tables = list(renamed, 'ai').map((_, i) =>
    tableOf(renamed, (name) => list(renamed, name)[i] ?? Number.NaN),
  );
  const { pooled, q } = valueIn(mantelHaenszel(measure, tables));
  const { estimate, se, low, high } = pooled;
  return { beta: [estimate], se: [se], ciLb: [low], ciUb: [high], QE: q };
}

function threeLevelOf({ id, input }: Case): ThreeLevelFit {
  const year = list(input, 'year');
  const mean = year.reduce((all, each) => all + each, 0) / year.length;
  const values = year.map((each) => each - mean);
  return valueIn(
    threeLevel(
      studiesOf(id, input),
      {
        outer: (input.district as unknown[]).map(String),
        inner: (input.school as unknown[]).map(String),
      },
      id.includes('-year-') ? [{ name: 'year', values }] : [],
    ),
  );
}

export function rmaMv(each: Case): Numbers {
  const fit = threeLevelOf(each);
  return {
    beta: fit.coefficients.map(({ estimate }) => estimate),
    se: fit.coefficients.map(({ se }) => se),
    ciLb: fit.coefficients.map(({ low }) => low),
    ciUb: fit.coefficients.map(({ high }) => high),
    sigma2: [fit.sigma2.outer, fit.sigma2.inner],
    QE: fit.q,
    logLikREML: fit.logLikelihoodReml,
  };
}

export function robustOf(each: Case): Numbers {
  const form: RobustForm = each.call.includes('clubSandwich') ? 'CR2' : 'CR1';
  const found = valueIn(robust(threeLevelOf(each), form));
  // metafor gives the degrees of freedom of CR1 once for all coefficients.
  const df = found.map((coefficient) => coefficient.df);
  return {
    beta: found.map(({ estimate }) => estimate),
    se: found.map(({ se }) => se),
    stat: found.map(({ statistic }) => statistic),
    df: form === 'CR1' ? df.slice(0, 1) : df,
    pval: found.map(({ p }) => p),
    ciLb: found.map(({ low }) => low),
    ciUb: found.map(({ high }) => high),
  };
}

const sitesOf = ({ input }: Case) => {
  const effects = effectsOf(list(input, 'yi'), list(input, 'vi'));
  const clinic = list(input, 'clinic');
  return [...new Set(clinic)].map((site) => effects.filter((_, i) => clinic[i] === site));
};

/** As the reference names them. */
const named = ({ k, w, wy, wyy, w2, w2y, w2yy, w3 }: SiteSums): Numbers => ({
  k,
  sw: w,
  swy: wy,
  swyy: wyy,
  sw2: w2,
  sw2y: w2y,
  sw2yy: w2yy,
  sw3: w3,
});

export function federated(each: Case): Numbers {
  const sites = sitesOf(each);
  const found = valueIn(
    federatedReml((tau2) => addSums(sites.map((effects) => valueIn(siteSums(effects, tau2))))),
  );
  const pooled = each.expected.pooled as Numbers;
  const { tau2 } = found;
  // Beside what the sites' sums give, the rest of the fit is that of all effects in one place.
  const central = asMetafor(valueIn(pool(sites.flat(), { method: 'REML', test: 'knha' })), pooled);
  return {
    pooled: {
      ...central,
      k: found.k,
      beta: [found.pooled.estimate],
      se: [found.pooled.se],
      stat: [found.pooled.statistic],
      pval: [found.pooled.p],
      ciLb: [found.pooled.low],
      ciUb: [found.pooled.high],
      tau2,
      QE: found.q,
    },
    perClinicSumsAtTau2Zero: sites.map((effects) => named(valueIn(siteSums(effects, 0)))),
    perClinicSumsAtREML: sites.map((effects) => named(valueIn(siteSums(effects, tau2)))),
  };
}

export function oneShotOf(each: Case): Numbers {
  const summaries = sitesOf(each).map((effects) => valueIn(siteSummary(effects)));
  const { pooled, tau2 } = valueIn(oneShot(summaries));
  return {
    ...single(pooled),
    tau2,
    perClinic: summaries.map(({ k, sumY, sumYY, sumV }) => ({ K: k, sumY, sumYY, sumV })),
  };
}

/** A crossover as a paired t-test: one mean change and its variance. */
export function pairedT({ input }: Case): Numbers {
  const [a, b] = [list(input, 'a'), list(input, 'b')];
  const n = a.length;
  const mean = (values: readonly number[]): number =>
    values.reduce((all, each) => all + each, 0) / n;
  const product = (x: readonly number[], y: readonly number[]): number =>
    x.reduce((all, each, i) => all + (each - mean(x)) * ((y[i] ?? 0) - mean(y)), 0) / (n - 1);
  const { yi, vi } = valueIn(
    fromPaired('MC', {
      first: { mean: mean(b), sd: Math.sqrt(product(b, b)) },
      second: { mean: mean(a), sd: Math.sqrt(product(a, a)) },
      n,
      r: product(a, b) / Math.sqrt(product(a, a) * product(b, b)),
    }),
  );
  const { statistic, p, low, high, se } = coefficientOf('change', yi, Math.sqrt(vi), n - 1);
  return { meanDiff: yi, t: statistic, df: n - 1, p, ci: [low, high], seDiff: se };
}
