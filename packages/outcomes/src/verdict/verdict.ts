/**
 * What may be said about whether massage is helping this person, and when. Three levels that are never mixed:
 * collecting (dots only), pattern (an ordinary course of treatment: described, never explained) and test
 * (randomised weeks: probabilities). The thresholds are those whose error rates were simulated
 * (docs/statistics.md).
 */
import type { Posterior } from './bayes.ts';
import { type DiaryDay, dayNumber, median, type Question } from './diary.ts';
import { type Beside, designOf, effectIn } from './effect.ts';
import { type RandomisationTest, randomisationTest } from './randomisation.ts';
import { type Effect, estimate } from './reml.ts';
import { allowedSchedules } from './schedule.ts';
import {
  type Arm,
  type Comparison,
  comparisonOf,
  completion,
  type Period,
  periodsOf,
  plannedRatings,
  standing,
  type Trial,
} from './trial.ts';

/** Fewer ratings at the start or now, or in either arm, and nothing but dots is shown. */
export const FEWEST = 5;

const TEST_AT_LEAST = { periods: 4, perArm: 10, inAll: 24 };
/** What a probability must reach to be said: to stop early, to claim, to lean. */
const SURE = { stop: 0.99, claim: 0.975, lean: 0.9, important: 0.8 };
/** Completion of the two arms that differs by more than this is told. */
const UNEQUAL = 0.15;

export type Verdict = Collecting | Pattern | Test;

export interface Collecting {
  readonly level: 'collecting';
  readonly ratings: number;
  readonly needed: number;
}

/** Median, lowest and highest. */
export interface Described {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly ratings: number;
}

export interface Pattern {
  readonly level: 'pattern';
  readonly start: Described;
  readonly now: Described;
  /** Now less start, in points. */
  readonly change: number;
  readonly direction: 'better' | 'worse' | 'same';
  /** Whether the change reaches the smallest one that matters. */
  readonly isImportant: boolean;
  /** Whether the middle of now lies outside everything rated at the start. */
  readonly isBeyondUsual: boolean;
}

export type TestState = 'too-early' | 'interim' | 'final';

/** What a finished test says; each has its mirror of equal form. */
export type Finding =
  | 'better-important'
  | 'better'
  | 'leans-better'
  | 'worse-important'
  | 'worse'
  | 'leans-worse'
  | 'little-difference'
  | 'unclear';

export interface Chances {
  /** By at least the important change. */
  readonly better: number;
  readonly within: number;
  readonly worse: number;
  /** That the difference is to the better at all. */
  readonly anyBetter: number;
}

export interface Test {
  readonly level: 'test';
  readonly compares: Comparison;
  readonly state: TestState;
  readonly isOver: boolean;
  /** Ended before its last day: only what may be said before the end may be said. */
  readonly isStopped: boolean;
  readonly ratings: number;
  readonly planned: number;
  readonly weeks: number;
  readonly completion: Readonly<Record<Arm, number>>;
  /** Only when the test is not too early. */
  readonly result?: TestResult;
}

export interface TestResult {
  /** Undefined before the end: then only `stopEarly` may be said. */
  readonly finding?: Finding;
  /** Before the end: whether the chance of better, or of worse, is at least 99 in 100. */
  readonly stopEarly?: 'better' | 'worse';
  readonly chances: Chances;
  /** With massage less without, or more of it less less, in points; shrunk by the sceptical prior. */
  readonly effect: { readonly mean: number; readonly interval: readonly [number, number] };
  /** There was hardly anything to gain: the weeks without are at the good end. */
  readonly isAtFloor: boolean;
  /** The mean effect if the days without a rating were the worst, when one arm has far fewer ratings. */
  readonly ifMissingWereBad?: number;
  readonly details: Details;
}

/** For those who want to check. Never shown as a probability. */
export interface Details {
  readonly unshrunk?: Effect;
  readonly randomisation?: RandomisationTest;
  readonly phi: number;
  readonly sigma: number;
}

/**
 * The verdict on an ordinary course of treatment.
 *
 * @param since the day from which ratings count: a change of medicine begins a new phase
 */
export function describeCourse(
  question: Question,
  days: readonly DiaryDay[],
  since?: string,
): Collecting | Pattern {
  const from = since === undefined ? Number.NEGATIVE_INFINITY : (dayNumber(since) ?? 0);
  const counted = days.filter(({ t }) => t >= from);
  const needed = 2 * FEWEST;
  if (counted.length < needed) return { level: 'collecting', ratings: counted.length, needed };
  const start = described(counted.slice(0, FEWEST));
  const now = described(counted.slice(-FEWEST));
  const change = now.median - start.median;
  const isImportant = Math.abs(change) >= question.important;
  const isBetter = change < 0 === (question.better === 'lower');
  return {
    level: 'pattern',
    start,
    now,
    change,
    direction: !isImportant ? 'same' : isBetter ? 'better' : 'worse',
    isImportant,
    isBeyondUsual: now.median < start.low || now.median > start.high,
  };
}

/** The verdict on a randomised test, as it stands today. */
export function judgeTest(
  question: Question,
  days: readonly DiaryDay[],
  trial: Trial,
  today: string,
  beside: Beside = {},
): Collecting | Test {
  const { isStopped, asOf } = standing(trial, today, beside.stoppedOn);
  const periods = periodsOf(
    trial,
    days.filter(({ day }) => day <= asOf),
  );
  const ratedIn = (arm: Arm) => periods.filter((one) => one.arm === arm).flatMap((one) => one.days);
  const [on, off] = [ratedIn('with'), ratedIn('without')];
  const ratings = on.length + off.length;
  const fewer = Math.min(on.length, off.length);
  if (fewer < FEWEST) return { level: 'collecting', ratings, needed: plannedRatings(trial) };

  const isOver = asOf > (periods.at(-1)?.to ?? '');
  const past = periods.filter(({ to }) => to < asOf).length;
  const isEarly =
    past < TEST_AT_LEAST.periods || fewer < TEST_AT_LEAST.perArm || ratings < TEST_AT_LEAST.inAll;
  const state = isEarly ? 'too-early' : isOver ? 'final' : 'interim';
  const test = {
    level: 'test',
    compares: comparisonOf(trial),
    state,
    isOver,
    isStopped,
    ratings,
    planned: plannedRatings(trial),
    weeks: Math.round((periods.length * trial.periodDays) / 7),
    completion: {
      with: completion(periods, 'with', asOf),
      without: completion(periods, 'without', asOf),
    },
  } as const;
  if (isEarly) return test;
  return { ...test, result: resultOf(question, trial, periods, test, asOf, beside) };
}

function resultOf(
  question: Question,
  trial: Trial,
  periods: readonly Period[],
  { completion: complete, isOver }: Pick<Test, 'completion' | 'isOver'>,
  today: string,
  beside: Beside,
): TestResult {
  const effect = effectIn(question, periods, beside);
  const chances = chancesOf(question, effect);
  const off = periods.filter(({ arm }) => arm === 'without').flatMap(({ days }) => days);
  const isUneven = Math.abs(complete.with - complete.without) > UNEQUAL;
  const lacking = complete.with < complete.without ? 'with' : 'without';
  const unshrunk = estimate(designOf(periods, beside))?.effect(1, 0.95);
  const randomisation = randomisationTest(
    periods.map(({ days }) => (days.length === 0 ? undefined : average(days))),
    trial.schedule,
    allowedSchedules(trial.design),
  );
  const said = isOver
    ? { finding: findingOf(chances) }
    : chances.anyBetter >= SURE.stop
      ? { stopEarly: 'better' as const }
      : chances.anyBetter <= 1 - SURE.stop
        ? { stopEarly: 'worse' as const }
        : {};
  return {
    ...said,
    chances,
    effect: { mean: effect.mean, interval: effect.interval(0.95) },
    isAtFloor: isAtGoodEnd(question, median(off.map(({ value }) => value))),
    ...(isUneven
      ? {
          ifMissingWereBad: effectIn(
            question,
            filledWithWorst(question, periods, lacking, today),
            beside,
          ).mean,
        }
      : {}),
    details: {
      ...(unshrunk ? { unshrunk } : {}),
      ...(randomisation ? { randomisation } : {}),
      phi: effect.phi,
      sigma: effect.sigma,
    },
  };
}

/** The steps of the ladder, in the order in which they are tried. */
export function findingOf({ better, within, worse, anyBetter }: Chances): Finding {
  if (anyBetter >= SURE.claim) return better >= SURE.important ? 'better-important' : 'better';
  if (anyBetter <= 1 - SURE.claim) return worse >= SURE.important ? 'worse-important' : 'worse';
  if (anyBetter >= SURE.lean) return 'leans-better';
  if (anyBetter <= 1 - SURE.lean) return 'leans-worse';
  return within >= SURE.important ? 'little-difference' : 'unclear';
}

function chancesOf({ better, important }: Question, effect: Posterior): Chances {
  const low = effect.below(-important);
  const high = 1 - effect.below(important);
  const negative = effect.below(0);
  return better === 'lower'
    ? { better: low, within: 1 - low - high, worse: high, anyBetter: negative }
    : { better: high, within: 1 - low - high, worse: low, anyBetter: 1 - negative };
}

/** Less room to the good end than the important change and one point of ten more. */
function isAtGoodEnd({ better, scale, important }: Question, usual: number): boolean {
  const room = better === 'lower' ? usual - scale.from : scale.to - usual;
  return room < important + (scale.to - scale.from) / 10;
}

/** Every day of an arm up to today that has no rating gets the worst that the arm has. */
function filledWithWorst(
  { better }: Question,
  periods: readonly Period[],
  arm: Arm,
  today: string,
): readonly Period[] {
  const values = periods
    .filter((one) => one.arm === arm)
    .flatMap(({ days }) => days.map(({ value }) => value));
  const worst = better === 'lower' ? Math.max(...values) : Math.min(...values);
  return periods.map((period) => {
    if (period.arm !== arm) return period;
    const from = dayNumber(period.from) ?? 0;
    const to = Math.min(dayNumber(period.to) ?? 0, dayNumber(today) ?? 0);
    const rated = new Map(period.days.map((day) => [day.t, day]));
    const days = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i).map(
      (t) => rated.get(t) ?? { t, day: '', value: worst },
    );
    return { ...period, days };
  });
}

const average = (days: readonly DiaryDay[]): number =>
  days.reduce((sum, { value }) => sum + value, 0) / days.length;

function described(days: readonly DiaryDay[]): Described {
  const values = days.map(({ value }) => value);
  return {
    median: median(values),
    low: Math.min(...values),
    high: Math.max(...values),
    ratings: values.length,
  };
}

/**
 * Which of several secondary outcomes may be given words: Holm's step-down procedure at 5 %.
 *
 * @param tails for each, twice the smaller of the chances of better and worse
 */
export function passHolm(tails: readonly number[]): readonly boolean[] {
  const order = tails.map((_, i) => i).sort((a, b) => (tails[a] ?? 1) - (tails[b] ?? 1));
  const passed = tails.map(() => false);
  for (const [rank, i] of order.entries()) {
    if ((tails[i] ?? 1) > 0.05 / (tails.length - rank)) break;
    passed[i] = true;
  }
  return passed;
}
