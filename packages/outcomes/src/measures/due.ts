/** What to ask today: a short list, chosen once, in a fixed rhythm. */
import type { Measure, MeasureAsk, Measures } from '@assuage/knowledge';

/** One time a measure was answered. */
export interface Asked {
  readonly measure: string;
  /** ISO date. */
  readonly date: string;
}

/** What the therapist and the client chose at the start. */
export interface Choice {
  /** Ids of the client's conditions. */
  readonly conditions: readonly string[];
  /** Measures that are asked only when chosen. */
  readonly chosen?: readonly string[];
  /** Measures of the usual list that are left out. */
  readonly dropped?: readonly string[];
}

const DAY = 86_400_000;
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** The list for one client: core and conditions, each measure once, in the rhythm that comes first. */
export function asksFor({ sets }: Measures, choice: Choice): readonly MeasureAsk[] {
  const { conditions, chosen = [], dropped = [] } = choice;
  const rows = (sets?.conditions ?? []).filter((row) =>
    row.for.some((id) => conditions.includes(id)),
  );
  const wanted = [...(sets?.core ?? []), ...rows.flatMap((row) => row.asks)].filter(
    (ask) => !dropped.includes(ask.measure) && (!ask.optional || chosen.includes(ask.measure)),
  );
  const first = new Map<string, MeasureAsk>();
  for (const ask of wanted) if (!first.has(ask.measure)) first.set(ask.measure, ask);
  return [...first.values()];
}

/**
 * Which of these are due today.
 *
 * A rhythm of weeks counts from the last answer; nothing is asked again before the time that it looks back on
 * is over, and a form about change only when the first rhythm has passed since care began. What is asked around
 * a session is due once a day.
 *
 * @param history every answer so far, in any order; those after today are left aside
 * @param today ISO date where the practice is
 */
export function dueMeasures(
  asks: readonly MeasureAsk[],
  measures: readonly Measure[],
  history: readonly Asked[],
  today: string,
): readonly MeasureAsk[] {
  const past = history.filter(({ date }) => daysBetween(date, today) >= 0);
  const begun = past.reduce((days, { date }) => Math.max(days, daysBetween(date, today)), 0);
  return asks.filter(({ measure: id, when }) => {
    const measure = measures.find((one) => one.id === id);
    if (!measure) return false;
    const since = past
      .filter((one) => one.measure === id)
      .reduce((days, { date }) => Math.min(days, daysBetween(date, today)), Infinity);
    const least = Math.max(
      typeof when === 'object' ? when.everyWeeks * 7 : 1,
      measure.recall?.days ?? 0,
    );
    return since >= least && (!measure.asksChange || begun >= least);
  });
}
