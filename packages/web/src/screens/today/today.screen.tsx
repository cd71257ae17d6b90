import { Link } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { NotHere } from '../../components/not-here.tsx';
import { Page } from '../../components/page.tsx';
import { longDate, weekday } from '../../components/times.ts';
import { getClients, getToday } from '../../state/api.ts';
import { needsAttention } from '../../state/derive.ts';
import { loadWorkplace, type Workplace } from '../../state/engine.ts';
import { addDays } from '../../state/moment.ts';
import type { ClientDetails, TodayView } from '../../state/record.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { useToday } from '../../state/use-today.ts';
import { DayLinks } from '../booking/day-links.tsx';
import { ClientSearch } from './client-search.tsx';
import { VisitCard } from './visit-card.tsx';
import { toAsk, visitOf } from './visits.ts';

const TITLE = "Today's clients";

interface Day extends Workplace {
  readonly list: TodayView;
  /** Yesterday and the day before: who was here, and how it was. */
  readonly before: readonly TodayView[];
  readonly clients: readonly ClientDetails[];
}

/** Who comes today, and who needs a decision before they do. */
export function TodayScreen() {
  const today = useToday();
  const load = useCallback(async (): Promise<Day> => {
    const [workplace, list, clients, ...before] = await Promise.all([
      loadWorkplace(),
      getToday(today),
      getClients(),
      getToday(addDays(today, -1)),
      getToday(addDays(today, -2)),
    ]);
    return { ...workplace, list, clients, before };
  }, [today]);
  const { loaded, again } = useLoaded(load);
  if (loaded.status !== 'here')
    return (
      <NotHere
        title={TITLE}
        loaded={loaded}
        failure="We could not get today's clients."
        again={again}
      />
    );
  return <TodayList day={loaded.value} today={today} />;
}

function TodayList({ day, today }: { readonly day: Day; readonly today: string }) {
  const { engine, list, before, clients, practice } = day;
  const visits = useMemo(
    () => list.clients.map((booked) => visitOf(engine, booked, today)),
    [engine, list, today],
  );
  const asks = useMemo(() => toAsk([...before, list], today), [before, list, today]);
  const severe = visits.filter(({ standing }) => needsAttention(standing));
  return (
    <Page title={TITLE} audience="therapist">
      <p>{longDate(today)}</p>
      <DayLinks date={today} />
      {practice.demo ? (
        <p className="hint">
          Everybody here is invented, to try Assuage with. <Link to="/settings">Settings</Link>
        </p>
      ) : null}
      {severe.length > 0 ? (
        <section aria-labelledby="attention">
          <h2 id="attention">Decide before they come</h2>
          <ul className="visits">
            {severe.map((visit) => (
              <VisitCard key={visit.key} visit={visit} />
            ))}
          </ul>
        </section>
      ) : null}
      <section aria-labelledby="by-time">
        <h2 id="by-time">By time</h2>
        {visits.length === 0 ? (
          <p>Nobody is booked today. Choose somebody from all clients below.</p>
        ) : (
          <ul className="visits">
            {visits.map((visit) => (
              <VisitCard key={visit.key} visit={visit} />
            ))}
          </ul>
        )}
      </section>
      {asks.length > 0 ? (
        <section aria-labelledby="ask">
          <h2 id="ask">Ask how it was</h2>
          <ul className="client-list">
            {asks.map(({ client, on }) => (
              <li key={client.id}>
                <Link
                  to="/clients/$id"
                  params={{ id: client.id }}
                  hash="aftermath"
                  className="row-link"
                >
                  <b>{client.name}</b>
                  <span className="hint">{weekday(on)}'s session</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <ClientSearch clients={clients} today={today} />
      <div className="main-action">
        <Link to="/clients/new" className="button button-main">
          New client
        </Link>
      </div>
    </Page>
  );
}
