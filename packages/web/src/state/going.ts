/** How it is going, as a clinician reads it: for each measure its start, now and change. Never why. Pure. */
import { directionOf, type Measure, type Measures, scalesOf } from '@assuage/knowledge';
import { type Change, dailyRatings } from '@assuage/outcomes';
import type { Engine } from '@assuage/safety';
import { painCourse, ratingCourses } from './course.ts';
import type { ClientRecord } from './record.ts';
import { historiesOf } from './scores.ts';

export type Going =
  | {
      readonly kind: 'collecting';
      readonly name: string;
      readonly ratings: number;
      readonly needed: number;
    }
  | {
      /** A rating of single days: the middle of the first five and of the last five. */
      readonly kind: 'course';
      readonly name: string;
      readonly better: 'lower' | 'higher';
      readonly start: number;
      readonly now: number;
      readonly towards: 'better' | 'worse' | 'same';
      /** The smallest change that matters, in points, and whether a study says so. */
      readonly important: number;
      readonly isStudied: boolean;
      /** The lowest and highest of the start, and whether now lies outside of them. */
      readonly usual: readonly [number, number];
      readonly isBeyondUsual: boolean;
    }
  | {
      /** A form, the first time and the newest. */
      readonly kind: 'form';
      readonly name: string;
      /** Undefined: it is not known which end is the good one. */
      readonly better: 'lower' | 'higher' | undefined;
      readonly start: number;
      readonly now: number;
      readonly towards: Change['towards'];
      /** How many published important changes it reaches; those within a published range are not reached. */
      readonly reached: number;
      readonly published: number;
      /** The change may be measurement error: it is smaller than this many points. */
      readonly under?: number;
    };

const BETTER: Partial<Record<Measure['direction'], 'lower' | 'higher'>> = {
  'lower-is-better': 'lower',
  'higher-is-better': 'higher',
};

/** Pain first, then the other ratings, then the forms that were answered at least twice. */
export function goingOf(
  engine: Pick<Engine, 'fact'>,
  measures: Measures,
  record: ClientRecord,
  today: string,
): readonly Going[] {
  const pain = painCourse(engine, record, today);
  const ratings = ratingCourses(measures, engine, record, today);
  const courses = [
    ...(pain.days.length === 0 ? [] : [{ name: 'Pain before sessions', course: pain }]),
    ...ratings,
  ];
  // A rating that is kept for a within-person test is no form either.
  const isRating = new Set(dailyRatings(measures).map(({ id }) => id));
  const forms = historiesOf(measures, record).filter(({ measure }) => !isRating.has(measure.id));
  return [
    ...courses.map(({ name, course: { question, verdict, isStudied } }): Going => {
      if (verdict.level === 'collecting')
        return { kind: 'collecting', name, ratings: verdict.ratings, needed: verdict.needed };
      const { start, now, direction, isBeyondUsual } = verdict;
      return {
        kind: 'course',
        name,
        better: question.better,
        start: start.median,
        now: now.median,
        towards: direction,
        important: question.important,
        isStudied,
        usual: [start.low, start.high],
        isBeyondUsual,
      };
    }),
    ...forms.flatMap(({ measure, changes }) =>
      changes.map((change) => formOf(measure, change, changes.length > 1)),
    ),
  ];
}

function formOf(measure: Measure, change: Change, isOneOfSeveral: boolean): Going {
  const scale = scalesOf(measure).find(({ id }) => id === change.scale);
  const direction = scale ? directionOf(measure, scale) : measure.direction;
  const under = change.noise.filter((one) => one.under).map(({ noise }) => noise.mdc);
  return {
    kind: 'form',
    name: isOneOfSeveral ? `${measure.name}: ${change.name}` : measure.name,
    better: BETTER[direction],
    start: change.before,
    now: change.after,
    towards: change.towards,
    reached: change.thresholds.filter(({ reached }) => reached === 'yes').length,
    published: change.thresholds.length,
    ...(under.length > 0 ? { under: Math.max(...under) } : {}),
  };
}
