/** The answered forms in a record: their scores over time, what changed, and what to ask now. */
import type { Answers, Measure, MeasureAsk, Measures } from '@assuage/knowledge';
import { asksFor, type Change, changeOf, dueMeasures, type Score, score } from '@assuage/outcomes';
import type { BodyOf, ClientRecord } from './record.ts';

type Answered = ClientRecord['scores'][number];

/** One time a form was answered. */
export interface ScoredOnce {
  readonly entry: string;
  readonly on: string;
  readonly filled: BodyOf<'score'>['filled'];
  readonly scores: readonly Score[];
  /** Scales without a score, with the reason. */
  readonly without: readonly string[];
}

export interface MeasureHistory {
  readonly measure: Measure;
  /** Newest first. */
  readonly times: readonly ScoredOnce[];
  /** From the first time to the newest. */
  readonly changes: readonly Change[];
}

/** By measure, in the order in which each was first answered. Answers to a measure that is gone are left out. */
export function historiesOf({ measures }: Measures, record: ClientRecord): MeasureHistory[] {
  const byMeasure = Map.groupBy(record.scores, ({ measure }) => measure);
  return [...byMeasure].flatMap(([id, answered]) => {
    const measure = measures.find((one) => one.id === id);
    const [first] = answered;
    const last = answered.at(-1);
    if (!measure || !first || !last) return [];
    const changed =
      answered.length > 1 ? changeOf(measure, first.answers, last.answers) : undefined;
    return [
      {
        measure,
        times: answered.map((one) => scoredOnce(measure, one)).reverse(),
        changes: changed?.ok ? changed.changes : [],
      },
    ];
  });
}

function scoredOnce(measure: Measure, { entry, on, filled, answers }: Answered): ScoredOnce {
  const result = score(measure, answers);
  return {
    entry,
    on,
    filled,
    scores: result.ok ? result.scores : [],
    without: result.ok
      ? result.noScores
          .filter(({ answered }) => answered > 0)
          .map((one) => `${one.name}: ${one.message}`)
      : result.issues,
  };
}

/**
 * What may be asked now: the forms that are due, and all that can be filled in.
 *
 * What is asked around a session has its place in the check-in and after the session, not here.
 */
export function formsToAsk(
  measures: Measures,
  record: ClientRecord,
  conditions: readonly string[],
  today: string,
): { readonly due: readonly MeasureAsk[]; readonly others: readonly Measure[] } {
  const asks = asksFor(measures, { conditions, ...record.measureChoice }).filter(
    ({ when }) => typeof when === 'object',
  );
  const history = record.scores.map(({ measure, on }) => ({ measure, date: on.slice(0, 10) }));
  const due = dueMeasures(asks, measures.measures, history, today);
  const isDue = new Set(due.map(({ measure }) => measure));
  return { due, others: measures.measures.filter(({ id }) => !isDue.has(id)) };
}

type Choice = Pick<BodyOf<'measure-choice'>, 'chosen' | 'dropped'>;

/** Everything that may be asked of somebody with these conditions, in its rhythm, and whether it is. */
export function trackable(
  measures: Measures,
  conditions: readonly string[],
  choice: Choice | undefined,
): readonly {
  readonly id: string;
  readonly name: string;
  readonly when: MeasureAsk['when'];
  readonly isAsked: boolean;
}[] {
  const asked = new Set(idsOf(asksFor(measures, { conditions, ...choice })));
  const chosen = measures.measures.map(({ id }) => id);
  return asksFor(measures, { conditions, chosen }).map(({ measure: id, when }) => ({
    id,
    name: measures.measures.find((one) => one.id === id)?.name ?? id,
    when,
    isAsked: asked.has(id),
  }));
}

/**
 * What to keep when these are to be asked and no others. What was chosen for conditions that the client does not have at
 * present stays as it was.
 */
export function choiceFrom(
  measures: Measures,
  conditions: readonly string[],
  earlier: Choice | undefined,
  wanted: ReadonlySet<string>,
): Choice {
  const usual = new Set(idsOf(asksFor(measures, { conditions })));
  const shown = trackable(measures, conditions, earlier).map(({ id }) => id);
  const others = (ids: readonly string[] = []) => ids.filter((id) => !shown.includes(id));
  return {
    chosen: [...others(earlier?.chosen), ...shown.filter((id) => wanted.has(id) && !usual.has(id))],
    dropped: [
      ...others(earlier?.dropped),
      ...shown.filter((id) => !wanted.has(id) && usual.has(id)),
    ],
  };
}

const idsOf = (asks: readonly MeasureAsk[]): string[] => asks.map(({ measure }) => measure);

/** The words the client chose for the activities of this measure, by id; none before the first time. */
export const activitiesOf = (
  record: ClientRecord,
  measure: string,
): Readonly<Record<string, string>> =>
  record.scores.findLast((one) => one.measure === measure && one.named)?.named ?? {};

/** Numbers out of what was typed or chosen; what is no number stands for itself, to be named. */
export function answersFrom(fields: Readonly<Record<string, string>>): {
  readonly answers: Answers;
  readonly notNumbers: readonly string[];
} {
  const answers: Record<string, number> = {};
  const notNumbers: string[] = [];
  for (const [id, typed] of Object.entries(fields)) {
    const text = typed.trim().replace(',', '.');
    if (text === '') continue;
    const number = Number(text);
    if (Number.isFinite(number)) answers[id] = number;
    else notNumbers.push(id);
  }
  return { answers, notNumbers };
}
