/**
 * What was asked beside the main question of a test. Of five outcomes looked at after eight weeks, one person in ten
 * would find "something" by chance alone; with Holm's procedure (Scand J Stat 1979;6:65) it is one in seventy.
 */
import type { DiaryDay, Question } from './diary.ts';
import type { Beside } from './effect.ts';
import { SCEPTICAL } from './release.ts';
import type { Trial } from './trial.ts';
import { type Chances, type Finding, judgeTest, passHolm } from './verdict.ts';

export interface RatedOutcome {
  readonly question: Question;
  readonly days: readonly DiaryDay[];
}

export interface Secondary {
  readonly question: Question;
  /** Within the test. */
  readonly ratings: number;
  /** At the end of the test, when there are enough ratings. */
  readonly result?: {
    readonly chances: Chances;
    /** With massage less without, or more of it less less, in points; shrunk by the sceptical prior. */
    readonly effect: { readonly mean: number; readonly interval: readonly [number, number] };
    /** Only what passes Holm's procedure at 5 % over all secondary outcomes, those with too few ratings included. */
    readonly finding?: Finding;
  };
}

/** @param outcomes all that were fixed beforehand, not only those worth looking at */
export function judgeSecondary(
  outcomes: readonly RatedOutcome[],
  trial: Trial,
  today: string,
  beside: Pick<Beside, 'medicineChanges' | 'stoppedOn'> = {},
): readonly Secondary[] {
  const withoutPrior: Beside = { ...beside, prior: SCEPTICAL };
  const judged = outcomes.map(({ question, days }) => {
    const verdict = judgeTest(question, days, trial, today, withoutPrior);
    const result =
      verdict.level === 'test' && verdict.state === 'final' ? verdict.result : undefined;
    return { question, ratings: verdict.ratings, result };
  });
  const passed = passHolm(judged.map(({ result }) => (result ? tailOf(result.chances) : 1)));
  return judged.map(({ question, ratings, result }, i): Secondary => {
    if (!result) return { question, ratings };
    const { chances, effect, finding } = result;
    const words = passed[i] && finding ? { finding } : {};
    return { question, ratings, result: { chances, effect, ...words } };
  });
}

const tailOf = ({ anyBetter }: Chances): number => 2 * Math.min(anyBetter, 1 - anyBetter);
