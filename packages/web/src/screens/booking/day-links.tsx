import { Link } from '@tanstack/react-router';
import { addDays } from '../../state/moment.ts';
import { useToday } from '../../state/use-today.ts';

/** The day before, today, the day after. */
export function DayLinks({ date }: { readonly date: string }) {
  const today = useToday();
  const link = (to: string, label: string) =>
    to === today ? (
      <Link to="/" className="button">
        {label}
      </Link>
    ) : (
      <Link to="/days/$date" params={{ date: to }} className="button">
        {label}
      </Link>
    );
  return (
    <nav aria-label="Days" className="buttons">
      {link(addDays(date, -1), 'Day before')}
      {date === today ? null : link(today, 'Today')}
      {link(addDays(date, 1), 'Day after')}
    </nav>
  );
}
