/** Whether a within-person test is one: of ratings, drawn by its seed, and as its hash says. */
import { didYouMean, type Measure, nearestWords } from '@assuage/knowledge';
import { drawnBy, type FixedPlan, fixedText, isTesting, orderOf } from '@assuage/outcomes';
import type { Report } from './check-statement.ts';
import type { RecordedTrial } from './client-record.ts';
import { dateOf } from './dates.ts';
import type { NewEntry } from './entries.ts';
import { sha256Of } from './files.ts';

/** The measure, or a report that there is none. */
export function findMeasure(
  id: string,
  measures: readonly Measure[],
  at: string,
  report: Report,
): Measure | undefined {
  const measure = measures.find((one) => one.id === id);
  if (!measure) {
    const known = measures.map((one) => one.id);
    report(at, `unknown measure "${id}"${didYouMean(nearestWords(id, known, 4))}`);
  }
  return measure;
}

/** A within-person test is what it was before its first day: of ratings, in the order that its seed draws, under its hash. */
export function checkTrial(
  { on, body }: Extract<NewEntry, { kind: 'trial' }>,
  measures: readonly Measure[],
  technique: (at: string, id: string) => void,
  report: Report,
): void {
  const { question, secondary, start, plan, seed, hash } = body;
  const rating = (at: string, id: string) => {
    const measure = findMeasure(id, measures, at, report);
    if (measure && !isRating(measure)) report(at, `"${id}" is no single rating`);
  };
  rating('question.measure', question.measure);
  secondary.forEach((id, i) => {
    rating(`secondary[${i}]`, id);
    if (id === question.measure || secondary.indexOf(id) < i)
      report(`secondary[${i}]`, `"${id}" is named twice`);
  });
  if (start <= dateOf(on)) report('start', 'a test begins after the day on which it is fixed');
  if (plan.compares === 'ways') {
    plan.ways.forEach((way, i) => {
      if ('technique' in way) technique(`plan.ways[${i}].technique`, way.technique);
    });
    const [first, second] = plan.ways;
    if (
      'technique' in first !== 'technique' in second ||
      JSON.stringify(first) === JSON.stringify(second)
    )
      report('plan.ways', 'must be two techniques or two pressures, not the same twice');
  }
  if (drawn(plan, seed) !== orderOf(plan).join(''))
    report('plan', 'is not in the order that its seed draws');
  if (sha256Of(new TextEncoder().encode(fixedText(body))) !== hash)
    report('hash', 'is not the hash of what was fixed');
}

/**
 * Two tests at a time would each blur the other. An entry that is sent again is not its own second.
 *
 * @param trials those in the journal
 * @param before entries that come with this one, before it
 */
export const isSecond = (
  { id, on }: NewEntry,
  trials: readonly RecordedTrial[],
  before: readonly NewEntry[],
): boolean =>
  isTesting({ trials: trials.filter(({ entry }) => entry !== id) }, dateOf(on)) ||
  before.some((entry) => entry.kind === 'trial' && entry.id !== id);

/** Nothing for a design that is none. */
function drawn(plan: FixedPlan, seed: string): string | undefined {
  try {
    return drawnBy(plan, seed).join('');
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** One question, answered on a scale of numbers. */
function isRating({ items, responses }: Measure): boolean {
  const [only, ...others] = Object.values(responses ?? {});
  return items.length === 1 && only !== undefined && 'from' in only && others.length === 0;
}
