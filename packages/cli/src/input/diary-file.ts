/** A diary of ratings, from CSV or JSON: what was asked, the test if there is one, and every rating with its line. */
import {
  allowedSchedules,
  type Design,
  drawSchedule,
  type Question,
  type Rating,
  type Schedule,
  type Trial,
} from '@assuage/outcomes';
import { fail, ok, type Result } from '../result.ts';
import { parseDay } from './dates.ts';
import { readDiaryJson } from './diary-json.ts';
import type { DiaryMistake, DiarySettings, ReadSettings, TestSettings } from './diary-settings.ts';

export interface DiaryFile {
  readonly question: Question;
  /** A change of medicine: an ordinary course counts anew from it, a test gives it a level of its own. */
  readonly since?: string;
  readonly trial?: Trial;
  readonly ratings: readonly (Rating & { readonly line: number })[];
}

/** @param options for a CSV file; a JSON file says everything itself */
export function readDiaryFile(
  text: string,
  isJson: boolean,
  options: DiarySettings,
): Result<DiaryFile, DiaryMistake[]> {
  const given = Object.values(options).some((value) => value !== undefined);
  if (isJson && given)
    return fail([{ message: 'options are for CSV; a JSON file says all this itself' }]);
  const read = isJson ? readDiaryJson(text) : readCsv(text, options);
  if (!read.ok) return read;
  const { settings, ratings } = read.value;
  const question = questionOf(settings);
  if (!question.ok) return fail([{ message: question.error }]);
  const { since, test } = settings;
  const asDay = since === undefined ? undefined : parseDay(since);
  if (asDay && !asDay.ok) return fail([{ message: `since: ${asDay.error}` }]);
  const trial = test && trialOf(test);
  if (trial && !trial.ok) return fail([{ message: `test: ${trial.error}` }]);
  return ok({
    question: question.value,
    ratings,
    ...(asDay && { since: asDay.value }),
    ...(trial && { trial: trial.value }),
  });
}

const SCALE = { from: 0, to: 10 };

function questionOf(settings: DiarySettings): Result<Question, string> {
  const { outcome = 'pain', better = 'lower', scale = SCALE } = settings;
  const span = scale.to - scale.from;
  if (!(span > 0) || !Number.isFinite(span))
    return fail(
      `scale: it goes from a number to a larger one, not from ${scale.from} to ${scale.to}`,
    );
  const { important = span / 10 } = settings;
  if (!(important > 0 && important < span))
    return fail(`important: a change that matters is above 0 and below ${span}, not ${important}`);
  return ok({ outcome, better, scale, important });
}

/** A test whose schedule chance could have drawn; no other proves anything. */
function trialOf(test: TestSettings): Result<Trial, string> {
  const start = parseDay(test.start);
  if (!start.ok) return fail(`start: ${start.error}`);
  const { schedule, seed, periodDays = 7, longestRun = 2 } = test;
  const periods = schedule?.length ?? test.periods;
  if (periods === undefined || (schedule === undefined && seed === undefined))
    return fail('give the schedule, or the seed and the number of periods it was drawn with');
  const design: Design = test.pairs
    ? { kind: 'pairs', pairs: periods / 2 }
    : { kind: 'balanced', periods, longestRun };
  let allowed: readonly Schedule[];
  try {
    allowed = allowedSchedules(design);
  } catch (error) {
    if (error instanceof RangeError) return fail(error.message);
    throw error;
  }
  if (allowed.length === 0) return fail('no schedule keeps to these rules');
  const drawn = seed === undefined ? undefined : drawSchedule(design, seed);
  if (schedule && drawn && schedule.join() !== drawn.join())
    return fail(`the seed draws another schedule: ${drawn.join('')}`);
  if (schedule && !allowed.some((one) => one.join() === schedule.join()))
    return fail(
      `chance could not have drawn the schedule ${schedule.join('')}: ` +
        (test.pairs
          ? 'every pair has one period with and one without'
          : `half of the periods are with massage, and no more than ${longestRun} in a row are alike`),
    );
  return ok({
    start: start.value,
    periodDays,
    design,
    seed: seed ?? '',
    schedule: schedule ?? drawn ?? [],
  });
}

const SEPARATORS = [',', ';', '\t'];
const COLUMNS = { day: ['day', 'date'], value: ['rating', 'value', 'score'] } as const;

/** The first line names the columns `day` and `rating`; others are passed over, and so are lines without a rating. */
function readCsv(text: string, settings: DiarySettings): Result<ReadSettings, DiaryMistake[]> {
  const lines = text.split(/\r\n|\r|\n/);
  const head = lines.findIndex((line) => line.trim() !== '');
  if (head < 0) return fail([{ line: 1, message: 'this file is empty' }]);
  const first = lines[head] ?? '';
  const separator =
    SEPARATORS.toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ',';
  const cellsOf = (line: string): string[] =>
    line.split(separator).map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    );
  const names = cellsOf(first).map((name) => name.toLowerCase());
  const columnOf = (of: keyof typeof COLUMNS): number =>
    names.findIndex((name) => (COLUMNS[of] as readonly string[]).includes(name));
  const [day, value] = [columnOf('day'), columnOf('value')];
  if (day < 0 || value < 0)
    return fail([
      {
        line: head + 1,
        message: 'the first line names the columns; two of them are "day" and "rating"',
      },
    ]);

  const mistakes: DiaryMistake[] = [];
  const ratings: (Rating & { line: number })[] = [];
  lines.slice(head + 1).forEach((line, i) => {
    const cells = cellsOf(line);
    const written = cells[value] ?? '';
    if (line.trim() === '' || /^(na|n\/a|-)?$/i.test(written)) return;
    const at = head + 2 + i;
    const number = numberOf(written, separator);
    if (number === undefined)
      mistakes.push({ line: at, message: `"${written}" is not a rating: write a number` });
    else ratings.push({ day: cells[day] ?? '', value: number, line: at });
  });
  return mistakes.length > 0 ? fail(mistakes) : ok({ settings, ratings });
}

/** A decimal comma is read where commas do not part the columns. */
function numberOf(written: string, separator: string): number | undefined {
  const plain = separator === ',' ? written : written.replace(',', '.');
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
