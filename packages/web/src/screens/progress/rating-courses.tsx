import type { Engine } from '@assuage/safety';
import { ratingCourses } from '../../state/course.ts';
import { loadMeasures } from '../../state/measures.ts';
import type { ClientRecord } from '../../state/record.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { progressTexts } from '../../texts.ts';
import { CourseView } from './course-view.tsx';

interface RatingCoursesProps {
  readonly engine: Engine;
  readonly record: ClientRecord;
  readonly today: string;
  /** The level of the headings: one below the heading they stand under. */
  readonly heading: 'h2' | 'h3';
}

/** The other ratings from 0 to 10, each by itself: two directions never share an axis. */
export function RatingCourses({ engine, record, today, heading: Heading }: RatingCoursesProps) {
  const { loaded, again } = useLoaded(loadMeasures);
  if (record.scores.length === 0) return null;
  if (loaded.status === 'failed')
    return (
      <p>
        {progressTexts.ratingsFailed}{' '}
        <button type="button" className="button button-plain" onClick={again}>
          {progressTexts.again}
        </button>
      </p>
    );
  if (loaded.status !== 'here') return null;
  return ratingCourses(loaded.value, engine, record, today).map(({ id, name, course }) => (
    <div key={id}>
      <Heading>{name}</Heading>
      <CourseView course={course} id={id} />
    </div>
  ));
}
