import { Link } from '@tanstack/react-router';
import { Timeline } from '../../components/timeline.tsx';
import { whenSaid } from '../../components/times.ts';
import type { ClientView } from './view.ts';

/** What the client said before each session, the newest first. */
export function CheckIns({ view }: { readonly view: ClientView }) {
  const { engine, record, today } = view;
  const newest = [...record.checkIns].reverse();
  return (
    <section aria-labelledby="check-ins">
      <h2 id="check-ins">Check-ins</h2>
      {newest.length === 0 ? (
        <>
          <p>No check-ins yet.</p>
          <Link to="/check-in/$id" params={{ id: record.client.id }} className="button">
            Check in on this device
          </Link>
        </>
      ) : null}
      <Timeline items={newest} older="older check-ins">
        {(checkIn) => (
          <li key={checkIn.entry}>
            <h3>
              {checkIn.by.name}, {whenSaid(checkIn.on, today)}
            </h3>
            <p>
              Pain: {checkIn.painNow === null ? 'not asked' : `${checkIn.painNow} of 10`}
              {checkIn.pain.length === 0
                ? ''
                : ` (${checkIn.pain.map(({ place }) => engine.body.label(place)).join(', ')})`}
              {checkIn.wish === '' ? '' : `. “${checkIn.wish}”`}
            </p>
            <ul className="plain-list">
              {checkIn.statements
                .filter(({ answer }) => answer !== 'no')
                .map(({ fact, answer, places, value }) => (
                  <li key={fact}>
                    {engine.fact(fact)?.name ?? fact}
                    {answer === 'unknown' ? ': not sure' : ''}
                    {value === undefined ? '' : `: ${value}`}
                    {places && places.length > 0
                      ? `: ${places.map((place) => engine.body.label(place)).join(', ')}`
                      : ''}
                  </li>
                ))}
            </ul>
          </li>
        )}
      </Timeline>
    </section>
  );
}
