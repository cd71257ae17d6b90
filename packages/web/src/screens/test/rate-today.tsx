import type { PersonTest } from '@assuage/outcomes';
import { Link } from '@tanstack/react-router';
import { testTexts as texts } from './test.words.ts';

interface RateTodayProps {
  readonly test: PersonTest;
  readonly client: string;
}

/** While a test runs: the way to today's rating, or that it is there. */
export function RateToday({ test, client }: RateTodayProps) {
  if (test.phase !== 'running') return null;
  if (test.isRatedToday) return <p>{texts.ratedToday}</p>;
  return (
    <p className="no-print">
      <Link className="button button-main" to="/check-in/$id/ratings" params={{ id: client }}>
        {texts.rateToday}
      </Link>
    </p>
  );
}
