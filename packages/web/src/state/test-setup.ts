/** A within-person test before it begins: from what was chosen to what is fixed. */
import {
  comparedIn,
  type DailyRating,
  type Design,
  drawSchedule,
  type FixedPlan,
  type FixedTest,
  fixedText,
  type PracticePrior,
  type Slot,
  sayBefore,
  slotsOf,
  suggestPeriod,
  type Trial,
  trialOf,
} from '@assuage/outcomes';
import type { DateParts } from '../components/date-boxes.tsx';
import { ask } from './api.ts';
import { addDays, dateFromParts } from './moment.ts';
import type { BodyOf, ClientRecord } from './record.ts';

/** As the form keeps it. */
export interface Setup {
  readonly measure: string;
  /** The smallest change that matters, as typed. */
  readonly important: string;
  readonly compares: string;
  /** How many days a session usually does good, as chosen; empty: not known. */
  readonly lasts: string;
  /** Weeks in all. */
  readonly weeks: string;
  /** With less massage: days from one to the next. */
  readonly less: string;
  readonly secondary: readonly string[];
  readonly start: DateParts;
}

export type SetupField = 'measure' | 'important' | 'weeks' | 'start';
export interface SetupProblem {
  readonly field: SetupField;
  readonly why: 'missing' | 'not-on-scale' | 'past';
}

/** What the form has come to. */
export type ReadSetup =
  | { readonly ok: true; readonly chosen: Chosen }
  | { readonly ok: false; readonly problems: readonly SetupProblem[] };

export interface Chosen {
  readonly rating: DailyRating;
  readonly important: number;
  readonly secondary: readonly string[];
  readonly start: string;
  readonly weeks: number;
  readonly arms: Arms;
}
type Arms =
  | { readonly compares: 'weeks'; readonly periodDays: 7 | 14 }
  | { readonly compares: 'cadence'; readonly less: 14 | 28 };

/** Lengths in weeks that a design can have: an even number of periods, and never so many that it is not kept up. */
export const lengthsOf = (arms: Arms): readonly number[] =>
  arms.compares === 'cadence' ? [16, 24] : arms.periodDays === 14 ? [8, 12] : [6, 8, 10, 12];

export const armsOf = ({
  compares,
  lasts,
  less,
}: Pick<Setup, 'compares' | 'lasts' | 'less'>): Arms =>
  compares === 'cadence'
    ? { compares, less: less === '28' ? 28 : 14 }
    : {
        compares: 'weeks',
        periodDays: suggestPeriod(lasts === '' ? undefined : Number(lasts)).periodDays,
      };

export function readSetup(setup: Setup, ratings: readonly DailyRating[], today: string): ReadSetup {
  const rating = ratings.find(({ id }) => id === setup.measure);
  const important = Number(setup.important.replace(',', '.'));
  const arms = armsOf(setup);
  const weeks = lengthsOf(arms).find((one) => String(one) === setup.weeks);
  const start = dateFromParts(setup.start.day, setup.start.month, setup.start.year);
  const width = rating ? rating.asked.scale.to - rating.asked.scale.from : 10;
  const problems: SetupProblem[] = [];
  if (!rating) problems.push({ field: 'measure', why: 'missing' });
  if (!(important > 0 && important <= width))
    problems.push({ field: 'important', why: 'not-on-scale' });
  if (weeks === undefined) problems.push({ field: 'weeks', why: 'missing' });
  if (start === undefined) problems.push({ field: 'start', why: 'missing' });
  else if (start <= today) problems.push({ field: 'start', why: 'past' });
  if (!rating || weeks === undefined || start === undefined || problems.length > 0)
    return { ok: false, problems };
  const secondary = setup.secondary.filter((id) => id !== rating.id);
  return { ok: true, chosen: { rating, important, secondary, start, weeks, arms } };
}

/**
 * What the entry will hold, all but its hash: the schedule is what the seed draws.
 *
 * @param prior what the tests of other people here showed; null while they are too few
 */
export function fix(
  { rating, important, secondary, start, weeks, arms }: Chosen,
  release: string,
  seed: string,
  prior: PracticePrior | null,
): FixedTest {
  const plan = planOf(arms, weeks, seed);
  return {
    question: { measure: rating.id, important },
    secondary,
    release,
    start,
    plan,
    seed,
    ...(prior ? { prior } : {}),
    told: sayBefore(weeks, arms.compares, arms.compares === 'weeks' ? arms.periodDays : 7),
  };
}

const LONGEST_RUN = 2;

function planOf(arms: Arms, weeks: number, seed: string): FixedPlan {
  const periodDays = arms.compares === 'cadence' ? 28 : arms.periodDays;
  const periods = (7 * weeks) / periodDays;
  const design: Design = { kind: 'balanced', periods, longestRun: LONGEST_RUN };
  const schedule = drawSchedule(design, seed);
  return arms.compares === 'cadence'
    ? { compares: 'cadence', everyDays: [7, arms.less], periodDays: 28, design, schedule }
    : { compares: 'weeks', periodDays: arms.periodDays, design, schedule };
}

/** What the finished tests of other people of this practice showed. Without an answer the test begins without it. */
export async function priorOf(
  client: string,
  { rating, arms }: Chosen,
): Promise<PracticePrior | null> {
  const compares = comparedIn(arms.compares === 'cadence' ? { everyDays: [7, arms.less] } : {});
  const query = new URLSearchParams({ measure: rating.id, compares });
  const path = `/api/clients/${client}/prior?${query}`;
  return ask<{ readonly prior: PracticePrior | null }>(path).then(
    ({ prior }) => prior,
    () => null,
  );
}

/** The weeks of a test with what is booked in them. */
export function bookedIn(
  test: FixedTest,
  { appointments }: Pick<ClientRecord, 'appointments'>,
): readonly Slot[] {
  const trial: Trial | undefined = trialOf(test);
  const days = appointments.map(({ starts }) => starts.slice(0, 10));
  return trial ? slotsOf(trial, days) : [];
}

/** With its hash, which says later that nothing of it was changed. */
export async function withHash(test: FixedTest): Promise<BodyOf<'trial'>> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(fixedText(test)));
  const hash = [...new Uint8Array(bytes)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  // As the schema of the entry has it: lists that can be written to.
  return structuredClone({ ...test, hash }) as BodyOf<'trial'>;
}

/** The next Monday after a day: a week that people can remember. */
export function nextMonday(today: string): string {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return addDays(today, weekday === 0 ? 1 : 8 - weekday);
}

/** 128 bits of chance, in hexadecimal. */
export const newSeed = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
