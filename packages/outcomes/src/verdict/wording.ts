/**
 * The sentences of a verdict. Plain, without a cause that was not tested for, without a p-value and without the
 * word that goes with it. A sentence for worse is the sentence for better in a mirror.
 */
import type { Question } from './diary.ts';
import { wholeShares } from './percent.ts';
import type { Secondary } from './secondary.ts';
import type { Comparison } from './trial.ts';
import type {
  Chances,
  Collecting,
  Finding,
  Pattern,
  Test,
  TestResult,
  Verdict,
} from './verdict.ts';

/** What the interface leads with. */
export type Headline =
  | 'Better'
  | 'About the same'
  | 'Worse'
  | 'Too soon to tell'
  | 'No clear answer';

export interface Said {
  readonly headline: Headline;
  /** In this order, each complete by itself. */
  readonly sentences: readonly string[];
}

/** What the arms of a test are called. */
interface ArmWords {
  /** At the beginning of a sentence: `Massage weeks`. */
  readonly weeks: string;
  readonly asSubject: string;
  /** Within a sentence. */
  readonly on: string;
  readonly off: string;
  /** Before `it leans towards …`; empty where there is nothing to add. */
  readonly leans: string;
  readonly either: string;
  readonly notWithout: string;
}

const ARMS: Readonly<Record<Comparison, ArmWords>> = {
  weeks: {
    weeks: 'Massage weeks',
    asSubject: 'Massage',
    on: 'with massage',
    off: 'without',
    leans: 'Leans',
    either: 'either way',
    notWithout: 'without massage too',
  },
  cadence: {
    weeks: 'Weeks with more massage',
    asSubject: 'More massage',
    on: 'with more massage',
    off: 'with less',
    leans: 'With more massage it leans',
    either: 'between more massage and less',
    notWithout: 'with less massage too',
  },
};

/** Beside every result of a test. */
export const UNBLINDED: Readonly<Record<Comparison, string>> = {
  weeks: 'Nobody can have massage without knowing it. What you expect is part of this result.',
  cadence:
    'Nobody can have more or less massage without knowing it. What you expect is part of this result.',
};
/** Beside every pattern. */
export const NO_CAUSE = 'This is a pattern, not a test. It cannot say why.';

export function say(question: Question, verdict: Verdict): Said {
  switch (verdict.level) {
    case 'collecting':
      return sayCollecting(verdict);
    case 'pattern':
      return sayPattern(question, verdict);
    case 'test':
      return sayTest(question, verdict);
  }
}

/**
 * Said before a test begins: what one of this length usually finds and misses, in points of ten. From the
 * simulated tests of docs/statistics.md.
 *
 * @param periodDays of a test of weeks: fewer and longer periods find less
 */
export function sayBefore(
  weeks: number,
  compares: Comparison = 'weeks',
  periodDays: 7 | 14 = 7,
): string {
  if (compares === 'cadence') return sayBeforeCadence(weeks);
  if ((7 * weeks) / periodDays < FEWEST_PERIODS) return tooFew(weeks);
  // Half as many periods find about as much as a test that is two weeks shorter.
  const like = periodDays === 14 ? weeks - 2 : weeks;
  if (like < 6) return `${weeks} weeks will usually miss even a change of 2 points.`;
  if (like < 8)
    return `${weeks} weeks may find a change of 2 points, and will miss most of 1 point.`;
  if (like < 12)
    return `${weeks} weeks will usually find a change of 2 points, and usually miss one of 1 point.`;
  return `${weeks} weeks will nearly always find a change of 2 points, and will still miss many of 1 point.`;
}

/** With fewer a test is always too early. */
const FEWEST_PERIODS = 4;
const tooFew = (weeks: number): string => `${weeks} weeks are too few: a test needs four periods.`;

function sayBeforeCadence(weeks: number): string {
  if (weeks < 16) return tooFew(weeks);
  const finds =
    weeks < 24
      ? 'usually find a difference of 2 points, and usually miss one of 1 point'
      : 'nearly always find a difference of 2 points, and will still miss many of 1 point';
  return `${weeks} weeks will ${finds}. More and less massage may differ less than massage and none.`;
}

const sayCollecting = ({ ratings, needed }: Collecting): Said => ({
  headline: 'Too soon to tell',
  sentences: [`Too early to say: ${ratings} of ${needed} ratings.`],
});

function sayPattern({ outcome, better }: Question, pattern: Pattern): Said {
  const { start, now, direction, isBeyondUsual } = pattern;
  const numbers = `${points(now.median)}, was ${points(start.median)}`;
  const usual = isBeyondUsual
    ? 'This is more than your usual ups and downs.'
    : 'Your usual ups and downs are as large as that.';
  if (direction === 'same')
    return {
      headline: 'About the same',
      sentences: [`Your ${outcome} is about the same as when you started: ${numbers}.`, NO_CAUSE],
    };
  const isLower = (direction === 'better') === (better === 'lower');
  return {
    headline: direction === 'better' ? 'Better' : 'Worse',
    sentences: [
      `Your ${outcome} is ${isLower ? 'lower' : 'higher'} than when you started: ${numbers}.`,
      usual,
      NO_CAUSE,
    ],
  };
}

function sayTest(question: Question, test: Test): Said {
  const { result, ratings, planned, isOver, isStopped, compares } = test;
  if (!result)
    return {
      headline: 'Too soon to tell',
      sentences: [
        isOver || isStopped
          ? `The test ${isOver ? 'is over' : 'was stopped'} with ${ratings} of ${planned} ratings. That is too few to say.`
          : `Too early to say: ${ratings} of ${planned} ratings.`,
      ],
    };
  const { finding } = result;
  if (!finding && isStopped) return sayStopped(test, result);
  if (!finding)
    return {
      headline: 'Too soon to tell',
      sentences: [
        result.stopEarly
          ? `Stopping early looks justified: the weeks ${ARMS[compares].on} are clearly ${result.stopEarly}.`
          : 'Not settled yet.',
        `${ratings} of ${planned} ratings so far.`,
        UNBLINDED[compares],
      ],
    };
  return {
    headline: HEADLINES[finding],
    sentences: [
      sentenceOf(question, finding, result.chances, test),
      ...cautionsOf(question, test, result),
      UNBLINDED[compares],
    ],
  };
}

/** Stopped early: only what is clear enough to stop for is called better or worse. */
function sayStopped({ ratings, planned, compares }: Test, { stopEarly }: TestResult): Said {
  const counted = `There were ${ratings} of ${planned} ratings.`;
  if (!stopEarly)
    return {
      headline: 'No clear answer',
      sentences: ['The test was stopped before it was settled.', counted, UNBLINDED[compares]],
    };
  return {
    headline: stopEarly === 'better' ? 'Better' : 'Worse',
    sentences: [
      `The test was stopped early: by then the weeks ${ARMS[compares].on} were clearly ${stopEarly}.`,
      counted,
      UNBLINDED[compares],
    ],
  };
}

const HEADLINES: Readonly<Record<Finding, Headline>> = {
  'better-important': 'Better',
  better: 'Better',
  'leans-better': 'No clear answer',
  'worse-important': 'Worse',
  worse: 'Worse',
  'leans-worse': 'No clear answer',
  'little-difference': 'About the same',
  unclear: 'No clear answer',
};

function sentenceOf(
  { outcome, better, important }: Question,
  finding: Finding,
  chances: Chances,
  { weeks, compares }: Pick<Test, 'weeks' | 'compares'>,
): string {
  const arms = ARMS[compares];
  const isGood = finding.includes('better');
  const isLower = isGood === (better === 'lower');
  const by = `${points(important)} point${important === 1 ? '' : 's'}`;
  const size = chance(isGood ? chances.better : chances.worse);
  switch (finding) {
    case 'better-important':
    case 'worse-important':
      return `${arms.weeks} were ${isGood ? 'better' : 'worse'} for you: ${size} chance that ${outcome} is ${isLower ? 'lower' : 'higher'} by at least ${by}.`;
    case 'better':
    case 'worse':
      return `${arms.asSubject} very likely ${isLower ? 'lowers' : 'raises'} your ${outcome}; ${size} chance that it is by ${by} or more.`;
    case 'leans-better':
    case 'leans-worse':
      return `${arms.leans} towards ${isLower ? 'lower' : 'higher'} ${outcome} (${chance(isGood ? chances.anyBetter : 1 - chances.anyBetter)}), not settled.`;
    case 'little-difference':
      return `Little difference ${arms.either}: ${chance(chances.within)} chance that it is less than ${by}.`;
    case 'unclear':
      return `No clear answer after ${weeks} weeks.`;
  }
}

/** What was asked beside the main question: words only where `judgeSecondary` found that they hold. */
export function saySecondary(
  { question, ratings, result }: Secondary,
  compares: Comparison,
): string {
  const { outcome } = question;
  const name = `${outcome.charAt(0).toUpperCase()}${outcome.slice(1)}`;
  if (!result) return `${name}: ${ratings} rating${ratings === 1 ? '' : 's'}.`;
  const { finding, chances, effect } = result;
  // What passes is never unclear, the one finding that is worded by the weeks.
  if (finding) return sentenceOf(question, finding, chances, { weeks: 0, compares });
  const { on, off } = ARMS[compares];
  const [low, high] = effect.interval;
  return `${name} ${on} minus ${outcome} ${off}: ${signed(effect.mean)} points, 95 in 100 from ${signed(low)} to ${signed(high)}. Too unsure for a verdict.`;
}

function cautionsOf({ outcome }: Question, test: Test, result: TestResult): string[] {
  const cautions: string[] = [];
  if (result.isAtFloor)
    cautions.push(
      `There was little room to improve: your ${outcome} was good ${ARMS[test.compares].notWithout}.`,
    );
  if (result.ifMissingWereBad !== undefined) {
    const { with: on, without: off } = test.completion;
    const arms = ARMS[test.compares];
    cautions.push(
      `You rated ${chance(on)} of the days ${arms.on} and ${chance(off)} of those ${arms.off}. If the missing days were bad ones, the difference would be ${signed(result.ifMissingWereBad)} points.`,
    );
  }
  return cautions;
}

/** Better, within and worse as whole numbers that add up to 100. */
export const threeNumbers = ({ better, within, worse }: Chances): readonly number[] =>
  wholeShares([better, within, worse], 100);

/** The same as 50 dots. */
export const fiftyDots = ({ better, within, worse }: Chances): readonly number[] =>
  wholeShares([better, within, worse], 50);

/** `93%`. A probability is never said to be 0% or 100% unless it is. */
export function chance(probability: number): string {
  if (probability > 0.99) return probability === 1 ? '100%' : 'over 99%';
  if (probability < 0.01) return probability === 0 ? '0%' : 'under 1%';
  return `${Math.round(100 * probability)}%`;
}

/** At most one decimal. */
const points = (value: number): string => String(Math.round(value * 10) / 10);
const signed = (value: number): string =>
  `${value > 0 ? '+' : value < 0 ? '−' : ''}${points(Math.abs(value))}`;
