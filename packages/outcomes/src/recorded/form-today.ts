/** The short form that a client is asked to fill in on a day, beside the ratings: at most one. */
import {
  type Measure,
  type MeasureAsk,
  type MeasureResponse,
  type Measures,
  responseOf,
  scalesOf,
} from '@assuage/knowledge';
import { asksFor, dueMeasures } from '../measures/due.ts';
import { dayNumber } from '../verdict/diary.ts';
import type { AskedOf, Known } from './ask-today.ts';

/** A form that a client fills in at one sitting, one question a screen. */
export interface FormToAsk {
  /** The id of the measure. */
  readonly measure: string;
  readonly name: string;
  readonly questions: readonly FormQuestion[];
  /** Whose it is, where its owner asks that this is said. */
  readonly credit?: string;
}

export interface FormQuestion {
  /** The id of the item. */
  readonly id: string;
  readonly text: string;
  /** What stands above this question and those before it. */
  readonly stem?: string;
  /** Numbers with words at both ends, not an answer in words each. */
  readonly isScale: boolean;
  /** In order: the value that is kept, and its words, which a number within a scale does not have. */
  readonly answers: readonly { readonly value: number; readonly label: string }[];
}

/** More is for a quiet hour with the therapist, not for a phone. Our judgement. */
const MOST_QUESTIONS = 7;
const MOST_ANSWERS = 11;

/**
 * One of the forms that are due, another one each day, so that a form that is skipped stands in the way of no other.
 * None when a form was filled in today.
 *
 * @param today `YYYY-MM-DD` where the client is
 */
export function formToAsk(
  measures: Measures,
  { scores, measureChoice }: Pick<AskedOf, 'scores' | 'measureChoice'>,
  { conditions }: Pick<Known, 'conditions'>,
  today: string,
): FormToAsk | undefined {
  const asks = asksFor(measures, { conditions, ...measureChoice }).filter(
    ({ when }) => typeof when === 'object',
  );
  const history = scores.map(({ measure, on }) => ({ measure, date: on.slice(0, 10) }));
  const forms = new Set(asks.map(({ measure }) => measure));
  if (history.some(({ measure, date }) => date === today && forms.has(measure))) return undefined;
  const due = dueMeasures(asks, measures.measures, history, today).flatMap((ask) => {
    const measure = measures.measures.find(({ id }) => id === ask.measure);
    return (measure && formOf(measure, ask)) ?? [];
  });
  return due[(dayNumber(today) ?? 0) % due.length];
}

/** Undefined for what is too long, may not be shown, or is answered in other ways than by choosing. */
function formOf(measure: Measure, { scales }: MeasureAsk): FormToAsk | undefined {
  if (measure.use !== 'form' || measure.named) return undefined;
  const asked =
    scales &&
    new Set(
      scalesOf(measure)
        .filter(({ id }) => scales.includes(id))
        .flatMap(({ of = [] }) => of),
    );
  let stem = measure.instructions;
  const questions: FormQuestion[] = [];
  for (const item of measure.items) {
    stem = item.stem ?? stem;
    if (asked && !asked.has(item.id)) continue;
    const response = responseOf(measure, item);
    const answers = response && answersOf(response);
    if (!item.text || !answers) return undefined;
    questions.push({
      id: item.id,
      text: item.text,
      ...(stem === undefined ? {} : { stem }),
      isScale: !('options' in response),
      answers,
    });
  }
  if (questions.length === 0 || questions.length > MOST_QUESTIONS) return undefined;
  const { id, name, credit } = measure;
  return { measure: id, name, questions, ...(credit === undefined ? {} : { credit }) };
}

function answersOf(response: MeasureResponse): FormQuestion['answers'] | undefined {
  if ('options' in response)
    return response.options.map(({ value, label = String(value) }) => ({ value, label }));
  const { from, to, step, low, high } = response;
  if (step !== 1 || to - from >= MOST_ANSWERS) return undefined;
  return Array.from({ length: to - from + 1 }, (_, i) => {
    const value = from + i;
    return { value, label: (value === from ? low : value === to ? high : undefined) ?? '' };
  });
}
