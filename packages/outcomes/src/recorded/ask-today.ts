/** What a client is asked on a day: the ratings of a running test, those before a session, and how the last session was. */
import { type Measure, type MeasureAsk, type Measures, responseOf } from '@assuage/knowledge';
import { asksFor } from '../measures/due.ts';
import { dayNumber } from '../verdict/diary.ts';
import type { RecordedOutcomes, RecordedTest } from './recorded.ts';
import { testsOf } from './test.ts';

/** Around a session: before it, or right after it. */
export type Around = Extract<MeasureAsk['when'], string>;

/** One rating from 0 to 10, with its words. */
export interface RatingToAsk {
  /** The id of the measure, which is that of its only question too. */
  readonly measure: string;
  readonly question: string;
  /** What 0 means, and what 10 means. */
  readonly low: string;
  readonly high: string;
  /** Whether it was answered on this day. */
  readonly isAnswered: boolean;
}

/** The part of a record that says which ratings are asked. */
export interface AskedOf extends RecordedOutcomes {
  readonly measureChoice?:
    | { readonly chosen: readonly string[]; readonly dropped: readonly string[] }
    | undefined;
}

/** What is known of the client. */
export interface Known {
  /** Ids of the conditions. */
  readonly conditions: readonly string[];
  readonly isMedicine: (fact: string) => boolean;
}

/**
 * Before a session, and on every day of a running test: first the test's own ratings, then the usual list. The ratings of
 * a test are asked even when somebody has taken them off the list.
 *
 * @param today `YYYY-MM-DD` where the client is
 */
export function ratingsToAsk(
  measures: Measures,
  record: AskedOf,
  known: Known,
  today: string,
): readonly RatingToAsk[] {
  const running = testsOf(measures, record, known.isMedicine, today)
    .filter(({ phase }) => phase === 'running')
    .flatMap(({ fixed }) => [fixed.question.measure, ...fixed.secondary]);
  return wordsOf(measures, record, today, [
    ...running,
    ...record.trials
      .filter((one) => comparesWays(one, today))
      .map(({ question }) => question.measure),
    ...around(measures, record, known, 'before-session'),
  ]);
}

/** Two ways of working, compared from its first day until somebody ends it. */
const comparesWays = ({ plan, start, changes }: RecordedTest, today: string): boolean =>
  plan.compares === 'ways' && start <= today && !changes.some(({ change }) => change === 'ended');

/** Right after a session. */
export const ratingsAfterSession = (
  measures: Measures,
  record: AskedOf,
  known: Pick<Known, 'conditions'>,
  today: string,
): readonly RatingToAsk[] =>
  wordsOf(measures, record, today, around(measures, record, known, 'after-session'));

const around = (
  measures: Measures,
  { measureChoice }: AskedOf,
  { conditions }: Pick<Known, 'conditions'>,
  wanted: Around,
): string[] =>
  asksFor(measures, { conditions, ...measureChoice })
    .filter(({ when }) => when === wanted)
    .map(({ measure }) => measure);

function wordsOf(
  { measures }: Measures,
  { scores }: RecordedOutcomes,
  today: string,
  ids: readonly string[],
): RatingToAsk[] {
  const answered = new Set(
    scores.filter(({ on }) => on.slice(0, 10) === today).map(({ measure }) => measure),
  );
  return [...new Set(ids)].flatMap((id) => {
    const measure = measures.find((one) => one.id === id);
    const words = measure && ratingIn(measure);
    return words ? [{ ...words, isAnswered: answered.has(id) }] : [];
  });
}

/** Undefined for everything that is not one question with the answers 0 to 10. */
function ratingIn(measure: Measure): Omit<RatingToAsk, 'isAnswered'> | undefined {
  const [item, ...others] = measure.items;
  const response = item && responseOf(measure, item);
  if (!item?.text || others.length > 0 || item.id !== measure.id) return undefined;
  if (!response || !('from' in response)) return undefined;
  const { from, to, step, low = String(from), high = String(to) } = response;
  if (from !== 0 || to !== 10 || step !== 1) return undefined;
  return { measure: measure.id, question: item.text, low, high };
}

/**
 * The newest session of yesterday or the day before about which nobody has said yet how the client was after it.
 *
 * @param today `YYYY-MM-DD` where the client is
 */
export function sessionToAskAbout<Session extends { readonly entry: string; readonly on: string }>(
  {
    sessions,
    reactions,
  }: {
    readonly sessions: readonly Session[];
    readonly reactions: readonly { readonly session: string | null; readonly on: string }[];
  },
  today: string,
): Session | undefined {
  const now = dayNumber(today);
  if (now === undefined) return undefined;
  return sessions
    .filter(({ entry, on }) => {
      const since = now - (dayNumber(on.slice(0, 10)) ?? now);
      const isAnswered = reactions.some(
        (reaction) => reaction.session === entry || (reaction.session === null && reaction.on > on),
      );
      return since >= 1 && since <= LATEST_DAYS && !isAnswered;
    })
    .reduce<Session | undefined>(
      (newest, session) => (newest && newest.on >= session.on ? newest : session),
      undefined,
    );
}

/** What comes of a session is asked for 24 to 48 hours after it. */
const LATEST_DAYS = 2;
