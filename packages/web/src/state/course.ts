/** The ratings in a record, and what may be said of their course. */
import type { Measures } from '@assuage/knowledge';
import {
  type Collecting,
  type DiaryDay,
  describeCourse,
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

/** What each rating is called within a sentence. */
const RATED: Readonly<Record<string, string>> = {
  'nrs-fatigue': 'tiredness',
  'nrs-stiffness': 'stiffness',
  'nrs-sleep': 'trouble with sleep',
  'nrs-stress': 'stress',
  'nrs-mood': 'low mood',
};

/** The other ratings from 0 to 10 that were given at least once, each with the name of its form. */
export function ratingCourses(
  { measures }: Pick<Measures, 'measures'>,
  engine: Pick<Engine, 'fact'>,
  record: ClientRecord,
  today: string,
): readonly { readonly id: string; readonly name: string; readonly course: Course }[] {
  return Object.entries(RATED).flatMap(([id, outcome]) => {
    const measure = measures.find((one) => one.id === id);
    const rating = measure?.responses.rating;
    const ratings = record.scores.flatMap(({ measure: of, on, answers }) => {
      const value = of === id ? answers[id] : undefined;
      return value === undefined ? [] : [{ day: on.slice(0, 10), value }];
    });
    if (!measure || !rating || !('from' in rating) || ratings.length === 0) return [];
    const { from, to, low = String(from), high = String(to) } = rating;
    const better = measure.direction === 'lower-is-better' ? 'lower' : 'higher';
    const question = { outcome, better, scale: { from, to }, important: 1 } as const;
    const asked = { question, ends: { low, high }, isStudied: false };
    return [{ id, name: measure.name, course: courseOf(engine, record, today, asked, ratings) }];
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
  const changes = medicineChanges(engine, record).filter((day) => day > first);
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

/** The days, in order, on which a medicine was said to be taken that was not, or the other way round. */
function medicineChanges(
  { fact }: Pick<Engine, 'fact'>,
  { statements }: Pick<ClientRecord, 'statements'>,
): readonly string[] {
  const taken = new Map<string, boolean>();
  const days = new Set<string>();
  for (const { fact: id, answer, at } of statements) {
    if (fact(id)?.kind !== 'medicine' || answer === 'unknown') continue;
    const isTaken = answer === 'yes';
    if ((taken.get(id) ?? false) !== isTaken) days.add(at.slice(0, 10));
    taken.set(id, isTaken);
  }
  return [...days].sort();
}
