/** Answers to a form → its scores, or why there is none. Keyed by item id: the order of answers means nothing. */
import {
  type Answers,
  answerProblems,
  concerns,
  type Direction,
  directionOf,
  type Measure,
  type MeasureBands,
  type MeasureScale,
  pointsOf,
  responseOf,
  scalesOf,
} from '@assuage/knowledge';

/** Where a score lies among the bands of one study. */
export interface BandReading {
  /** "mild"; "between mild and moderate" where bands of whole numbers leave a gap. */
  readonly name: string;
  readonly population: string;
  readonly bands: MeasureBands;
}

export interface Score {
  readonly scale: string;
  readonly name: string;
  /** In full precision: rounded only where it is shown. */
  readonly value: number;
  readonly range: readonly [number, number];
  readonly direction: Direction;
  readonly bands: readonly BandReading[];
  /** Parts answered, of those that are always asked. Both 0 when the total was entered. */
  readonly answered: number;
  readonly of: number;
}

export interface NoScore {
  readonly scale: string;
  readonly name: string;
  readonly answered: number;
  readonly of: number;
  readonly needs: number;
  /** "no score: 2 of 4 answered, needs 3" */
  readonly message: string;
}

export type ScoreResult =
  | {
      readonly ok: true;
      readonly scores: readonly Score[];
      readonly noScores: readonly NoScore[];
      /** Ids of the items that were left blank, the optional ones aside. */
      readonly missing: readonly string[];
    }
  | { readonly ok: false; readonly issues: readonly string[] };

/**
 * Scores a measure.
 *
 * Each scale is the sum, mean or largest of its parts, times, divided and shifted as its file says. A blank
 * is handled as the measure's `missing` rule: where no rule was read, one blank means no score.
 *
 * @returns one entry for every scale that is not merely a step, scored or with the reason; or what is wrong
 *   with the answers: an id that the measure does not have, a number that is none of its answers
 */
export function score(measure: Measure, answers: Answers): ScoreResult {
  const issues = answerProblems(measure, answers);
  if (issues.length > 0) return { ok: false, issues };
  const points = new Map<string, number>();
  for (const item of measure.items) {
    const response = responseOf(measure, item);
    const answer = answers[item.id];
    const scored = response && answer !== undefined ? pointsOf(response, answer) : undefined;
    if (scored !== undefined) points.set(item.id, scored);
  }
  const optional = new Set(measure.items.filter((item) => item.optional).map(({ id }) => id));
  const scores: Score[] = [];
  const noScores: NoScore[] = [];
  for (const scale of scalesOf(measure)) {
    const entered = measure.use === 'score-only' ? answers[scale.id] : undefined;
    const worked =
      entered === undefined ? work(measure, scale, answers, points, optional) : undefined;
    const value = entered ?? worked?.value;
    if (value !== undefined) points.set(scale.id, value);
    if (scale.part) continue;
    const { answered, of, needs } = worked ?? { answered: 0, of: 0, needs: 0 };
    const { id, name, range } = scale;
    if (value === undefined)
      noScores.push({
        scale: id,
        name,
        answered,
        of,
        needs,
        message:
          of === 0
            ? 'no score: not entered'
            : `no score: ${answered} of ${of} answered, needs ${needs}`,
      });
    else
      scores.push({
        scale: id,
        name,
        value,
        range,
        direction: directionOf(measure, scale),
        bands: bandsAt(measure, scale, value),
        answered,
        of,
      });
  }
  const missing = measure.items
    .filter(({ id }) => !optional.has(id) && answers[id] === undefined)
    .map(({ id }) => id);
  return { ok: true, scores, noScores, missing };
}

interface Worked {
  readonly value: number | undefined;
  readonly answered: number;
  readonly of: number;
  readonly needs: number;
}

function work(
  measure: Measure,
  scale: MeasureScale,
  answers: Answers,
  points: ReadonlyMap<string, number>,
  optional: ReadonlySet<string>,
): Worked {
  const parts = scale.of ?? (measure.named ? Object.keys(answers) : []);
  const asked = parts.filter((id) => !optional.has(id));
  const of = measure.named ? Math.max(measure.named.least, asked.length) : asked.length;
  const needs = scale.needs ?? of;
  const answered = asked.filter((id) => points.has(id) || isNamed(measure, id, answers)).length;
  if (of === 0 || answered < needs) return { value: undefined, answered, of, needs };
  const pointsFor = (id: string) => points.get(id) ?? namedPoints(measure, id, answers);
  const values = parts.flatMap((id) => {
    const value = pointsFor(id);
    return value === undefined ? [] : [{ id, value }];
  });
  const raw = scale.blank === 'zero' ? values : withBlanks(parts, optional, values);
  return { value: combine(scale, raw, of), answered, of, needs };
}

/** A blank that the rule makes up is the plain mean of the parts that were answered. */
function withBlanks(
  parts: readonly string[],
  optional: ReadonlySet<string>,
  values: readonly { id: string; value: number }[],
): readonly { id: string; value: number }[] {
  const known = new Set(values.map(({ id }) => id));
  const blank = parts.filter((id) => !known.has(id) && !optional.has(id));
  if (blank.length === 0) return values;
  const mean = values.reduce((sum, { value }) => sum + value, 0) / values.length;
  return [...values, ...blank.map((id) => ({ id, value: mean }))];
}

function combine(
  scale: MeasureScale,
  parts: readonly { readonly id: string; readonly value: number }[],
  of: number,
): number {
  const weighted = parts.map(({ id, value }) => value * (scale.weights[id] ?? 1));
  const sum = weighted.reduce((total, value) => total + value, 0);
  const by = { sum, mean: sum / of, max: Math.max(...weighted) }[scale.by];
  return (by * scale.times) / scale.dividedBy + scale.plus;
}

const isNamed = (measure: Measure, id: string, answers: Answers): boolean =>
  namedPoints(measure, id, answers) !== undefined;

function namedPoints(measure: Measure, id: string, answers: Answers): number | undefined {
  const answer = answers[id];
  const response = measure.named && responseOf(measure, measure.named);
  return response && answer !== undefined ? pointsOf(response, answer) : undefined;
}

function bandsAt(measure: Measure, scale: MeasureScale, value: number): BandReading[] {
  return measure.bands
    .filter((bands) => concerns(bands, scale))
    .flatMap((bands) => {
      const name = bandName(bands, value);
      return name === undefined ? [] : [{ name, population: bands.population, bands }];
    });
}

function bandName({ levels }: MeasureBands, value: number): string | undefined {
  const within = levels.find(
    ({ from, above, to, below }) =>
      (from === undefined || value >= from) &&
      (above === undefined || value > above) &&
      (to === undefined || value <= to) &&
      (below === undefined || value < below),
  );
  if (within) return within.name;
  const lower = levels.findLast(({ to, below }) => (to ?? below ?? Infinity) <= value);
  const upper = levels.find(({ from, above }) => (from ?? above ?? -Infinity) >= value);
  return lower && upper ? `between ${lower.name} and ${upper.name}` : undefined;
}
