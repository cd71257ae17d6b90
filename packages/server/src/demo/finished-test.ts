/** A finished within-person test for the demo practice, as one might go. Its numbers are invented. */
import { createHash } from 'node:crypto';
import { drawSchedule, type FixedTest, fixedText, sayBefore } from '@assuage/outcomes';
import type { BodyOf } from '@assuage/record';
import { daysBefore } from '../clock.ts';
import type { EarlierSession } from './people.ts';

const WEEKS = 10;
/** It ended the day before yesterday. */
const STARTED_DAYS_AGO = 7 * WEEKS + 1;
const DESIGN = { kind: 'balanced', periods: WEEKS, longestRun: 2 } as const;
const SEED = 'harbour-massage-demo';
/** Ups and downs of pain from day to day, less what the massage does. */
const PAIN = '6768755476434567896653467876534456788765433567876545678764356678665745';
const SLEEP = '4354454345543445345543454435453445545344354453455434454354445345434554';
/** In a week with massage the pain of every day is lower by this. */
const LESS = 1;

export interface DemoTest {
  /** When it was fixed. */
  readonly fixedDaysAgo: number;
  readonly trial: BodyOf<'trial'>;
  readonly ratings: readonly {
    readonly daysAgo: number;
    readonly measure: string;
    readonly value: number;
  }[];
  readonly sessions: readonly EarlierSession[];
  readonly noted: { readonly daysAgo: number; readonly text: string };
}

/** @param today `YYYY-MM-DD` @param release of the knowledge */
export function demoTest(today: string, release: string): DemoTest {
  const schedule = drawSchedule(DESIGN, SEED);
  const fixed: FixedTest = {
    question: { measure: 'nrs-pain', important: 1 },
    secondary: ['nrs-sleep'],
    release,
    start: daysBefore(today, STARTED_DAYS_AGO),
    plan: { compares: 'weeks', periodDays: 7, design: DESIGN, schedule },
    seed: SEED,
    told: sayBefore(WEEKS),
  };
  const hash = createHash('sha256').update(fixedText(fixed)).digest('hex');
  const days = Array.from({ length: 7 * WEEKS }, (_, day) => ({
    day,
    daysAgo: STARTED_DAYS_AGO - day,
    isWith: schedule[Math.floor(day / 7)] === 1,
  }));
  return {
    fixedDaysAgo: STARTED_DAYS_AGO + 3,
    // Lists that can be written to, as the schema of the entry has them.
    trial: structuredClone({ ...fixed, hash }) as BodyOf<'trial'>,
    ratings: days
      .filter(({ day }) => isRated(day))
      .flatMap(({ day, daysAgo, isWith }) => [
        { daysAgo, measure: 'nrs-pain', value: Number(PAIN[day]) - (isWith ? LESS : 0) },
        { daysAgo, measure: 'nrs-sleep', value: Number(SLEEP[day]) },
      ]),
    sessions: days
      .filter(({ day, isWith }) => isWith && day % 7 === 1)
      .map(({ day, daysAgo }) => ({
        daysAgo,
        painBefore: Number(PAIN[day]) - LESS,
        painAfter: Number(PAIN[day]) - LESS - 1,
        pressure: 2,
        work: [{ places: ['lower-back'], technique: 'effleurage', minutes: 30 }],
        note: 'Lower back eased.',
      })),
    noted: { daysAgo: STARTED_DAYS_AGO - 34, text: 'Away for three days, not rated.' },
  };
}

/** Now and then a day is forgotten; three days away are not rated. */
const isRated = (day: number): boolean => day % 11 !== 8 && (day < 31 || day > 33);
