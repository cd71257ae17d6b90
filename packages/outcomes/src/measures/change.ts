/** Two answers to one form → what changed, against every threshold that is known, each with whom it was found in. */
import {
  type Answers,
  concerns,
  type Measure,
  type MeasureNoise,
  type MeasureScale,
  type MeasureThreshold,
  scalesOf,
} from '@assuage/knowledge';
import { type Score, score } from './score.ts';

/** A difference smaller than this is the arithmetic of the machine. */
const NEAR = 1e-9;

/** One threshold, and whether the change reaches it. Never shown without population and method. */
export interface ThresholdReading {
  /** `within` a published range of thresholds: some of its estimates are reached. */
  readonly reached: 'yes' | 'within' | 'no';
  /** The least change that matters, in the unit, towards where this change went. */
  readonly needs: number | readonly [number, number];
  readonly unit: 'points' | 'percent';
  /** True when the study used a scale of another length, and its number was read across in proportion. */
  readonly assumed: boolean;
  readonly threshold: MeasureThreshold;
}

export interface NoiseReading {
  /** The change is smaller than the minimal detectable change: it may be measurement error. */
  readonly under: boolean;
  readonly noise: MeasureNoise;
}

export interface Change {
  readonly scale: string;
  readonly name: string;
  readonly before: number;
  readonly after: number;
  /** After minus before, in points. */
  readonly points: number;
  /** `unclear` where it is not known which end of the scale is good. */
  readonly towards: 'better' | 'worse' | 'same' | 'unclear';
  /** Of the score before. Undefined from 0 or 1, and on scales that do not begin at 0. */
  readonly percent: number | undefined;
  readonly thresholds: readonly ThresholdReading[];
  readonly noise: readonly NoiseReading[];
}

export type ChangeResult =
  | {
      readonly ok: true;
      readonly changes: readonly Change[];
      /** What could not be compared, and why. */
      readonly not: readonly string[];
    }
  | { readonly ok: false; readonly issues: readonly string[] };

/**
 * Compares two times the same form was answered. Where the client names activities, only those of the first
 * time count, and all of them must be rated again. A form that asks about change itself is not compared.
 *
 * It says how large a change is, never why it came about.
 */
export function changeOf(measure: Measure, before: Answers, after: Answers): ChangeResult {
  if (measure.asksChange)
    return { ok: true, changes: [], not: [`${measure.name} asks about change: read it as it is`] };
  const first = score(measure, before);
  const again = score(measure, after);
  if (!first.ok || !again.ok)
    return { ok: false, issues: [first, again].flatMap((one) => (one.ok ? [] : one.issues)) };
  const same = measure.named ? onlyThose(after, Object.keys(before)) : after;
  const second = measure.named ? score(measure, same) : again;
  if (!second.ok) return second;
  const dropped = measure.named ? Object.keys(before).filter((id) => after[id] === undefined) : [];
  if (dropped.length > 0)
    return { ok: true, changes: [], not: [`not rated again: ${dropped.join(', ')}`] };
  const changes: Change[] = [];
  const not: string[] = [];
  for (const scale of scalesOf(measure).filter(({ part }) => !part)) {
    const from = first.scores.find((one) => one.scale === scale.id);
    const to = second.scores.find((one) => one.scale === scale.id);
    if (from && to) changes.push(between(measure, scale, from, to));
    else if (from ?? to)
      not.push(`${scale.name}: no score ${from ? 'the second' : 'the first'} time`);
  }
  return { ok: true, changes, not };
}

const onlyThose = (answers: Answers, ids: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => ids.includes(id)));

function between(measure: Measure, scale: MeasureScale, from: Score, to: Score): Change {
  const points = to.value - from.value;
  const towards = towardsOf(from, points);
  const percent =
    scale.range[0] === 0 && from.value > 1 + NEAR ? (points / from.value) * 100 : undefined;
  return {
    scale: scale.id,
    name: scale.name,
    before: from.value,
    after: to.value,
    points,
    towards,
    percent,
    thresholds: measure.thresholds
      .filter((threshold) => concerns(threshold, scale))
      .flatMap((threshold) => readThreshold(threshold, scale, towards, points, percent)),
    noise: measure.noise
      .filter((noise) => concerns(noise, scale))
      .map((noise) => ({ under: Math.abs(points) < noise.mdc - NEAR, noise })),
  };
}

function towardsOf({ direction }: Score, points: number): Change['towards'] {
  if (Math.abs(points) < NEAR) return 'same';
  if (direction === 'unclear') return 'unclear';
  return points > 0 === (direction === 'higher-is-better') ? 'better' : 'worse';
}

function readThreshold(
  threshold: MeasureThreshold,
  scale: MeasureScale,
  towards: Change['towards'],
  points: number,
  percent: number | undefined,
): ThresholdReading[] {
  const { unit, outOf } = threshold;
  // Without a change there is nothing to hold against one side; the better side is the one people ask for.
  const side = towards === 'worse' ? threshold.worse : threshold.better;
  const size = unit === 'percent' ? percent : points;
  if (side === undefined || size === undefined || towards === 'unclear') return [];
  const [from, to] = scale.range;
  const factor = outOf === undefined ? 1 : (to - from) / outOf;
  const across = (value: number) => value * factor;
  const needs =
    typeof side === 'number' ? across(side) : ([across(side[0]), across(side[1])] as const);
  const [low, high] = typeof needs === 'number' ? [needs, needs] : needs;
  const moved = Math.abs(size) + NEAR;
  const reached = moved >= high ? 'yes' : moved >= low ? 'within' : 'no';
  return [{ reached, needs, unit, assumed: factor !== 1, threshold }];
}
