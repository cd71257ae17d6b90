/** The within-person tests in a record: what was fixed, what was rated, and what is due. */
import type { Measures } from '@assuage/knowledge';
import { type Slot, slotsOf } from '../verdict/appointments.ts';
import { type DiaryDay, dayNumber, dayOf, type Question, readDiary } from '../verdict/diary.ts';
import { type Period, periodsOf, plannedRatings, type Trial, trialOf } from '../verdict/trial.ts';
import { answersTo, type DailyRating, dailyRatings } from './daily-ratings.ts';
import { medicineChanges } from './medicine-changes.ts';
import type { RecordedOutcomes, RecordedTest, WhyEnded } from './recorded.ts';

/** `stopped`: before its last day. */
export type TestPhase = 'planned' | 'running' | 'finished' | 'stopped';

export interface TestPeriod extends Period {
  /** Counted from 1. */
  readonly number: number;
  /** Whether its last day has gone by. */
  readonly isPast: boolean;
}

/** One rating in a test. */
export interface TestOutcome {
  readonly rating: DailyRating;
  readonly question: Question;
  /** The days of the test that have a rating. */
  readonly days: readonly DiaryDay[];
}

export interface PersonTest {
  /** The entry that fixed it. */
  readonly entry: string;
  readonly fixed: RecordedTest;
  readonly trial: Trial;
  readonly phase: TestPhase;
  readonly primary: TestOutcome;
  readonly secondary: readonly TestOutcome[];
  /** How many ratings of the primary outcome are hoped for. */
  readonly planned: number;
  readonly periods: readonly TestPeriod[];
  /** The period of today. */
  readonly now: TestPeriod | undefined;
  readonly lastDay: string;
  /** The day as of which it is judged: today, or the day on which it was stopped. */
  readonly asOf: string;
  /** Days of sessions beyond the plan, as in a week without massage. They are allowed, and counted as drawn. */
  readonly rescues: readonly string[];
  /** Past stretches that needed a session and had none. */
  readonly missed: readonly Slot[];
  /** Past periods without a single rating. */
  readonly unrated: readonly TestPeriod[];
  readonly isRatedToday: boolean;
  /** The days within it on which a medicine was begun or ended. */
  readonly medicines: readonly string[];
  readonly notes: readonly { readonly on: string; readonly text: string }[];
  readonly ended?: { readonly on: string; readonly why: WhyEnded; readonly note: string };
}

/**
 * Every test of weeks or of cadence, the newest first. A test of ways of working has no periods and is left out, and
 * so is one whose rating the knowledge does not have.
 */
export const testsOf = (
  measures: Pick<Measures, 'measures'>,
  record: RecordedOutcomes,
  isMedicine: (fact: string) => boolean,
  today: string,
): readonly PersonTest[] => {
  const ratings = dailyRatings(measures);
  return record.trials
    .flatMap((fixed) => testOf(ratings, record, fixed, isMedicine, today) ?? [])
    .toReversed();
};

/** A test of any kind that is planned or running, so that no other can begin. */
export const isTesting = ({ trials }: Pick<RecordedOutcomes, 'trials'>, today: string): boolean =>
  trials.some((fixed) => {
    const trial = trialOf(fixed);
    if (endOf(fixed)) return false;
    return trial === undefined || lastDayOf(trial) >= today;
  });

/** Whether a rating of this day was given for a test. */
export const isForTest = (
  { trials }: Pick<RecordedOutcomes, 'trials'>,
  measure: string,
  day: string,
): boolean =>
  trials.some((fixed) => {
    const trial = trialOf(fixed);
    if (!trial || ![fixed.question.measure, ...fixed.secondary].includes(measure)) return false;
    return day >= trial.start && day <= earlier(lastDayOf(trial), endOf(fixed)?.on.slice(0, 10));
  });

function testOf(
  ratings: readonly DailyRating[],
  record: RecordedOutcomes,
  fixed: RecordedTest,
  isMedicine: (fact: string) => boolean,
  today: string,
): PersonTest | undefined {
  const trial = trialOf(fixed);
  const rating = ratings.find(({ id }) => id === fixed.question.measure);
  if (!trial || !rating) return undefined;
  const lastDay = lastDayOf(trial);
  const end = endOf(fixed);
  const stoppedOn = end && end.on.slice(0, 10) <= lastDay ? end.on.slice(0, 10) : undefined;
  const asOf = stoppedOn ?? today;
  const outcome = (of: DailyRating, important: number): TestOutcome => {
    const question = { ...of.asked, important };
    const given = answersTo(record, of.id).filter(
      ({ day }) => day >= trial.start && day <= earlier(lastDay, asOf),
    );
    const read = readDiary(given, question, asOf);
    if (!read.ok) throw new Error(read.problems[0]?.message);
    return { rating: of, question, days: read.days };
  };
  const primary = outcome(rating, fixed.question.important);
  const sessions = record.sessions
    .map(({ on }) => on.slice(0, 10))
    .filter((day) => day >= trial.start && day <= earlier(lastDay, asOf));
  const periods = periodsOf(trial, primary.days).map(
    (period, i): TestPeriod => ({
      ...period,
      number: i + 1,
      isPast: period.to < asOf,
    }),
  );
  const past = periods.filter(({ isPast }) => isPast);
  const slots = slotsOf(trial, sessions);
  const phase = phaseOf(trial.start, lastDay, stoppedOn, today);
  return {
    entry: fixed.entry,
    fixed,
    trial,
    phase,
    primary,
    secondary: fixed.secondary.flatMap((id) => {
      const found = ratings.find((one) => one.id === id);
      // No study gives the change that matters here for everybody: 1 point is our judgement.
      return found ? [outcome(found, 1)] : [];
    }),
    planned: plannedRatings(trial),
    periods,
    now:
      phase === 'running'
        ? periods.find(({ from, to }) => from <= today && today <= to)
        : undefined,
    lastDay,
    asOf,
    rescues: slots.flatMap(({ beyondPlan }) => beyondPlan),
    missed: slots.filter(({ isMissing, to }) => isMissing && to < asOf),
    unrated: past.filter(({ days }) => days.length === 0),
    isRatedToday: primary.days.some(({ day }) => day === today),
    medicines: medicineChanges(record, isMedicine).filter(
      (day) => day > trial.start && day <= earlier(lastDay, asOf),
    ),
    notes: fixed.changes.flatMap((one) =>
      one.change === 'noted' ? [{ on: one.on, text: one.text }] : [],
    ),
    ...(end && stoppedOn !== undefined
      ? { ended: { on: stoppedOn, why: end.why, note: end.note } }
      : {}),
  };
}

function phaseOf(
  start: string,
  lastDay: string,
  stoppedOn: string | undefined,
  today: string,
): TestPhase {
  if (stoppedOn !== undefined) return 'stopped';
  if (today < start) return 'planned';
  return today <= lastDay ? 'running' : 'finished';
}

const lastDayOf = ({ start, periodDays, schedule }: Trial): string =>
  dayOf((dayNumber(start) ?? Number.NaN) + schedule.length * periodDays - 1);

const endOf = ({ changes }: RecordedTest) =>
  changes.flatMap((one) => (one.change === 'ended' ? [one] : []))[0];

const earlier = (day: string, other: string | undefined): string =>
  other !== undefined && other < day ? other : day;
