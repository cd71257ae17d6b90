import { Link } from '@tanstack/react-router';
import { clockTime } from '../../components/times.ts';
import type { TodayView } from '../../state/record.ts';

/** Who comes and when, and nothing about their health. */
export function BookedList({ clients }: { readonly clients: TodayView['clients'] }) {
  return clients.length === 0 ? (
    <p>Nobody is booked on this day.</p>
  ) : (
    <ul className="visits">
      {clients.map((booked) => (
        <BookedLine key={booked.appointment.entry} booked={booked} />
      ))}
    </ul>
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
