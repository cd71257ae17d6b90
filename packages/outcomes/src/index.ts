export {
  type DiaryDay,
  type DiaryProblem,
  type Question,
  type Rating,
  type ReadDiary,
  readDiary,
} from './verdict/diary.ts';
export {
  allowedSchedules,
  type Design,
  drawSchedule,
  type Schedule,
} from './verdict/schedule.ts';
export { type Arm, periodsOf, plannedRatings, type Trial } from './verdict/trial.ts';
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
export { fiftyDots, type Said, say, threeNumbers } from './verdict/wording.ts';
