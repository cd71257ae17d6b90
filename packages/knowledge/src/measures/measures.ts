/** Measures as the program keeps them, and what follows from a measure by itself. */
import type { Source } from '../subjects.ts';
import type {
  Direction,
  Measure,
  MeasureItem,
  MeasureResponse,
  MeasureScale,
  MeasureSets,
} from './schema.ts';

/** Every instrument, kept apart from the rest of the knowledge: few pages need it. Plain data. */
export interface Measures {
  /** Of the knowledge it was read with. */
  readonly release: string;
  readonly measures: readonly Measure[];
  readonly sets: MeasureSets | undefined;
  /** What only measures cite. */
  readonly sources: readonly Source[];
}

/** How an item is answered; undefined only for what the loader refuses. */
export function responseOf(
  measure: Measure,
  item: Pick<MeasureItem, 'response'>,
): MeasureResponse | undefined {
  if (item.response !== undefined) return measure.responses[item.response];
  const [only, ...others] = Object.values(measure.responses);
  return others.length === 0 ? only : undefined;
}

/** The points that an answer scores; undefined when it is none of the answers. */
export function pointsOf(response: MeasureResponse, answer: number): number | undefined {
  if ('options' in response) {
    const option = response.options.find(({ value }) => value === answer);
    return option && (option.scores ?? option.value);
  }
  const { from, to, step, reversed } = response;
  if (!Number.isFinite(answer) || answer < from || answer > to) return undefined;
  const steps = step === 0 ? 0 : (answer - from) / step;
  if (Math.abs(steps - Math.round(steps)) > 1e-9) return undefined;
  return reversed ? from + to - answer : answer;
}

/** Least and most points. */
export function pointRange(response: MeasureResponse): [number, number] {
  if (!('options' in response)) return [response.from, response.to];
  const points = response.options.map(({ value, scores }) => scores ?? value);
  return [Math.min(...points), Math.max(...points)];
}

/** Its scales; where a measure has none, one for each item. */
export function scalesOf(measure: Measure): readonly MeasureScale[] {
  if (measure.scales) return measure.scales;
  return measure.items.map((item) => {
    const response = responseOf(measure, item);
    return {
      id: item.id,
      name: measure.items.length === 1 ? measure.name : (item.text ?? item.id),
      of: [item.id],
      by: 'sum',
      weights: {},
      times: 1,
      dividedBy: 1,
      plus: 0,
      blank: 'mean',
      range: response ? pointRange(response) : [0, 0],
      part: false,
    };
  });
}

export const directionOf = (measure: Measure, scale: MeasureScale): Direction =>
  scale.direction ?? measure.direction;

/** Whether a statement about some scales (bands, a threshold) holds for this one. */
export const concerns = (
  statement: { readonly scales?: readonly string[] | undefined },
  scale: MeasureScale,
): boolean => statement.scales === undefined || statement.scales.includes(scale.id);
