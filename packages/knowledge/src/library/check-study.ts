/** Whether the numbers of one study can be true: what copies of abstracts most often get wrong. */
import type { ParsedFile, Path } from '../file.ts';
import type { Issue } from '../issues.ts';
import type { Outcome, Study, StudyEffect } from './study.ts';

type Report = (at: Path, message: string) => void;

/** Text copies of papers turn "−1.14" into "21.14"; no real effect is as large as that. */
const LARGEST_STANDARDISED = 5;
const STANDARDISED: ReadonlySet<StudyEffect['kind']> = new Set([
  'standardised-mean-difference',
  'hedges-g',
  'cohens-d',
  'standardised-change-in-one-group',
]);
/** Of one group only: nothing was compared, so these never say that massage works. */
const WITHIN: ReadonlySet<StudyEffect['kind']> = new Set([
  'change-in-one-group',
  'standardised-change-in-one-group',
  'percent-change-in-one-group',
]);

export function checkStudy(file: ParsedFile<Study>): Issue[] {
  const issues: Issue[] = [];
  const report: Report = (at, message) => issues.push(file.issue(at, message));
  for (const [i, outcome] of file.value.outcomes.entries())
    checkOutcome(outcome, ['outcomes', i], report);
  return issues;
}

function checkOutcome(outcome: Outcome, at: Path, report: Report): void {
  for (const arm of ['massage', 'control'] as const) {
    const { mean, low, high } = outcome[arm] ?? {};
    if (isOutside(mean, low, high))
      report([...at, arm], `the mean ${mean} lies outside its own interval ${low} to ${high}`);
  }
  if (outcome.effect) checkEffect(outcome.effect, outcome.shows, [...at, 'effect'], report);
}

function checkEffect(effect: StudyEffect, shows: Outcome['shows'], at: Path, report: Report): void {
  const { kind, value, low, high } = effect;
  const numbers = [value, low, high, ...(effect.range ?? [])].filter((n) => n !== undefined);
  if (STANDARDISED.has(kind) && numbers.some((n) => Math.abs(n) > LARGEST_STANDARDISED))
    report(
      at,
      `a standardised effect beyond ${LARGEST_STANDARDISED} is refused: copies of papers turn a minus sign into a digit ("−1.14" into "21.14"); read it in a second source`,
    );
  if (kind === 'risk-ratio' && numbers.some((n) => n <= 0))
    report(at, 'a ratio is above 0; was its logarithm copied, or is a sign wrong?');
  if (low !== undefined && high !== undefined && low > high)
    report(at, `the interval ${low} to ${high} is the wrong way round`);
  else if (isOutside(value, low, high))
    report(at, `the estimate ${value} lies outside its own interval ${low} to ${high}`);

  const disagree = pAndIntervalDisagree(effect);
  if (disagree && effect.disagree === undefined)
    report(
      at,
      `p ${effect.p} and the interval ${low} to ${high} disagree about ${nullOf(kind)}: read both again, or say why under "disagree"`,
    );
  if (!disagree && effect.disagree !== undefined)
    report([...at, 'disagree'], 'the interval and p agree, so there is nothing to explain');

  if (shows === 'favours-massage' && value !== undefined && effect.better !== undefined) {
    const isGain = effect.better === 'higher' ? value > nullOf(kind) : value < nullOf(kind);
    if (!isGain)
      report(at, `said to favour massage, but ${effect.better} is better and it is ${value}`);
  }
  if (WITHIN.has(kind) && (shows === 'no-difference' || shows === 'favours-control'))
    report(at, 'a change in one group is not a comparison with another');
}

const isOutside = (
  value: number | undefined,
  low: number | undefined,
  high: number | undefined,
): boolean =>
  value !== undefined &&
  ((low !== undefined && value < low) || (high !== undefined && value > high));

/** The number that stands for "no difference". */
const nullOf = (kind: StudyEffect['kind']): number => (kind === 'risk-ratio' ? 1 : 0);

/** An interval of 95% leaves out "no difference" exactly when p is below 0.05. */
function pAndIntervalDisagree({ kind, low, high, p }: StudyEffect): boolean {
  if (low === undefined || high === undefined || p === undefined) return false;
  const isBelow = isBelowFivePercent(p);
  const none = nullOf(kind);
  // A bound that was rounded to "no difference" says neither.
  if (isBelow === undefined || low === none || high === none) return false;
  return isBelow !== (low > none || high < none);
}

/** @returns undefined where what is printed leaves it open, as "<0.1" does */
function isBelowFivePercent(p: NonNullable<StudyEffect['p']>): boolean | undefined {
  if (typeof p === 'number') return p < 0.05;
  if (p === 'not significant') return false;
  const bound = Number(p.replace(/^[<>=]+/, ''));
  if (p.startsWith('<')) return bound <= 0.05 ? true : undefined;
  return bound >= 0.05 ? false : undefined;
}
