/** What a within-person test says: worked out at once here, and for the screens aside (`judge-aside.ts`). */
import {
  judgeSecondary,
  judgeTest,
  type PersonTest,
  type RatedOutcome,
  type Secondary,
  type Trial,
  type Verdict,
} from '@assuage/outcomes';

/** Plain data: it is sent to a worker. */
export interface JudgeJob {
  readonly trial: Trial;
  readonly asOf: string;
  readonly medicineChanges: readonly string[];
  readonly primary: RatedOutcome;
  readonly secondary: readonly RatedOutcome[];
}

/** Never a pattern: a test is judged as a test or is still collecting. */
export type TestVerdict = Exclude<Verdict, { level: 'pattern' }>;

export interface Judged {
  readonly primary: TestVerdict;
  /** In the order of the job. */
  readonly secondary: readonly Secondary[];
}

export const jobOf = ({ trial, asOf, medicines, primary, secondary }: PersonTest): JudgeJob => ({
  trial,
  asOf,
  medicineChanges: medicines,
  primary: { question: primary.question, days: primary.days },
  secondary: secondary.map(({ question, days }) => ({ question, days })),
});

export function judge({ trial, asOf, medicineChanges, primary, secondary }: JudgeJob): Judged {
  const beside = { medicineChanges };
  return {
    primary: judgeTest(primary.question, primary.days, trial, asOf, beside),
    secondary: judgeSecondary(secondary, trial, asOf, beside),
  };
}
