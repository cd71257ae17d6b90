import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Page } from '../../components/page.tsx';
import { localToday } from '../../components/times.ts';
import { painCourse } from '../../state/course.ts';
import { type ClientAtWork, useClient } from '../../state/use-client.ts';
import { progressTexts } from '../../texts.ts';
import { ClientLoading } from '../client-loading.tsx';
import { MyTest } from '../test/my-test.tsx';
import { CourseView } from './course-view.tsx';
import { RatingCourses } from './rating-courses.tsx';

const route = getRouteApi('/check-in/$id/progress');

/** What the client's own scores show, and how sure that is. */
export function MyProgressScreen() {
  const { id } = route.useParams();
  const { loaded, again } = useClient(id);
  return loaded.status === 'here' ? (
    <MyProgress at={loaded.value} />
  ) : (
    <ClientLoading title={progressTexts.title} loaded={loaded} again={again} />
  );
}

function MyProgress({ at }: { readonly at: ClientAtWork }) {
  const { engine, record } = at;
  const today = localToday();
  const course = useMemo(() => painCourse(engine, record, today), [engine, record, today]);
  return (
    <Page
      title={progressTexts.title}
      audience="client"
      before={
        <Link className="back" to="/check-in/$id/sent" params={{ id: record.client.id }}>
          {progressTexts.back}
        </Link>
      }
    >
      <MyTest at={at} today={today} />
      <h2>{progressTexts.pain}</h2>
      <CourseView course={course} id="pain" />
      <RatingCourses engine={engine} record={record} today={today} heading="h2" />
    </Page>
  );
}
