/** The ratings in a record, and what may be said of their course. */
import type { Measures } from '@assuage/knowledge';
import {
  answersTo,
  type Collecting,
  type DiaryDay,
  dailyRatings,
  describeCourse,
  isForTest,
  medicineChanges,
  type Pattern,
  type Question,
  type Rating,
  readDiary,
  type Said,
  say,
} from '@assuage/outcomes';
import type { Engine } from '@assuage/safety';
import type { ClientRecord } from './record.ts';

export interface Course {
  readonly question: Question;
  /** The ends of the scale in words. */
  readonly ends: { readonly low: string; readonly high: string };
  /** Whether a study says that the important change matters; else it is our judgement. */
  readonly isStudied: boolean;
  readonly days: readonly DiaryDay[];
  /** The days with a session. */
  readonly sessions: readonly string[];
  /** The days on which a medicine was begun or ended, since the first rating. */
  readonly changes: readonly string[];
  readonly verdict: Collecting | Pattern;
  readonly said: Said;
}

const PAIN: Question = {
  outcome: 'pain',
  better: 'lower',
  scale: { from: 0, to: 10 },
  important: 1,
};

/** Pain before each session, as the check-ins say. What was felt right after a session is another thing. */
export const painCourse = (
  engine: Pick<Engine, 'fact'>,
  record: ClientRecord,
  today: string,
): Course =>
  courseOf(
    engine,
    record,
    today,
    // One point: PubMed 15207508, cited under the thresholds of knowledge/measures/nrs-pain.yaml.
    {
      question: PAIN,
      ends: { low: 'No pain', high: 'Worst you can think of' },
      isStudied: true,
    },
    record.checkIns.flatMap(({ on, painNow }) =>
      painNow === null ? [] : [{ day: on.slice(0, 10), value: painNow }],
    ),
  );

/**
 * The other ratings from 0 to 10 that were given at least once, each with the name of its form. What was rated for a
 * within-person test is left to the test, so that nothing is said of it before its time.
 */
export function ratingCourses(
  measures: Pick<Measures, 'measures'>,
  engine: Pick<Engine, 'fact'>,
  record: ClientRecord,
  today: string,
): readonly { readonly id: string; readonly name: string; readonly course: Course }[] {
  return dailyRatings(measures).flatMap(({ id, name, asked, ends, isStudied }) => {
    const ratings = answersTo(record, id).filter(({ day }) => !isForTest(record, id, day));
    if (ratings.length === 0) return [];
    const question = { ...asked, important: 1 };
    const course = courseOf(engine, record, today, { question, ends, isStudied }, ratings);
    return [{ id, name, course }];
  });
}

function courseOf(
  engine: Pick<Engine, 'fact'>,
  record: ClientRecord,
  today: string,
  asked: Pick<Course, 'question' | 'ends' | 'isStudied'>,
  ratings: readonly Rating[],
): Course {
  const until = ratings.filter(({ day }) => day <= today);
  const read = readDiary(until, asked.question, today);
  if (!read.ok) throw new Error(read.problems[0]?.message);
  const { days } = read;
  const first = days[0]?.day ?? today;
  const changes = medicineChanges(record, isMedicineIn(engine)).filter((day) => day > first);
  const verdict = describeCourse(asked.question, days, changes.at(-1));
  return {
    ...asked,
    days,
    sessions: record.sessions.map(({ on }) => on.slice(0, 10)),
    changes,
    verdict,
    said: say(asked.question, verdict),
  };
}

/** Whether the knowledge calls a fact a medicine. */
export const isMedicineIn =
  ({ fact }: Pick<Engine, 'fact'>) =>
  (id: string): boolean =>
    fact(id)?.kind === 'medicine';
