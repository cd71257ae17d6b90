import { type Answer, answer, refuse } from './answer.ts';
import { type Asymmetry, asymmetry } from './bias.ts';
import {
  type CumulativeStep,
  cumulative,
  type Influence,
  influence,
  leaveOneOut,
} from './diagnostics.ts';
import { type Display, displayFor, STUDIES_PER_MODERATOR } from './display.ts';
import { usable } from './effect.ts';
import { type Important, type ImportantRequest, importantChange } from './important.ts';
import {
  type Interval,
  predictionInterval,
  type SpreadInterval,
  spreadInterval,
} from './intervals.ts';
import { type Coefficient, type Fit, type Model, pool, RECOMMENDED } from './model.ts';
import { type RobustCoefficient, robust } from './robust.ts';
import type { Measure } from './scale.ts';
import type { Better, Label, Study } from './study.ts';
import { type Subgroups, subgroups } from './subgroups.ts';
import { wordsOf } from './summary.ts';
import { type ThreeLevelFit, threeLevel } from './three-level.ts';
import { type TrimAndFill, trimAndFill } from './trim-and-fill.ts';

export interface ReportRequest {
  readonly measure: Measure;
  /** Null when it is not said: then the report names no direction a benefit. */
  readonly better: Better | null;
  /** Left out: the recommended model. Moderators need ten studies each. */
  readonly model?: Model;
  /** The cohort of every effect, where some come from the same people: then the three-level model is fitted. */
  readonly cohorts?: Label;
  /** The subgroup of every study. */
  readonly subgroups?: Label;
  readonly important?: ImportantRequest;
}

/** All that may be said of some studies, and nothing that so few of them do not carry. */
export interface Report {
  readonly studies: readonly Study[];
  readonly measure: Measure;
  readonly better: Better | null;
  /** By the number of studies, or of cohorts where effects belong together. */
  readonly display: Display;
  /** The single pooled effect that is shown: null with fewer than three studies, and with moderators. */
  readonly pooled: Coefficient | null;
  /** Null for one study, for two, which would be pooled to an interval that says nothing, and with cohorts. */
  readonly fit: Fit | null;
  /** Effects that belong together: null where every study stands for itself. */
  readonly dependent: {
    readonly cohorts: number;
    readonly fit: ThreeLevelFit;
    readonly robust: readonly RobustCoefficient[];
  } | null;
  readonly subgroups: { readonly name: string; readonly found: Subgroups } | null;
  /** The pooled effect as the studies came, by year; null where a year is missing. */
  readonly cumulative: {
    readonly order: readonly number[];
    readonly steps: readonly CumulativeStep[];
  } | null;
  readonly important: Important | null;
  /** The same studies by other rules, for the details: the plain Hartung–Knapp interval, and DerSimonian–Laird's. */
  readonly otherwise: { readonly knha: Fit; readonly derSimonianLaird: Fit } | null;
  readonly spread: SpreadInterval | null;
  /** By the fit's own degrees of freedom, and with k − 2. Null below five studies and with moderators. */
  readonly prediction: { readonly own: Interval; readonly kMinus2: Interval } | null;
  readonly withoutEach: readonly Fit[] | null;
  readonly influence: readonly Influence[] | null;
  /** Null below ten studies and with moderators. */
  readonly bias: {
    readonly egger: Asymmetry;
    readonly mixed: Asymmetry;
    readonly trimAndFill: TrimAndFill;
  } | null;
  /** In one paragraph. */
  readonly summary: string;
  /** What must be read with it, a sentence each. */
  readonly notes: readonly string[];
}

/** Each study is left out in turn only of so many: the work grows with their square. */
const MOST_LEFT_OUT = 500;

export function report(studies: readonly Study[], request: ReportRequest): Answer<Report> {
  const { measure, better, model = RECOMMENDED, subgroups: groups } = request;
  const checked = usable(studies);
  if (!checked.ok) return checked;
  if (studies.length === 0) return refuse('there is no study');
  const cohorts = cohortsOf(request.cohorts, studies.length);
  const display = displayFor(cohorts ?? studies.length);
  const moderators = model.moderators ?? [];
  const why = refusal(request, display, cohorts);
  if (why !== null) return refuse(why);
  const important = request.important
    ? importantChange(request.important, measure, better)
    : answer(null);
  if (!important.ok) return important;
  const base = { studies, measure, better, display, important: important.value };
  const said = { ...base, cohorts, moderators: moderators.map(({ name }) => name) };
  const few = { ...base, ...NOTHING, ...wordsOf({ ...said, fit: null, pooled: null }) };
  if (!display.pooled) return answer(few);

  if (cohorts !== null && request.cohorts) {
    const dependent = dependentFit(studies, request.cohorts, cohorts, moderators);
    if (!dependent.ok) return dependent;
    const pooled = moderators.length === 0 ? (dependent.value.robust[0] ?? null) : null;
    const words = wordsOf({ ...said, fit: null, pooled });
    return answer({ ...few, ...words, dependent: dependent.value, pooled });
  }

  const fit = pool(studies, model);
  if (!fit.ok) return fit;
  const details = detailsOf(fit.value, studies, display, model);
  if (!details.ok) return details;
  const split = groups ? subgroupsOf(studies, groups, model) : answer(null);
  if (!split.ok) return split;
  const pooled = moderators.length === 0 ? fit.value.coefficients[0] : null;
  const words = wordsOf({ ...said, fit: fit.value, pooled });
  return answer({
    ...few,
    ...words,
    ...details.value,
    notes: [...words.notes, ...details.value.notes],
    fit: fit.value,
    pooled,
    subgroups: groups && split.value ? { name: groups.name, found: split.value } : null,
  });
}

const NOTHING = {
  pooled: null,
  fit: null,
  dependent: null,
  subgroups: null,
  cumulative: null,
  otherwise: null,
  spread: null,
  prediction: null,
  withoutEach: null,
  influence: null,
  bias: null,
};

/** How many cohorts there are; null where each holds one effect, so that nothing is dependent. */
function cohortsOf(cohorts: Label | undefined, effects: number): number | null {
  if (!cohorts) return null;
  const count = new Set(cohorts.values).size;
  return count === effects ? null : count;
}

function refusal(request: ReportRequest, display: Display, cohorts: number | null): string | null {
  const { model = RECOMMENDED, subgroups: groups } = request;
  const moderators = model.moderators?.length ?? 0;
  const needed = `needs ${STUDIES_PER_MODERATOR} studies`;
  const here = `here are ${display.studies}`;
  if (moderators > display.moderators)
    return `a moderator ${needed}, and ${here} for ${moderators}`;
  if (cohorts !== null && model.method !== 'REML')
    return `the three-level model is fitted by REML, not ${model.method}`;
  if (!groups) return null;
  if (moderators > 0 || cohorts !== null)
    return 'subgroups are compared without moderators and without cohorts: ask for one of them';
  const names = new Set(groups.values);
  if (names.size < 2) return `all studies are in one subgroup of ${groups.name}`;
  if (names.size - 1 > display.moderators)
    return `every subgroup after the first ${needed}, and ${here} in ${names.size} subgroups of ${groups.name}`;
  const small = [...names].find(
    (name) => !displayFor(groups.values.filter((each) => each === name).length).pooled,
  );
  return small === undefined
    ? null
    : `subgroup ${small} of ${groups.name} has fewer than three studies: they are not pooled`;
}

function dependentFit(
  studies: readonly Study[],
  { values }: Label,
  cohorts: number,
  moderators: Model['moderators'],
): Answer<NonNullable<Report['dependent']>> {
  const levels = { outer: values, inner: studies.map((_, i) => String(i)) };
  const fit = threeLevel(studies, levels, moderators);
  if (!fit.ok) return fit;
  const sure = robust(fit.value, 'CR2');
  return sure.ok ? answer({ cohorts, fit: fit.value, robust: sure.value }) : sure;
}

const subgroupsOf = (
  studies: readonly Study[],
  { values }: Label,
  { method, test }: Model,
): Answer<Subgroups> => subgroups(studies, values, { method, test });

type Details = Pick<
  Report,
  | 'otherwise'
  | 'spread'
  | 'prediction'
  | 'withoutEach'
  | 'influence'
  | 'cumulative'
  | 'bias'
  | 'notes'
>;

/** What is said beside the fit, as far as so many studies carry it. */
function detailsOf(
  fit: Fit,
  studies: readonly Study[],
  display: Display,
  model: Model,
): Answer<Details> {
  const knha = model.test === 'knha' ? answer(fit) : pool(fit.effects, { ...model, test: 'knha' });
  if (!knha.ok) return knha;
  const derSimonianLaird = pool(fit.effects, { ...model, method: 'DL', test: 'z' });
  if (!derSimonianLaird.ok) return derSimonianLaird;
  const plain = fit.moderators.length === 0;
  const random = fit.method !== 'FE';
  const each = plain && fit.effects.length <= MOST_LEFT_OUT;
  const others = each ? leaveOneOut(fit) : null;
  const moved = others?.ok ? influence(fit, others.value) : null;
  const bias = display.bias && plain ? biasOf(fit) : null;
  return answer({
    otherwise: { knha: knha.value, derSimonianLaird: derSimonianLaird.value },
    spread: random ? orNull(spreadInterval(fit)) : null,
    prediction: display.prediction && plain && random ? predictionOf(fit) : null,
    withoutEach: others && orNull(others),
    influence: moved && orNull(moved),
    cumulative: each ? cumulativeOf(fit, studies) : null,
    bias: bias && orNull(bias),
    notes: bias && !bias.ok ? [`Egger's test and trim and fill are left out: ${bias.why}.`] : [],
  });
}

const orNull = <T>(answered: Answer<T>): T | null => (answered.ok ? answered.value : null);

function cumulativeOf(fit: Fit, studies: readonly Study[]): Report['cumulative'] {
  const years = studies.map(({ year }) => year ?? Number.NaN);
  if (!years.every(Number.isFinite)) return null;
  const order = years
    .map((year, place) => ({ year, place }))
    .sort((a, b) => a.year - b.year || a.place - b.place)
    .map(({ place }) => place);
  const steps = cumulative(fit, order);
  return steps.ok ? { order, steps: steps.value } : null;
}

function predictionOf(fit: Fit): Report['prediction'] {
  const own = predictionInterval(fit, 'k-1');
  const kMinus2 = predictionInterval(fit, 'k-2');
  return own.ok && kMinus2.ok ? { own: own.value, kMinus2: kMinus2.value } : null;
}

function biasOf(fit: Fit): Answer<NonNullable<Report['bias']>> {
  const egger = asymmetry(fit, 'egger');
  if (!egger.ok) return egger;
  const mixed = asymmetry(fit, 'mixed');
  if (!mixed.ok) return mixed;
  // The side that trimAndFill would find for itself, by the same fit.
  const side = mixed.value.slope.estimate < 0 ? 'right' : 'left';
  const filled = trimAndFill(fit, 'L0', side);
  if (!filled.ok) return filled;
  return answer({ egger: egger.value, mixed: mixed.value, trimAndFill: filled.value });
}
