/** Sentences about a test that depend on what it compares. */
import type { FixedPlan, PersonTest, Question } from '@assuage/outcomes';
import { longDate } from '../../components/times.ts';
import { testWorkTexts, testTexts as texts } from './test.words.ts';

export const pointsText = (important: number): string =>
  texts.points(String(Math.round(important * 10) / 10));

/** The question of a test in one sentence. */
export function questionText(
  { outcome, better }: Pick<Question, 'outcome' | 'better'>,
  important: number,
  plan: FixedPlan,
): string {
  const way = texts[better];
  const points = pointsText(important);
  return plan.compares === 'cadence'
    ? texts.question.cadence(outcome, way, points, texts.every[plan.everyDays[1]])
    : texts.question.weeks(outcome, way, points);
}

/** Which part of the test today is in; when it begins, or when it ended. */
export function whereItStands({ phase, now, periods, ended, lastDay, trial }: PersonTest): string {
  if (phase === 'planned') return texts.planned(longDate(trial.start));
  if (phase === 'stopped') return texts.stoppedOn(longDate(ended?.on ?? lastDay));
  if (phase === 'finished' || !now) return texts.finishedOn(longDate(lastDay));
  const until = longDate(now.to);
  const less = trial.everyDays?.[1] === 28 ? 28 : 14;
  const arm = trial.everyDays
    ? now.arm === 'with'
      ? texts.now.more(until)
      : texts.now.less(texts.every[less], until)
    : texts.now[now.arm](until);
  return `${texts.period(now.number, periods.length)} ${arm}`;
}

/** When and why a test was stopped, with what was noted. */
export const stopText = ({ on, why, note }: NonNullable<PersonTest['ended']>): string =>
  `${testWorkTexts.stopped(longDate(on), testWorkTexts.whys[why])}${note === '' ? '' : ` ${note}`}`;
