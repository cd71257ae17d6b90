/**
 * What is fixed before a within-person test begins, as a text that anybody can read and hash. A test whose question,
 * schedule or important change could be altered later would prove nothing.
 */
import type { Prior } from './bayes.ts';
import { type Design, drawSchedule, type Schedule } from './schedule.ts';
import { drawOrder } from './ways.ts';

/** A way of working: a technique, or the most pressure of a session from 0 to 5. */
export type Way = { readonly technique: string } | { readonly pressure: number };

/** What is compared, and the order that chance gave it. */
export type FixedPlan =
  | {
      /** Periods with massage and periods of ordinary care; 1 in the schedule is with. */
      readonly compares: 'weeks';
      readonly periodDays: 7 | 14;
      readonly design: Design;
      readonly schedule: Schedule;
    }
  | {
      /** Massage more and less often, for people who should not go without; 1 is more often. */
      readonly compares: 'cadence';
      /** Days from one massage to the next: more often, less often. */
      readonly everyDays: readonly [7, 14 | 28];
      readonly periodDays: 28;
      readonly design: Design;
      readonly schedule: Schedule;
    }
  | {
      /** Two ways of working, one session after the other. */
      readonly compares: 'ways';
      readonly ways: readonly [Way, Way];
      /** Blocks of one session of each. */
      readonly blocks: number;
      /** For each session in order: 0 the first way, 1 the second. */
      readonly order: readonly (0 | 1)[];
    };

/** In points of 0 to 10, from so many people. */
export interface PracticePrior extends Prior {
  readonly people: number;
}

export interface FixedTest {
  readonly question: {
    /** The id of a rating. */
    readonly measure: string;
    /** The smallest change that matters, in points of it. */
    readonly important: number;
  };
  /** Further ratings, without a say in the verdict. */
  readonly secondary: readonly string[];
  /** The knowledge release of the ratings' wording. */
  readonly release: string;
  /** The first day of it, `YYYY-MM-DD`. */
  readonly start: string;
  readonly plan: FixedPlan;
  readonly seed: string;
  /** What the finished tests of other people of the practice had shown: the effect's prior. Left out: the sceptical one. */
  readonly prior?: PracticePrior;
  /** What was said beforehand about what a test of this length finds and misses. */
  readonly told: string;
}

/**
 * The order that the seed gives a plan.
 * @throws RangeError when the design is none
 */
export const drawnBy = (plan: FixedPlan, seed: string): readonly (0 | 1)[] =>
  plan.compares === 'ways' ? drawOrder([0, 1], plan.blocks, seed) : drawSchedule(plan.design, seed);

/** The order that a plan says was drawn. */
export const orderOf = (plan: FixedPlan): readonly (0 | 1)[] =>
  plan.compares === 'ways' ? plan.order : plan.schedule;

/** Everything that was fixed, a fact to a line. The SHA-256 of its UTF-8 bytes is the hash of the test. */
export function fixedText(test: FixedTest): string {
  const { question, secondary, release, start, plan, seed, prior, told } = test;
  return [
    'A within-person test',
    `question: ${question.measure}, important from ${question.important}`,
    `also asked: ${secondary.join(', ') || 'nothing'}`,
    `release: ${release}`,
    `start: ${start}`,
    ...planLines(plan),
    `seed: ${JSON.stringify(seed)}`,
    `drawn: ${orderOf(plan).join('')}`,
    ...(prior ? [`prior: mean ${prior.mean}, sd ${prior.sd}, of ${prior.people} people`] : []),
    `told: ${JSON.stringify(told)}`,
    '',
  ].join('\n');
}

function planLines(plan: FixedPlan): readonly string[] {
  if (plan.compares === 'ways')
    return [
      `compares: ways, ${plan.ways.map(wayText).join(' and ')}`,
      `design: ${plan.blocks} blocks of one of each`,
    ];
  const { design, periodDays } = plan;
  return [
    plan.compares === 'weeks'
      ? 'compares: weeks, with massage and without'
      : `compares: cadence, massage every ${plan.everyDays[0]} days and every ${plan.everyDays[1]} days`,
    design.kind === 'pairs'
      ? `design: ${design.pairs} pairs of periods of ${periodDays} days`
      : `design: ${design.periods} periods of ${periodDays} days, half of each, at most ${design.longestRun} alike in a row`,
  ];
}

const wayText = (way: Way): string =>
  'technique' in way ? `technique ${way.technique}` : `pressure up to ${way.pressure}`;
