import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { NotHere } from '../../components/not-here.tsx';
import { Page } from '../../components/page.tsx';
import { clockTime, longDate } from '../../components/times.ts';
import { getToday } from '../../state/api.ts';
import type { TodayView } from '../../state/record.ts';
import { useLoaded } from '../../state/use-loaded.ts';
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
      {clients.length === 0 ? (
        <p>Nobody is booked on this day.</p>
      ) : (
        <ul className="visits">
          {clients.map((booked) => (
            <BookedLine key={booked.appointment.entry} booked={booked} />
          ))}
        </ul>
      )}
      <p className="hint">To book somebody, open the client and choose "Book".</p>
    </Page>
  );
}

function BookedLine({ booked }: { readonly booked: TodayView['clients'][number] }) {
  const { record, appointment } = booked;
  return (
    <li className="visit">
      <p className="visit-time">
        {clockTime(appointment.starts)} <span className="hint">{appointment.minutes} min</span>
      </p>
      <div className="visit-main">
        <h2>
          <Link to="/clients/$id" params={{ id: record.client.id }} className="visit-link">
            {record.client.name}
          </Link>
        </h2>
      </div>
    </li>
  );
}
