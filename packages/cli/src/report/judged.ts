/** A diary and everything that `assuage verdict` says of it. */
import type {
  FixedTest,
  Question,
  RatedOutcome,
  Said,
  Secondary,
  TestReport,
  Trial,
  Verdict,
} from '@assuage/outcomes';

export interface Judged extends RatedOutcome {
  readonly found: Verdict;
  readonly said: Said;
  readonly medicineChanges: readonly string[];
  /** Of an ordinary course: what was asked beside the main question, each a pattern of its own. */
  readonly courses: readonly { readonly question: Question; readonly said: Said }[];
  readonly test?: {
    readonly trial: Trial;
    readonly secondary: readonly Secondary[];
    readonly report: TestReport;
    /** What was fixed before the first day, found unaltered. */
    readonly fixed?: Pick<FixedTest, 'prior'> & { readonly hash: string };
  };
}
