/** `assuage verdict FILE`: whether massage is helping the person of a diary, as text or JSON. Pure. */
import {
  type DiaryDay,
  describeCourse,
  fiftyDots,
  judgeTest,
  periodsOf,
  type Question,
  readDiary,
  type Said,
  say,
  type TestResult,
  type Trial,
  threeNumbers,
  type Verdict,
} from '@assuage/outcomes';
import { readDiaryFile } from '../input/diary-file.ts';
import type { DiaryMistake, DiarySettings } from '../input/diary-settings.ts';
import { bullet, fold, section } from '../report/layout.ts';
import { fail, ok, type Result } from '../result.ts';

export interface VerdictRequest {
  readonly text: string;
  /** For messages; ending in `.json` it is JSON, and so is what begins with a brace. */
  readonly file: string;
  readonly today: string;
  readonly format: 'text' | 'json';
  readonly options: DiarySettings;
}

export function verdict(request: VerdictRequest): Result<string, string[]> {
  const { text, file, today, format, options } = request;
  const wrong = (mistakes: readonly DiaryMistake[]) =>
    fail(
      mistakes.map(({ line, message }) =>
        line === undefined ? `${file}: ${message}` : `${file}:${line}: ${message}`,
      ),
    );
  const isJson = file.toLowerCase().endsWith('.json') || /^\s*\{/.test(text);
  const read = readDiaryFile(text, isJson, options);
  if (!read.ok) return wrong(read.error);
  const { question, since, trial, ratings } = read.value;
  const diary = readDiary(ratings, question, today);
  if (!diary.ok)
    return wrong(
      diary.problems.map(({ at, message }) => {
        const line = ratings[at]?.line;
        return line === undefined ? { message } : { line, message };
      }),
    );
  const found = trial
    ? judgeTest(question, diary.days, trial, today, { medicineChanges: since ? [since] : [] })
    : describeCourse(question, diary.days, since);
  const said = say(question, found);
  if (format === 'json') return ok(`${JSON.stringify(report(question, found, said), null, 2)}\n`);
  return ok(
    [
      said.headline,
      ...said.sentences.map(bullet),
      ...(found.level === 'test' && found.result && found.state === 'final'
        ? chancesText(question, found.result)
        : []),
      ...section(diaryTitle(question), diaryLines(diary.days, trial)),
      ...outsideText(diary.days, trial),
      ...(found.level === 'test' && found.result
        ? section('For those who want to check', detailLines(found.result))
        : []),
      '',
    ].join('\n'),
  );
}

/** Before the end of a test only what may be said then: its numbers are left out. */
function report(question: Question, found: Verdict, said: Said) {
  const result = found.level === 'test' && found.state === 'final' ? found.result : undefined;
  return {
    question,
    ...said,
    verdict:
      found.level === 'test' && found.state !== 'final'
        ? { ...found, result: undefined, stopEarly: found.result?.stopEarly }
        : found,
    ...(result && { outOf100: threeNumbers(result.chances), dots: fiftyDots(result.chances) }),
  };
}

const NAMES = ['better', 'about the same', 'worse'] as const;
const MARKS = ['+', '=', '-'] as const;

function chancesText({ important }: Question, { chances }: TestResult): string[] {
  const by = `by ${short(important)} or more`;
  const [better = 0, within = 0, worse = 0] = threeNumbers(chances);
  const dots = fiftyDots(chances)
    .map((count, i) => (MARKS[i] ?? '').repeat(count))
    .join('');
  return section('How likely, out of 100', [
    `  better ${by}: ${better} · in between: ${within} · worse ${by}: ${worse}`,
    `  ${dots}`,
    `  ${NAMES.map((name, i) => `${MARKS[i]} ${name}`).join(', ')}`,
  ]);
}

const diaryTitle = ({ outcome, better, scale }: Question): string =>
  `Diary: ${outcome}, ${scale.from} to ${scale.to}, ${better} is better; a dot is a day without a rating`;

/** The most lines of a diary that are shown; the latest. */
const MOST_LINES = 60;

/** The raw ratings, a week or a period to a line. */
function diaryLines(days: readonly DiaryDay[], trial: Trial | undefined): string[] {
  const lines = trial
    ? periodsOf(trial, days).map(({ arm, from, days: rated }) => ({
        from,
        arm,
        rated,
        length: trial.periodDays,
      }))
    : weeksOf(days).map((week) => ({ ...week, arm: '', length: 7 }));
  const shown = lines.slice(-MOST_LINES).map(({ from, arm, rated, length }) => {
    const first = Date.parse(from);
    const cells = Array.from({ length }, (_, i) => {
      const day = rated.find((one) => Date.parse(one.day) === first + i * DAY_MS);
      return (day ? short(day.value) : '.').padStart(3);
    });
    return `  ${from}${arm === '' ? '' : `  ${arm.padEnd(7)}`} ${cells.join(' ')}`;
  });
  const left = lines.length - shown.length;
  return left > 0 ? [`  (${left} earlier weeks are not shown)`, ...shown] : shown;
}

const DAY_MS = 86_400_000;

/** Weeks from the first rating on, those without any rating left out. */
function weeksOf(days: readonly DiaryDay[]) {
  const first = days[0];
  if (!first) return [];
  const weeks = new Map<number, DiaryDay[]>();
  for (const day of days) {
    const week = Math.floor((day.t - first.t) / 7);
    weeks.set(week, [...(weeks.get(week) ?? []), day]);
  }
  return [...weeks].map(([week, rated]) => ({
    from: new Date(Date.parse(first.day) + 7 * week * DAY_MS).toISOString().slice(0, 10),
    rated,
  }));
}

function outsideText(days: readonly DiaryDay[], trial: Trial | undefined): string[] {
  if (!trial) return [];
  const inside = periodsOf(trial, days).reduce((sum, period) => sum + period.days.length, 0);
  const outside = days.length - inside;
  return outside === 0
    ? []
    : [
        fold(
          `${outside} rated ${outside === 1 ? 'day lies' : 'days lie'} outside the test and did not count.`,
          '  ',
        ),
      ];
}

/** Only after the end: before it, looking at them is what misleads. */
function detailLines({ finding, effect, details }: TestResult): string[] {
  if (finding === undefined) return [];
  const { unshrunk, randomisation, phi, sigma } = details;
  const lines = [
    `with massage less without: ${signed(effect.mean)} points, 95 in 100 from ${range(effect.interval)}; drawn towards 0 by the careful starting point`,
  ];
  if (unshrunk)
    lines.push(
      `without that: ${signed(unshrunk.estimate)} points (REML with errors that hang together, Kenward and Roger's 95% interval ${range(unshrunk.interval)}, ${short(unshrunk.df)} degrees of freedom)`,
    );
  if (randomisation) {
    const { p, schedules } = randomisation;
    lines.push(
      `${Math.round(p * schedules)} of the ${schedules} schedules that chance could have drawn would show a difference at least as large`,
    );
  }
  lines.push(
    `two days in a row are alike by ${phi.toFixed(2)} (0 not at all, 1 wholly); ratings vary by ${short(sigma)} points`,
    'the schedule must have been drawn by chance before the first day; method and limits: docs/statistics.md',
  );
  return lines.map(bullet);
}

const short = (value: number): string => String(Math.round(value * 10) / 10);
const signed = (value: number): string => {
  const size = Math.abs(value).toFixed(2);
  return Number(size) === 0 ? '0' : `${value < 0 ? '−' : '+'}${size}`;
};
const range = ([low, high]: readonly [number, number]): string =>
  `${signed(low)} to ${signed(high)}`;
