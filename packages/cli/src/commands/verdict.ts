/** `assuage verdict FILE`: whether massage is helping the person of a diary, as text, JSON, report or picture. Pure. */
import {
  countReactions,
  describeCourse,
  diarySvg,
  judgeTest,
  type RatedOutcome,
  readDiary,
  reportMarkdown,
  reportOf,
  say,
  type TestFacts,
} from '@assuage/outcomes';
import { type DiaryFile, type RatedQuestion, readDiaryFile } from '../input/diary-file.ts';
import type { DiaryMistake, DiarySettings } from '../input/diary-settings.ts';
import type { Judged } from '../report/judged.ts';
import { verdictJson } from '../report/verdict-json.ts';
import { verdictText } from '../report/verdict-text.ts';
import { fail, ok, type Result } from '../result.ts';

export interface VerdictRequest {
  readonly text: string;
  /** For messages; ending in `.json` it is JSON, and so is what begins with a brace. */
  readonly file: string;
  readonly today: string;
  readonly format: 'text' | 'json';
  /** The whole of a test, as CENT and SCRIBE ask for it, in place of the verdict. */
  readonly asReport?: boolean;
  readonly options: DiarySettings;
}

export interface VerdictAnswer {
  readonly output: string;
  /** The drawing of the diary; undefined when there is nothing to draw. */
  readonly svg: string | undefined;
}

export function verdict(request: VerdictRequest): Result<VerdictAnswer, string[]> {
  const { text, file, today, format, options, asReport = false } = request;
  const wrong = (mistakes: readonly DiaryMistake[]) =>
    fail(
      mistakes.map(({ line, message }) =>
        line === undefined ? `${file}: ${message}` : `${file}:${line}: ${message}`,
      ),
    );
  const isJson = file.toLowerCase().endsWith('.json') || /^\s*\{/.test(text);
  const read = readDiaryFile(text, isJson, options, today);
  if (!read.ok) return wrong(read.error);
  const diaries = [read.value, ...read.value.also].map((rated) => diaryOf(rated, today));
  const mistakes = diaries.flatMap((one) => (one.ok ? [] : one.error));
  if (mistakes.length > 0) return wrong(mistakes);
  const [main, ...also] = diaries.flatMap((one) => (one.ok ? [one.value] : []));
  if (!main) throw new Error('a diary without its main question');
  if (asReport && !read.value.trial)
    return wrong([{ message: 'only a test has a report; this file describes none' }]);
  const judged = judge(read.value, main, also, today);
  const svg = diarySvg({
    ...main,
    ...(judged.test && { trial: judged.test.trial }),
    sessions: (read.value.sessions ?? []).map(({ day }) => day),
    medicineChanges: judged.medicineChanges,
    ...(judged.found.level === 'pattern' && { usual: judged.found.start }),
  });
  if (asReport && judged.test) {
    const { report } = judged.test;
    const output =
      format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : reportMarkdown(report);
    return ok({ output, svg });
  }
  return ok({ output: format === 'json' ? verdictJson(judged) : verdictText(judged), svg });
}

function diaryOf(
  { question, ratings }: RatedQuestion,
  today: string,
): Result<RatedOutcome, DiaryMistake[]> {
  const diary = readDiary(ratings, question, today);
  if (diary.ok) return ok({ question, days: diary.days });
  return fail(
    diary.problems.map(({ at, message }) => {
      const line = ratings[at]?.line;
      return line === undefined ? { message } : { line, message };
    }),
  );
}

function judge(
  file: DiaryFile,
  main: RatedOutcome,
  also: readonly RatedOutcome[],
  today: string,
): Judged {
  const { question, days } = main;
  const { trial, since, fixed, ended } = file;
  const medicineChanges = since ? [since] : [];
  if (!trial) {
    const found = describeCourse(question, days, since);
    const courses = also.map((one) => ({
      question: one.question,
      said: say(one.question, describeCourse(one.question, one.days, since)),
    }));
    return { ...main, found, said: say(question, found), medicineChanges, courses };
  }
  const prior = fixed?.prior;
  const found = judgeTest(question, days, trial, today, {
    medicineChanges,
    ...(prior && { prior }),
    ...(ended && { stoppedOn: ended.day }),
  });
  const report = reportOf({ ...factsOf(file, main), trial, secondary: also, today });
  const test = {
    trial,
    secondary: report.secondary,
    report,
    ...(fixed && { fixed }),
  };
  return { ...main, found, said: say(question, found), medicineChanges, courses: [], test };
}

/** What the file tells beside the ratings; what it does not is reported as not known. */
function factsOf(
  { sessions, changes, ended, since, fixed }: DiaryFile,
  { question, days }: RatedOutcome,
): Omit<TestFacts, 'trial' | 'today'> {
  return {
    question,
    days,
    ...fixed,
    ...(sessions && {
      sessions: sessions.map(({ day }) => day),
      reactions: countReactions(question, days, sessions),
    }),
    ...(changes && { changes }),
    ...(ended && { ended }),
    ...(since && { medicineChanges: [since] }),
  };
}
