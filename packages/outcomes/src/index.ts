export { checkMeasureCases, type MeasureCaseReport } from './measures/cases.ts';
export {
  type Change,
  type ChangeResult,
  changeOf,
  type NoiseReading,
  type ThresholdReading,
} from './measures/change.ts';
export { type Asked, asksFor, type Choice, dueMeasures } from './measures/due.ts';
export {
  type BandReading,
  type NoScore,
  type Score,
  type ScoreResult,
  score,
} from './measures/score.ts';
export {
  type AskedOf,
  type Known,
  type RatingToAsk,
  ratingsAfterSession,
  ratingsToAsk,
  sessionToAskAbout,
} from './recorded/ask-today.ts';
export { answersTo, type DailyRating, dailyRatings } from './recorded/daily-ratings.ts';
export {
  COMPARED,
  type Compared,
  comparedIn,
  effectOf,
  newestEffect,
} from './recorded/finished.ts';
export { type FormQuestion, type FormToAsk, formToAsk } from './recorded/form-today.ts';
export { medicineChanges } from './recorded/medicine-changes.ts';
export type { RecordedOutcomes } from './recorded/recorded.ts';
export {
  isForTest,
  isTesting,
  type PersonTest,
  type TestOutcome,
  type TestPeriod,
  testsOf,
} from './recorded/test.ts';
export type { Answer, ReportItem } from './report/items.ts';
export { limitsOf } from './report/limits.ts';
export { reportMarkdown } from './report/markdown.ts';
export {
  type ReportedPeriod,
  reportOf,
  type TestFacts,
  type TestReport,
} from './report/report.ts';
export { type Slot, slotsOf } from './verdict/appointments.ts';
export type { Series } from './verdict/autoregression.ts';
export { type Posterior, type Prior, posteriorOf } from './verdict/bayes.ts';
export { type SuggestedPeriod, suggestPeriod } from './verdict/carry-over.ts';
export {
  type DiaryDay,
  type DiaryProblem,
  type Question,
  type Rating,
  type ReadDiary,
  readDiary,
} from './verdict/diary.ts';
export { type Drawing, type Drawn, drawDiary } from './verdict/drawing.ts';
export type { Beside } from './verdict/effect.ts';
export {
  drawnBy,
  type FixedPlan,
  type FixedTest,
  fixedText,
  orderOf,
  type PracticePrior,
  type Way,
} from './verdict/fixed.ts';
export {
  countReactions,
  type GivenSession,
  type Reactions,
  suspended,
} from './verdict/reactions.ts';
export {
  FEWEST_FOR_PRIOR,
  type FourSums,
  mayRelease,
  practicePrior,
  type Release,
  sumsOf,
} from './verdict/release.ts';
export { type Effect, type Estimate, estimate } from './verdict/reml.ts';
export {
  allowedSchedules,
  type Design,
  drawSchedule,
  type Schedule,
} from './verdict/schedule.ts';
export { judgeSecondary, type RatedOutcome, type Secondary } from './verdict/secondary.ts';
export { diarySvg } from './verdict/svg.ts';
export {
  type Arm,
  type Comparison,
  periodsOf,
  plannedRatings,
  type Trial,
  trialOf,
} from './verdict/trial.ts';
export {
  type Collecting,
  describeCourse,
  judgeTest,
  type Pattern,
  passHolm,
  type Test,
  type TestResult,
  type Verdict,
} from './verdict/verdict.ts';
export { compareWays, drawOrder, sayWays, type WaysVerdict } from './verdict/ways.ts';
export {
  fiftyDots,
  type Said,
  say,
  sayBefore,
  saySecondary,
  threeNumbers,
} from './verdict/wording.ts';
