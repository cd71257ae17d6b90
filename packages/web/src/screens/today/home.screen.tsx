import { Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { Born } from '../../components/born.tsx';
import { NotHere } from '../../components/not-here.tsx';
import { Page } from '../../components/page.tsx';
import { longDate } from '../../components/times.ts';
import { getClients, getToday } from '../../state/api.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { usePractice } from '../../state/use-practice.ts';
import { useToday } from '../../state/use-today.ts';
import { BookedList } from '../booking/booked-list.tsx';
import { DayLinks } from '../booking/day-links.tsx';
import { ClientSearch } from './client-search.tsx';
import { TodayScreen } from './today.screen.tsx';

const TODAY = "Today's clients";
const GUESTS: ReadonlySet<string> = new Set(['guest', 'client']);

/** The day for those who work here; for a guest and a client, the records they may see. */
export function HomeScreen() {
  const practice = usePractice();
  const role = practice?.you?.role ?? '';
  if (GUESTS.has(role)) return <SharedRecords />;
  return role === 'front-desk' ? <FrontDesk /> : <TodayScreen />;
}

/** The day without decisions: they rest on health facts, which the front desk does not see. */
function FrontDesk() {
  const today = useToday();
  const load = useCallback(async () => {
    const [day, clients] = await Promise.all([getToday(today), getClients()]);
    return { day, clients };
  }, [today]);
  const { loaded, again } = useLoaded(load);
  if (loaded.status !== 'here')
    return (
      <NotHere
        title={TODAY}
        loaded={loaded}
        failure="We could not get today's clients."
        again={again}
      />
    );
  const { day, clients } = loaded.value;
  return (
    <Page title={TODAY} audience="therapist">
      <p>{longDate(today)}</p>
      <DayLinks date={today} />
      <BookedList clients={day.clients} />
      <ClientSearch clients={clients} today={today} />
      <div className="main-action">
        <Link to="/clients/new" className="button button-main">
          New client
        </Link>
      </div>
    </Page>
  );
}

const TITLE = 'Records you may see';

function SharedRecords() {
  const { loaded, again } = useLoaded(getClients);
  if (loaded.status !== 'here')
    return (
      <NotHere
        title={TITLE}
        loaded={loaded}
        failure="No record is shared with you now."
        again={again}
      />
    );
  return (
    <Page title={TITLE} audience="therapist">
      <ul className="client-list">
        {loaded.value.map(({ id, name, born }) => (
          <li key={id}>
            <Link to="/clients/$id" params={{ id }} className="row-link">
              <b>{name}</b>
              <span className="hint">
                <Born born={born} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="hint">You can read these. Only the practice writes in them.</p>
    </Page>
  );
}
