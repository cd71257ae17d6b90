/** What a within-person test says: worked out at once here, and for the screens aside (`judge-aside.ts`). */
import {
  type DiaryDay,
  judgeTest,
  passHolm,
  type Question,
  type Trial,
  type Verdict,
} from '@assuage/outcomes';
import type { PersonTest } from './test.ts';

interface Asked {
  readonly question: Question;
  readonly days: readonly DiaryDay[];
}

/** Plain data: it is sent to a worker. */
export interface JudgeJob {
  readonly trial: Trial;
  readonly asOf: string;
  readonly medicineChanges: readonly string[];
  readonly primary: Asked;
  readonly secondary: readonly Asked[];
}

/** Never a pattern: a test is judged as a test or is still collecting. */
export type TestVerdict = Exclude<Verdict, { level: 'pattern' }>;

export interface Judged {
  readonly primary: TestVerdict;
  /** In the order of the job. */
  readonly secondary: readonly {
    readonly verdict: TestVerdict;
    /** Whether words may be put to it, given how many others were looked at as well: Holm, when the test is over. */
    readonly mayBeSaid: boolean;
  }[];
}

export const jobOf = ({ trial, asOf, medicines, primary, secondary }: PersonTest): JudgeJob => ({
  trial,
  asOf,
  medicineChanges: medicines,
  primary: { question: primary.question, days: primary.days },
  secondary: secondary.map(({ question, days }) => ({ question, days })),
});

export function judge({ trial, asOf, medicineChanges, primary, secondary }: JudgeJob): Judged {
  const verdictOn = ({ question, days }: Asked): TestVerdict =>
    judgeTest(question, days, trial, asOf, { medicineChanges });
  const others = secondary.map(verdictOn);
  const passed = passHolm(others.map(tailOf));
  return {
    primary: verdictOn(primary),
    secondary: others.map((verdict, i) => ({ verdict, mayBeSaid: passed[i] === true })),
  };
}

/** Twice the smaller of the chances of better and worse; 1 before the end. */
function tailOf(verdict: TestVerdict): number {
  const result = verdict.level === 'test' ? verdict.result : undefined;
  if (!result?.finding) return 1;
  const { anyBetter } = result.chances;
  return 2 * Math.min(anyBetter, 1 - anyBetter);
}
