/** The ratings of one day, from 0 to 10: what a course is drawn of, and what a within-person test can ask. */
import type { Measure, Measures } from '@assuage/knowledge';
import type { Question } from '../verdict/diary.ts';
import type { RecordedOutcomes } from './recorded.ts';

/** What each rating is called within a sentence. */
const RATED: Readonly<Record<string, string>> = {
  'nrs-pain': 'pain',
  'nrs-fatigue': 'tiredness',
  'nrs-stiffness': 'stiffness',
  'nrs-sleep': 'trouble with sleep',
  'nrs-stress': 'stress',
  'nrs-mood': 'low mood',
};

/** Those with a study that gives the change that matters: PubMed 15207508, under the thresholds of nrs-pain.yaml. */
const STUDIED: ReadonlySet<string> = new Set(['nrs-pain']);

export interface DailyRating {
  readonly id: string;
  /** `Pain, 0 to 10` */
  readonly name: string;
  /** All but the change that matters. */
  readonly asked: Omit<Question, 'important'>;
  /** The ends of the scale in words. */
  readonly ends: { readonly low: string; readonly high: string };
  /** Whether a study says that 1 point matters; else it is our judgement. */
  readonly isStudied: boolean;
}

/** In the order in which they are offered. */
export function dailyRatings({ measures }: Pick<Measures, 'measures'>): readonly DailyRating[] {
  return Object.entries(RATED).flatMap(([id, outcome]) => {
    const measure = measures.find((one) => one.id === id);
    return measure === undefined ? [] : ratingOf(measure, outcome);
  });
}

function ratingOf({ id, name, direction, responses }: Measure, outcome: string): DailyRating[] {
  const rating = responses.rating;
  if (!rating || !('from' in rating)) return [];
  const { from, to, low = String(from), high = String(to) } = rating;
  const better = direction === 'lower-is-better' ? 'lower' : 'higher';
  const asked = { outcome, better, scale: { from, to } } as const;
  return [{ id, name, asked, ends: { low, high }, isStudied: STUDIED.has(id) }];
}

/**
 * The answers to one rating, in the order in which they were given. A rating of the day before has one answer a day:
 * the newest, which corrects the others; both stay in the record. How it is "now" is rated as often as it is asked.
 */
export function answersTo(
  { scores }: Pick<RecordedOutcomes, 'scores'>,
  id: string,
): readonly { readonly day: string; readonly value: number }[] {
  const given = scores
    .flatMap(({ measure, on, answers }) => {
      const value = measure === id ? answers[id] : undefined;
      return value === undefined ? [] : [{ on, day: on.slice(0, 10), value }];
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map(({ day, value }) => ({ day, value }));
  if (RATED[id] === undefined) return given;
  return [...new Map(given.map((one) => [one.day, one])).values()];
}
