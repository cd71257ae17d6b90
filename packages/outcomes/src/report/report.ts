/**
 * A within-person test as it should be reported, finished or not: what was fixed, what chance drew, what was done
 * and rated, and what may be said of it. What this program cannot know is named as unknown, never left out.
 */
import { slotsOf } from '../verdict/appointments.ts';
import type { Prior } from '../verdict/bayes.ts';
import { type DiaryDay, dayNumber, type Question } from '../verdict/diary.ts';
import type { PracticePrior } from '../verdict/fixed.ts';
import type { Reactions } from '../verdict/reactions.ts';
import { SCEPTICAL } from '../verdict/release.ts';
import { allowedSchedules } from '../verdict/schedule.ts';
import { judgeSecondary, type RatedOutcome, type Secondary } from '../verdict/secondary.ts';
import {
  type Arm,
  type Comparison,
  comparisonOf,
  type Period,
  periodsOf,
  standing,
  type Trial,
} from '../verdict/trial.ts';
import { judgeTest, type TestResult } from '../verdict/verdict.ts';
import { type Said, say } from '../verdict/wording.ts';
import { REPORT_ITEMS, type ReportItem } from './items.ts';

/** Everything that is known of a test. What is left out is reported as not known. */
export interface TestFacts {
  readonly question: Question;
  readonly days: readonly DiaryDay[];
  readonly trial: Trial;
  readonly today: string;
  /** Of `fixedText`, made before the first day. */
  readonly hash?: string;
  /** What was said beforehand about what such a test finds and misses. */
  readonly told?: string;
  readonly secondary?: readonly RatedOutcome[];
  /** The days of the sessions that were given. */
  readonly sessions?: readonly string[];
  /** Departures from the plan. */
  readonly changes?: readonly { readonly day: string; readonly text: string }[];
  readonly ended?: { readonly day: string; readonly why: string };
  readonly medicineChanges?: readonly string[];
  readonly reactions?: readonly Reactions[];
  /** As it was fixed with the test; else the sceptical one. */
  readonly prior?: PracticePrior;
}

export interface ReportedPeriod {
  readonly arm: Arm;
  readonly from: string;
  readonly to: string;
  /** Of each day in order; null is a day without a rating, or yet to come. */
  readonly ratings: readonly (number | null)[];
  /** Days up to today without a rating. */
  readonly missing: number;
  /** Days with a session; absent when the sessions are not known. */
  readonly sessions?: readonly string[];
}

export interface TestReport {
  readonly state: 'running' | 'over' | 'ended-early';
  readonly question: Question;
  readonly fixed: {
    /** Names of what was asked beside. */
    readonly secondary: readonly string[];
    readonly told?: string;
    readonly hash?: string;
  };
  readonly design: {
    readonly compares: Comparison;
    readonly everyDays?: readonly [more: number, less: number];
    readonly periods: number;
    readonly periodDays: number;
    /** How many schedules chance could have drawn, each as likely. */
    readonly allowed: number;
    readonly longestRun?: number;
    readonly inPairs: boolean;
    readonly seed: string;
  };
  readonly periods: readonly ReportedPeriod[];
  readonly completion: Readonly<Record<Arm, { readonly rated: number; readonly days: number }>>;
  readonly sessions?: {
    /** Stretches that are over, had a session planned and none given. */
    readonly missed: readonly { readonly from: string; readonly to: string }[];
    /** In periods without massage. */
    readonly rescue: readonly string[];
    /** Second ones where one was planned. */
    readonly additional: readonly string[];
  };
  readonly changes?: readonly { readonly day: string; readonly text: string }[];
  readonly ended?: { readonly day: string; readonly why: string };
  readonly medicineChanges?: readonly string[];
  readonly said: Said;
  /** Only at the end: numbers that are looked at before it mislead. */
  readonly result?: TestResult;
  readonly secondary: readonly Secondary[];
  readonly reactions?: readonly Reactions[];
  /** Of the effect before the first rating, in points of 0 to 10; of how many other people, when it is theirs. */
  readonly prior: Prior | PracticePrior;
  readonly items: readonly ReportItem[];
}

export function reportOf(facts: TestFacts): TestReport {
  const { question, days, trial, today, ended, secondary = [], sessions } = facts;
  const { medicineChanges, prior = SCEPTICAL, reactions, changes, hash, told } = facts;
  const { isStopped, asOf } = standing(trial, today, ended?.day);
  const beside = {
    ...(medicineChanges && { medicineChanges }),
    ...(ended && { stoppedOn: ended.day }),
  };
  const counted = days.filter(({ day }) => day <= asOf);
  const given = sessions?.filter((day) => day <= asOf);
  const periods = periodsOf(trial, counted);
  const verdict = judgeTest(question, days, trial, today, { prior, ...beside });
  const isFinal = verdict.level === 'test' && verdict.state === 'final';
  const isOver = today > (periods.at(-1)?.to ?? '');
  const { design, periodDays, everyDays, seed } = trial;
  const reported = periods.map((period) => reportPeriod(period, periodDays, asOf, given));
  return {
    state: isStopped ? 'ended-early' : isOver ? 'over' : 'running',
    question,
    fixed: {
      secondary: secondary.map((one) => one.question.outcome),
      ...(told !== undefined && { told }),
      ...(hash !== undefined && { hash }),
    },
    design: {
      compares: comparisonOf(trial),
      ...(everyDays && { everyDays }),
      periods: periods.length,
      periodDays,
      allowed: allowedSchedules(design).length,
      ...(design.kind === 'balanced' && { longestRun: design.longestRun }),
      inPairs: design.kind === 'pairs',
      seed,
    },
    periods: reported,
    completion: {
      with: completionOf(reported, 'with'),
      without: completionOf(reported, 'without'),
    },
    ...(given && { sessions: departures(trial, given, asOf) }),
    ...(changes && { changes }),
    ...(ended && { ended }),
    ...(medicineChanges && { medicineChanges }),
    said: say(question, verdict),
    ...(isFinal && verdict.result && { result: verdict.result }),
    secondary: judgeSecondary(secondary, trial, today, beside),
    ...(reactions && { reactions }),
    prior,
    items: REPORT_ITEMS,
  };
}

function reportPeriod(
  { arm, from, to, days }: Period,
  length: number,
  today: string,
  sessions: readonly string[] | undefined,
): ReportedPeriod {
  const first = dayNumber(from) ?? 0;
  const gone = Math.min(length, Math.max(0, (dayNumber(today) ?? 0) - first + 1));
  const rated = new Map(days.map(({ t, value }) => [t, value]));
  return {
    arm,
    from,
    to,
    ratings: Array.from({ length }, (_, i) => rated.get(first + i) ?? null),
    missing: gone - days.length,
    ...(sessions && {
      sessions: [...new Set(sessions)].filter((day) => day >= from && day <= to).sort(),
    }),
  };
}

function completionOf(periods: readonly ReportedPeriod[], arm: Arm) {
  const counted = periods.filter((one) => one.arm === arm);
  const rated = counted.flatMap(({ ratings }) => ratings.filter((one) => one !== null)).length;
  const missing = counted.reduce((sum, one) => sum + one.missing, 0);
  return { rated, days: rated + missing };
}

function departures(trial: Trial, sessions: readonly string[], today: string) {
  const slots = slotsOf(trial, sessions);
  return {
    missed: slots
      .filter(({ isMissing, to }) => isMissing && to < today)
      .map(({ from, to }) => ({ from, to })),
    rescue: slots.filter((one) => !one.needsSession).flatMap(({ beyondPlan }) => beyondPlan),
    additional: slots.filter((one) => one.needsSession).flatMap(({ beyondPlan }) => beyondPlan),
  };
}
