/** A verdict for people: plain text for a terminal. */
import {
  type Arm,
  type DiaryDay,
  fiftyDots,
  periodsOf,
  type Question,
  saySecondary,
  type TestResult,
  type Trial,
  threeNumbers,
} from '@assuage/outcomes';
import type { Judged } from './judged.ts';
import { bullet, fold, section } from './layout.ts';

export function verdictText(judged: Judged): string {
  const { question, days, found, said, test } = judged;
  const result = found.level === 'test' && found.state === 'final' ? found.result : undefined;
  return [
    said.headline,
    ...said.sentences.map(bullet),
    ...(result ? chancesText(question, result) : []),
    ...section('Asked beside it', alsoLines(judged)),
    ...section(diaryTitle(question), diaryLines(days, test?.trial)),
    ...outsideText(days, test?.trial),
    ...(test && result ? section('For those who want to check', detailLines(result, test)) : []),
    '',
  ].join('\n');
}

function alsoLines({ found, courses, test }: Judged): string[] {
  if (test && found.level === 'test')
    return test.secondary.map((one) => bullet(saySecondary(one, found.compares)));
  return courses.map(({ question, said }) =>
    bullet(`${question.outcome}: ${said.sentences.join(' ')}`),
  );
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
/** So many to a line fit into a terminal. */
const MOST_DAYS = 14;

/** The raw ratings, a week or a period to a line. */
function diaryLines(days: readonly DiaryDay[], trial: Trial | undefined): string[] {
  const lines = trial
    ? periodsOf(trial, days).flatMap(({ arm, from, days: rated }) =>
        Array.from({ length: Math.ceil(trial.periodDays / MOST_DAYS) }, (_, i) => ({
          from: dayAfter(from, i * MOST_DAYS),
          arm: armName(arm, trial),
          rated,
          length: Math.min(trial.periodDays, MOST_DAYS),
        })),
      )
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

const armName = (arm: Arm, { everyDays }: Trial): string =>
  everyDays ? (arm === 'with' ? 'more' : 'less') : arm;

const DAY_MS = 86_400_000;
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

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
    from: dayAfter(first.day, 7 * week),
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
function detailLines(
  { effect, details }: TestResult,
  { trial: { everyDays }, fixed }: NonNullable<Judged['test']>,
): string[] {
  const { people } = fixed?.prior ?? {};
  const towards =
    people === undefined
      ? 'drawn towards 0 by the careful starting point'
      : `drawn towards what the tests of ${people} other people showed`;
  const { unshrunk, randomisation, phi, sigma } = details;
  const lines = [
    `${everyDays ? 'more massage minus less' : 'with massage minus without'}: ${signed(effect.mean)} points, 95 in 100 from ${range(effect.interval)}; ${towards}`,
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
    fixed === undefined
      ? 'the schedule must have been drawn by chance before the first day; method and limits: docs/statistics.md'
      : `what was fixed is unaltered: its SHA-256 is ${fixed.hash}; method and limits: docs/statistics.md`,
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
