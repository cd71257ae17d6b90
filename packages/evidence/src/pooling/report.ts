import { type Answer, answer, refuse } from './answer.ts';
import { type Asymmetry, asymmetry } from './bias.ts';
import { type Influence, influence, leaveOneOut } from './diagnostics.ts';
import { type Display, displayFor, STUDIES_PER_MODERATOR } from './display.ts';
import { type Effect, usable } from './effect.ts';
import {
  type Interval,
  predictionInterval,
  type SpreadInterval,
  spreadInterval,
} from './intervals.ts';
import { type Coefficient, type Fit, type Model, pool, RECOMMENDED } from './model.ts';
import { type Measure, scaleOf } from './scale.ts';
import { type TrimAndFill, trimAndFill } from './trim-and-fill.ts';

/** A study as it is pooled and named. */
export interface Study extends Effect {
  readonly name: string;
  /** How many people, when it is known. */
  readonly people?: number;
}

/** Which effects are good for the people in the studies: of pain, the lower ones. */
export type Better = 'lower' | 'higher';

export interface ReportRequest {
  readonly measure: Measure;
  /** Null when it is not said: then the report names no direction a benefit. */
  readonly better: Better | null;
  /** Left out: the recommended model. Moderators need ten studies each. */
  readonly model?: Model;
}

/** All that may be said of some studies, and nothing that so few of them do not carry. */
export interface Report {
  readonly studies: readonly Study[];
  readonly measure: Measure;
  readonly better: Better | null;
  readonly display: Display;
  /** Null for one study, and for two, which would be pooled to an interval that says nothing. */
  readonly fit: Fit | null;
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
  /** In one sentence. */
  readonly summary: string;
  /** What must be read with it, a sentence each. */
  readonly notes: readonly string[];
}

export function report(studies: readonly Study[], request: ReportRequest): Answer<Report> {
  const { measure, better, model = RECOMMENDED } = request;
  const checked = usable(studies);
  if (!checked.ok) return checked;
  const k = studies.length;
  if (k === 0) return refuse('there is no study');
  const display = displayFor(k);
  const moderators = model.moderators ?? [];
  if (moderators.length > display.moderators)
    return refuse(
      `a moderator needs ${STUDIES_PER_MODERATOR} studies, and here are ${k} for ${moderators.length}`,
    );
  const base = { studies, measure, better, display };
  if (!display.pooled) return answer({ ...base, ...NOTHING, ...wordsOf(base, null) });

  const fit = pool(studies, model);
  if (!fit.ok) return fit;
  const knha = pool(studies, { ...model, test: 'knha' });
  if (!knha.ok) return knha;
  const derSimonianLaird = pool(studies, { ...model, method: 'DL', test: 'z' });
  if (!derSimonianLaird.ok) return derSimonianLaird;
  const plain = moderators.length === 0;
  const random = fit.value.method !== 'FE';
  const others = plain ? leaveOneOut(fit.value) : null;
  const moved = others?.ok ? influence(fit.value, others.value) : null;
  return answer({
    ...base,
    fit: fit.value,
    otherwise: { knha: knha.value, derSimonianLaird: derSimonianLaird.value },
    spread: random ? orNull(spreadInterval(fit.value)) : null,
    prediction: display.prediction && plain && random ? predictionOf(fit.value) : null,
    withoutEach: others && orNull(others),
    influence: moved && orNull(moved),
    bias: display.bias && plain ? biasOf(fit.value) : null,
    ...wordsOf(base, fit.value),
  });
}

const NOTHING = {
  fit: null,
  otherwise: null,
  spread: null,
  prediction: null,
  withoutEach: null,
  influence: null,
  bias: null,
};

const orNull = <T>(answered: Answer<T>): T | null => (answered.ok ? answered.value : null);

function predictionOf(fit: Fit): Report['prediction'] {
  const own = predictionInterval(fit, 'k-1');
  const kMinus2 = predictionInterval(fit, 'k-2');
  return own.ok && kMinus2.ok ? { own: own.value, kMinus2: kMinus2.value } : null;
}

function biasOf(fit: Fit): Report['bias'] {
  const egger = asymmetry(fit, 'egger');
  const mixed = asymmetry(fit, 'mixed');
  if (!egger.ok || !mixed.ok) return null;
  // The side that trimAndFill would find for itself, by the same fit.
  const side = mixed.value.slope.estimate < 0 ? 'right' : 'left';
  const filled = trimAndFill(fit, 'L0', side);
  if (!filled.ok) return null;
  return { egger: egger.value, mixed: mixed.value, trimAndFill: filled.value };
}

type Base = Pick<Report, 'studies' | 'measure' | 'better' | 'display'>;

function wordsOf(base: Base, fit: Fit | null): Pick<Report, 'summary' | 'notes'> {
  const { studies, display } = base;
  const k = studies.length;
  const notes: string[] = [];
  if (display.veryFew) notes.push('Very few studies: one more could change the answer.');
  if (display.pooled && !display.bias)
    notes.push('Too few studies to judge bias: a funnel plot and its tests need ten.');
  if (display.pooled && !display.prediction)
    notes.push('A range for a further study is shown from five studies on.');
  if (display.prediction && fit && fit.method !== 'FE' && fit.moderators.length === 0)
    notes.push(
      'The range for a further study is rough: below twenty studies it is often too narrow.',
    );
  if (display.bias)
    notes.push('An uneven funnel need not mean that studies were left unpublished.');
  if (fit) notes.push('Nobody can be blinded to massage: expectation is part of these effects.');
  return { summary: summaryOf(base, fit, k), notes };
}

function summaryOf({ studies, measure, better }: Base, fit: Fit | null, k: number): string {
  const { name } = scaleOf(measure);
  const counted = studies.map(({ people }) => people ?? Number.NaN).reduce((a, b) => a + b, 0);
  const people = Number.isFinite(counted) ? ` of ${counted} people` : '';
  if (k === 1) return 'One study cannot be pooled. It is shown as it is.';
  if (!fit) return `Two studies${people}, shown side by side. Two are too few for a verdict.`;
  if (fit.moderators.length > 0)
    return `${k} studies${people}, with ${fit.moderators.map((each) => each.name).join(', ')} as moderators.`;
  const [pooled] = fit.coefficients;
  return `${k} studies${people}. ${name} ${rangeOf(pooled, measure)}. ${directionOf(pooled, better)}`;
}

/** An estimate with its interval, as people read it. */
export function rangeOf(
  { estimate, low, high }: Pick<Coefficient, 'estimate' | 'low' | 'high'>,
  measure: Measure,
): string {
  const { shown } = scaleOf(measure);
  return `${digits(shown(estimate))} (95 % interval ${digits(shown(low))} to ${digits(shown(high))})`;
}

/** Two decimals, or three digits of what is smaller; a true minus. */
export function digits(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  const text =
    size >= 1e6 || (size > 0 && size < 1e-4)
      ? value.toExponential(2)
      : size >= 0.095 || size === 0
        ? value.toFixed(2)
        : value.toPrecision(2);
  return Number(text) === 0 ? '0.00' : text.replaceAll('-', '−');
}

function directionOf({ low, high }: Coefficient, better: Better | null): string {
  if (low <= 0 && high >= 0)
    return 'The interval reaches to both sides of no difference: these studies do not settle it.';
  const side = high < 0 ? 'lower' : 'higher';
  if (better === null) return `The interval lies on the ${side} side of no difference.`;
  return side === better
    ? 'The interval lies on the side of benefit.'
    : 'The interval lies on the side of harm.';
}
