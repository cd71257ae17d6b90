/** The ratings in a record, and what may be said of their course. */
import {
  type Collecting,
  type DiaryDay,
  describeCourse,
  type Pattern,
  type Question,
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
export function painCourse(
  { fact }: Pick<Engine, 'fact'>,
  record: ClientRecord,
  today: string,
): Course {
  const ratings = record.checkIns.flatMap(({ on, painNow }) =>
    painNow === null || on.slice(0, 10) > today ? [] : [{ day: on.slice(0, 10), value: painNow }],
  );
  const read = readDiary(ratings, PAIN, today);
  if (!read.ok) throw new Error(read.problems[0]?.message);
  const { days } = read;
  const first = days[0]?.day ?? today;
  const changes = medicineChanges({ fact }, record).filter((day) => day > first);
  const verdict = describeCourse(PAIN, days, changes.at(-1));
  return {
    question: PAIN,
    ends: { low: 'No pain', high: 'Worst you can think of' },
    days,
    sessions: record.sessions.map(({ on }) => on.slice(0, 10)),
    changes,
    verdict,
    said: say(PAIN, verdict),
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
