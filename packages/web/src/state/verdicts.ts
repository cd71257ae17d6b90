/** What a within-person test says, worked out at once; for the screens of it aside (`report-aside.ts`). */
import {
  judgeSecondary,
  judgeTest,
  type PersonTest,
  type Prior,
  type RatedOutcome,
  type Secondary,
  type Trial,
  type Verdict,
} from '@assuage/outcomes';

export interface JudgeJob {
  readonly trial: Trial;
  readonly asOf: string;
  readonly medicineChanges: readonly string[];
  /** Of the primary outcome's effect, as it was fixed; else the sceptical one. */
  readonly prior?: Prior;
  /** The day on which it was ended before its last day. */
  readonly stoppedOn?: string;
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

export const jobOf = ({
  trial,
  fixed,
  asOf,
  medicines,
  primary,
  secondary,
  ended,
}: PersonTest): JudgeJob => ({
  trial,
  asOf,
  medicineChanges: medicines,
  ...(fixed.prior && { prior: fixed.prior }),
  ...(ended && { stoppedOn: ended.on }),
  primary: { question: primary.question, days: primary.days },
  secondary: secondary.map(({ question, days }) => ({ question, days })),
});

export function judge({ trial, asOf, primary, secondary, prior, ...job }: JudgeJob): Judged {
  const { medicineChanges, stoppedOn } = job;
  const beside = { medicineChanges, ...(stoppedOn !== undefined && { stoppedOn }) };
  return {
    primary: judgeTest(primary.question, primary.days, trial, asOf, {
      ...beside,
      ...(prior && { prior }),
    }),
    secondary: judgeSecondary(secondary, trial, asOf, beside),
  };
}
