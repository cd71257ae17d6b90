/** A diary of ratings, from CSV or JSON: what was asked, the test if there is one, and every rating with its line. */
import type { FixedTest, Question, Trial } from '@assuage/outcomes';
import { fail, ok, type Result } from '../result.ts';
import { parseDay } from './dates.ts';
import { readDiaryCsv } from './diary-csv.ts';
import { readDiaryJson } from './diary-json.ts';
import type {
  DayNote,
  DiaryMistake,
  DiarySettings,
  LinedRating,
  LinedSession,
  OutcomeSettings,
  ReadSettings,
} from './diary-settings.ts';
import { readFixed, readTest } from './diary-test.ts';

export interface RatedQuestion {
  readonly question: Question;
  readonly ratings: readonly LinedRating[];
}

export interface DiaryFile extends RatedQuestion {
  /** Beside the main question. */
  readonly also: readonly RatedQuestion[];
  /** A change of medicine: an ordinary course counts anew from it, a test gives it a level of its own. */
  readonly since?: string;
  readonly trial?: Trial;
  /** What proves the test, checked. */
  readonly fixed?: Pick<FixedTest, 'told' | 'prior'> & { readonly hash: string };
  readonly sessions?: readonly LinedSession[];
  readonly changes?: readonly DayNote[];
  readonly ended?: { readonly day: string; readonly why: string };
}

/**
 * @param options for a CSV file; a JSON file says everything itself
 * @param today after which nothing has happened yet
 */
export function readDiaryFile(
  text: string,
  isJson: boolean,
  options: DiarySettings,
  today: string,
): Result<DiaryFile, DiaryMistake[]> {
  const given = Object.values(options).some((value) => value !== undefined);
  if (isJson && given)
    return fail([{ message: 'options are for CSV; a JSON file says all this itself' }]);
  const read = isJson ? readDiaryJson(text) : readDiaryCsv(text, options);
  if (!read.ok) return read;
  const { settings, ratings, also, fixed } = read.value;
  const wrong = (message: string) => fail([{ message }]);
  if (fixed && settings.test)
    return wrong('fixed: leave out "test"; what was fixed says all of it');
  const important = settings.important ?? fixed?.question.important;
  if (fixed && important !== fixed.question.important)
    return wrong(
      `important: ${important} points, but ${fixed.question.important} were fixed before the test`,
    );
  const question = questionOf({ ...settings, important });
  if (!question.ok) return wrong(question.error);
  const others = alsoOf(settings, also, question.value);
  if (!others.ok) return wrong(others.error);
  const { since, test } = settings;
  const asDay = since === undefined ? undefined : parseDay(since);
  if (asDay && !asDay.ok) return wrong(`since: ${asDay.error}`);
  const trial = fixed ? readFixed(fixed) : test && readTest(test);
  if (trial && !trial.ok) return wrong(`${fixed ? 'fixed' : 'test'}: ${trial.error}`);
  // Holm's procedure counts all that were fixed, those without a rating too.
  if (fixed && also.length !== fixed.secondary.length)
    return wrong(
      `also: ${also.length} outcomes, but ${fixed.secondary.length} were fixed; one that nobody rated has "ratings": []`,
    );
  const { changes, ended } = read.value;
  if (!trial && (changes ?? ended))
    return wrong(`${changes ? 'changes' : 'ended'}: only a test has a plan to depart from`);
  const days = pastDays(read.value, today);
  if (!days.ok) return days;
  return ok({
    question: question.value,
    ratings,
    also: others.value,
    ...(asDay && { since: asDay.value }),
    ...(trial && { trial: trial.value }),
    ...(fixed && {
      fixed: {
        hash: fixed.hash,
        told: fixed.told,
        ...(fixed.prior && { prior: fixed.prior }),
      },
    }),
    ...days.value,
  });
}

const SCALE = { from: 0, to: 10 };

function questionOf(settings: OutcomeSettings): Result<Question, string> {
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

/** On the scale of the main question, unless they say another. */
function alsoOf(
  { also = [] }: DiarySettings,
  ratings: ReadSettings['also'],
  { outcome, scale }: Question,
): Result<RatedQuestion[], string> {
  const read: RatedQuestion[] = [];
  const seen = new Set([outcome]);
  for (const [i, settings] of also.entries()) {
    const question = questionOf({ ...settings, scale: settings.scale ?? scale });
    if (!question.ok) return fail(`also: ${settings.outcome}: ${question.error}`);
    const name = question.value.outcome;
    if (seen.has(name)) return fail(`also: ${name} is asked twice`);
    seen.add(name);
    read.push({ question: question.value, ratings: ratings[i] ?? [] });
  }
  return ok(read);
}

/** Sessions, departures and the end of a test, each on a day that has been. */
function pastDays(
  { sessions, changes, ended }: ReadSettings,
  today: string,
): Result<Pick<DiaryFile, 'sessions' | 'changes' | 'ended'>, DiaryMistake[]> {
  const mistakes: DiaryMistake[] = [];
  const onPastDay =
    (name: string) =>
    <T extends { readonly day: string; readonly line?: number }>(one: T): T => {
      const day = parseDay(one.day);
      const at = one.line === undefined ? {} : { line: one.line };
      if (!day.ok) mistakes.push({ ...at, message: `${name}: ${day.error}` });
      else if (day.value > today)
        mistakes.push({ ...at, message: `${name}: ${one.day} is in the future` });
      return day.ok ? { ...one, day: day.value } : one;
    };
  const read = {
    ...(sessions && { sessions: sessions.map(onPastDay('session')) }),
    ...(changes && { changes: changes.map(onPastDay('changes')) }),
    ...(ended && { ended: onPastDay('ended')(ended) }),
  };
  return mistakes.length > 0 ? fail(mistakes) : ok(read);
}
