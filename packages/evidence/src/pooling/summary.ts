import type { Display } from './display.ts';
import { type Important, inPoints } from './important.ts';
import type { Coefficient, Fit } from './model.ts';
import { type Measure, scaleOf } from './scale.ts';
import type { Better, Study } from './study.ts';

/** What the sentences of a report are made of. */
export interface Said {
  readonly studies: readonly Study[];
  readonly measure: Measure;
  readonly better: Better | null;
  readonly display: Display;
  readonly fit: Fit | null;
  /** The single pooled effect, where there is one. */
  readonly pooled: Coefficient | null;
  /** How many groups of effects that belong together; null where each study stands for itself. */
  readonly cohorts: number | null;
  readonly moderators: readonly string[];
  readonly important: Important | null;
}

/** The result in one paragraph, and what must be read with it. */
export function wordsOf(said: Said): { readonly summary: string; readonly notes: string[] } {
  return { summary: summaryOf(said), notes: notesOf(said) };
}

function notesOf({ studies, display, fit, cohorts, moderators }: Said): string[] {
  const notes: string[] = [];
  if (display.veryFew) notes.push('Very few studies: one more could change the answer.');
  if (display.pooled && !display.bias)
    notes.push('Too few studies to judge bias: a funnel plot and its tests need ten.');
  if (display.pooled && !display.prediction && cohorts === null)
    notes.push('A range for a further study is shown from five studies on.');
  if (display.prediction && fit && fit.method !== 'FE' && moderators.length === 0)
    notes.push(
      'The range for a further study is rough: below twenty studies it is often too narrow.',
    );
  if (display.bias && cohorts === null)
    notes.push('An uneven funnel need not mean that studies were left unpublished.');
  if (cohorts !== null && display.pooled)
    notes.push(
      'Effects of one cohort depend on each other: three-level model, with errors that hold for few cohorts (CR2). Weights, funnel plot and leaving each out are for studies that stand for themselves.',
    );
  const converted = studies.filter((study) => study.converted).length;
  if (converted > 0)
    notes.push(
      `Converted: the mean and deviation of ${counted(converted, 'study was', 'studies were')} worked out from median and quartiles, as if the values were normal.`,
    );
  if (display.pooled)
    notes.push('Nobody can be blinded to massage: expectation is part of these effects.');
  return notes;
}

function summaryOf(said: Said): string {
  const { studies, measure, better, pooled, cohorts, moderators, display, important } = said;
  const { name } = scaleOf(measure);
  const k = studies.length;
  const all = studies.map(({ people }) => people ?? Number.NaN).reduce((a, b) => a + b, 0);
  // Several effects of one cohort may count the same people again.
  const people =
    Number.isFinite(all) && cohorts === null ? ` of ${digitsOfPeople(all)} people` : '';
  if (k === 1) return 'One study cannot be pooled. It is shown as it is.';
  if (cohorts !== null && cohorts < k && !display.pooled)
    return `${k} effects from ${counted(cohorts, 'cohort', 'cohorts')}, shown side by side. Fewer than three are too few for a verdict.`;
  if (!display.pooled)
    return `Two studies${people}, shown side by side. Two are too few for a verdict.`;
  const what = cohorts === null ? `${k} studies${people}` : `${k} effects from ${cohorts} cohorts`;
  if (pooled === null) return `${what}, with ${moderators.join(', ')} as moderators.`;
  const points = important && inPoints(pooled, important);
  const inThePoints = points
    ? ` That is ${digits(points.estimate)} points (${digits(points.low)} to ${digits(points.high)}) where people differ by a deviation of ${digits(important.sd ?? 1)}.`
    : '';
  return `${what}. ${name} ${rangeOf(pooled, measure)}.${inThePoints} ${directionOf(pooled, better)}`;
}

const counted = (count: number, one: string, more: string): string =>
  `${count} ${count === 1 ? one : more}`;

/** A shared control arm may leave a part of a person. */
const digitsOfPeople = (people: number): string => String(Math.round(people));

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
