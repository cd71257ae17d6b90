import { useMemo } from 'react';
import { painCourse } from '../../state/course.ts';
import { progressTexts } from '../../texts.ts';
import { CourseView } from '../progress/course-view.tsx';
import { RatingCourses } from '../progress/rating-courses.tsx';
import type { ClientView } from './view.ts';

/** The same that the client reads under "How it is going". */
export function Progress({ view }: { readonly view: ClientView }) {
  const { engine, record, today } = view;
  const course = useMemo(() => painCourse(engine, record, today), [engine, record, today]);
  return (
    <section aria-labelledby="progress">
      <h2 id="progress">{progressTexts.title}</h2>
      <p className="hint">As the client reads it:</p>
      <CourseView course={course} id="pain" />
      <RatingCourses engine={engine} record={record} today={today} heading="h3" />
    </section>
  );
}
