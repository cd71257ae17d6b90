import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { NotHere } from '../../components/not-here.tsx';
import { Page } from '../../components/page.tsx';
import { longDate } from '../../components/times.ts';
import { getToday } from '../../state/api.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { BookedList } from './booked-list.tsx';
import { DayLinks } from './day-links.tsx';

const route = getRouteApi('/days/$date');

/** Who comes on another day, and the days before and after it. */
export function DayScreen() {
  const { date } = route.useParams();
  const load = useCallback(() => getToday(date), [date]);
  const { loaded, again } = useLoaded(load);
  const title = `Clients on ${longDate(date)}`;
  if (loaded.status !== 'here')
    return (
      <NotHere title={title} loaded={loaded} failure="We could not get this day." again={again} />
    );
  const { clients } = loaded.value;
  return (
    <Page title={title} audience="therapist">
      <DayLinks date={date} />
      <BookedList clients={clients} />
      <p className="hint">To book somebody, open the client and choose "Book".</p>
    </Page>
  );
}
