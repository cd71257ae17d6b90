import { NO_CONTACT } from '@assuage/safety';
import { BodyMap } from '../../body-map/body-map.tsx';
import type { Mark } from '../../body-map/marks.ts';
import { bodyToday } from '../../state/choices.ts';
import { isStopped, placeNames, pressureBands, untouched } from '../../state/derive.ts';
import type { PlanAtWork } from './use-plan.ts';

/** Where no hand goes, as a list and on the body; softer limits are on the body too. */
export function DoNotTouch({ plan }: { readonly plan: PlanAtWork }) {
  const { engine, record, session, standing, today } = plan;
  const places = untouched(engine, session.envelope);
  const { avoid } = bodyToday(record, today);
  const isWaiting = !isStopped(standing.envelope.known) && isStopped(standing.envelope.decision);
  const marks: Mark[] = [
    ...pressureBands(engine, session.envelope).flatMap(({ pressure, places: at }) =>
      at.map((place): Mark => ({ kind: 'limit', place, pressure })),
    ),
    ...(places.includes('everywhere') ? everywhere(plan) : []),
    ...avoid.map((place): Mark => ({ kind: 'avoid', place })),
  ];
  return (
    <section aria-labelledby="do-not-touch" className="do-not-touch">
      <div>
        <h2 id="do-not-touch">Do not touch</h2>
        {isWaiting ? (
          <p>Nowhere yet: ask the questions first.</p>
        ) : places.length === 0 && avoid.length === 0 ? (
          <p>No place is out.</p>
        ) : (
          <ul className="place-names">
            {placeNames(engine, places).map((name) => (
              <li key={name}>{name}</li>
            ))}
            {placeNames(engine, avoid).map((name) => (
              <li key={`asked ${name}`}>{name} (the client asked)</li>
            ))}
          </ul>
        )}
      </div>
      <BodyMap body={engine.body} marks={marks} hasKey={false} size="small" />
    </section>
  );
}

const everywhere = ({ engine }: PlanAtWork): Mark[] =>
  engine.body.data.zones.map(({ id }) => ({ kind: 'limit', place: id, pressure: NO_CONTACT }));
