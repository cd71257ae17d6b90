import type { PersonTest } from '@assuage/outcomes';
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
      <a className="button button-main" href={`/check-in/${client}/ratings`}>
        {texts.rateToday}
      </a>
    </p>
  );
}
