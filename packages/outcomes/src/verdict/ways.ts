/**
 * Which of two ways of working suits this person? Only between ways that safety, the therapist and the person allow;
 * the order of sessions was drawn by chance in blocks of two. The days after a session of each way have a column
 * of their own in the regression of `bayes.ts`, and the answer is the posterior of the difference.
 */
import { seededRandom } from '@assuage/statistics';
import { posteriorOf } from './bayes.ts';
import { type DiaryDay, dayNumber, type Question } from './diary.ts';
import { countReactions, type GivenSession, suspended } from './reactions.ts';

export type WaysVerdict =
  | {
      /** A reaction followed one of them: a person decides, not a number. */
      readonly state: 'suspended';
      readonly ways: readonly string[];
    }
  | { readonly state: 'too-early'; readonly sessions: readonly [number, number]; needed: number }
  | {
      readonly state: 'compared';
      readonly sessions: readonly [number, number];
      /** First less second over the days after, in points; shrunk by the sceptical prior. */
      readonly gap: { readonly mean: number; readonly interval: readonly [number, number] };
      /** That the first suits this person better. */
      readonly chanceOfFirst: number;
      readonly better?: 'first' | 'second';
      /** How often the first may be suggested from now on; neither is ever dropped. */
      readonly shareOfFirst: number;
    };

/** Sessions of each way, with a rating in the days after, before any number is shown. */
const FEWEST_SESSIONS = 6;
/** A session is looked for in the ratings of so many days after it. */
const DAYS_AFTER = 3;
const SURE = 0.95;
const LEAST_SHARE = 0.2;

/** Level, first, second, any other session, trend; on a scale of 0 to 10. */
const PRIORS = [
  { mean: 5, sd: 5 },
  { mean: 0, sd: 1 },
  { mean: 0, sd: 1 },
  { mean: 0, sd: 1 },
  { mean: 0, sd: 2 },
];

/** @param ways the first and the second */
export function compareWays(
  question: Question,
  days: readonly DiaryDay[],
  sessions: readonly GivenSession[],
  ways: readonly [string, string],
): WaysVerdict {
  const held = suspended(countReactions(question, days, sessions)).filter((way) =>
    ways.includes(way),
  );
  if (held.length > 0) return { state: 'suspended', ways: held };

  const dated = sessions.map(({ day, way }) => ({ way, t: dayNumber(day) ?? Number.NaN }));
  const follows = (t: number, after: number) => t > after && t <= after + DAYS_AFTER;
  const seen = (way: string) =>
    dated.filter((one) => one.way === way && days.some(({ t }) => follows(t, one.t))).length;
  const counts = [seen(ways[0]), seen(ways[1])] as const;
  if (Math.min(...counts) < FEWEST_SESSIONS)
    return { state: 'too-early', sessions: counts, needed: FEWEST_SESSIONS };

  const unit = (question.scale.to - question.scale.from) / 10;
  const first = days[0]?.t ?? 0;
  const span = (days.at(-1)?.t ?? 0) - first || 1;
  const isAfter = (t: number, is: (way: string) => boolean): number =>
    dated.some((one) => is(one.way) && follows(t, one.t)) ? 1 : 0;
  const posterior = posteriorOf(
    {
      t: days.map(({ t }) => t),
      y: days.map(({ value }) => (value - question.scale.from) / unit),
      x: days.map(({ t }) => [
        1,
        isAfter(t, (way) => way === ways[0]),
        isAfter(t, (way) => way === ways[1]),
        isAfter(t, (way) => !ways.includes(way)),
        (t - first) / span - 0.5,
      ]),
    },
    PRIORS,
    [0, 1, -1, 0, 0],
  );
  const lower = posterior.below(0);
  const chanceOfFirst = question.better === 'lower' ? lower : 1 - lower;
  const [low, high] = posterior.interval(0.95);
  return {
    state: 'compared',
    sessions: counts,
    gap: { mean: posterior.mean * unit, interval: [low * unit, high * unit] },
    chanceOfFirst,
    ...(chanceOfFirst >= SURE
      ? { better: 'first' as const }
      : chanceOfFirst <= 1 - SURE
        ? { better: 'second' as const }
        : {}),
    shareOfFirst: Math.min(1 - LEAST_SHARE, Math.max(LEAST_SHARE, chanceOfFirst)),
  };
}

/** An order of sessions in blocks of one of each, drawn by a seed that is stored. */
export function drawOrder<T>(ways: readonly [T, T], blocks: number, seed: string): readonly T[] {
  const random = seededRandom(seed);
  return Array.from({ length: blocks }, () =>
    random.integer(2) === 0 ? ways : ([ways[1], ways[0]] as const),
  ).flat();
}

/** The sentences of a comparison; without a winner they say so. */
export function sayWays(
  { outcome }: Pick<Question, 'outcome'>,
  [first, second]: readonly [string, string],
  verdict: WaysVerdict,
): readonly string[] {
  if (verdict.state === 'suspended')
    return [
      `A reaction followed: ${verdict.ways.join(' and ')}. Nothing is suggested until you have talked about it.`,
    ];
  if (verdict.state === 'too-early')
    return [
      `Too early to say. ${first}: ${verdict.sessions[0]} of ${verdict.needed} sessions; ${second}: ${verdict.sessions[1]} of ${verdict.needed}.`,
    ];
  const { better, gap, chanceOfFirst, sessions } = verdict;
  const counted = `Sessions: ${sessions[0]} and ${sessions[1]}.`;
  if (better === undefined) return ['No clear winner. Choose what you like.', counted];
  const isFirst = better === 'first';
  const difference = (isFirst ? gap.mean : -gap.mean) < 0 ? 'lower' : 'higher';
  return [
    `After "${isFirst ? first : second}" your ${outcome} was ${Math.round(10 * Math.abs(gap.mean)) / 10} points ${difference} over the next three days than after "${isFirst ? second : first}".`,
    `${Math.min(99, Math.round(100 * (isFirst ? chanceOfFirst : 1 - chanceOfFirst)))}% chance that it suits you better.`,
    counted,
  ];
}
