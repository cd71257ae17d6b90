import { Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { weekday } from '../../components/times.ts';
import { getRatings } from '../../state/ratings.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { openQuestions } from '../ratings/flow.ts';
import { ratingsTexts } from '../ratings/ratings.words.ts';

interface MoreQuestionsProps {
  readonly client: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** The way to the ratings of the day, for who feels up to it. Nothing when none is open, or when they cannot be had. */
export function MoreQuestions({ client, today }: MoreQuestionsProps) {
  const { loaded } = useLoaded(useCallback(() => getRatings(client, today), [client, today]));
  if (loaded.status !== 'here') return null;
  const count = openQuestions(loaded.value);
  const { session } = loaded.value;
  if (count === 0) return null;
  return (
    <div className="no-print">
      {session ? <p>{ratingsTexts.oneIsAbout(weekday(session.day))}</p> : null}
      <p>
        <Link className="button" to="/check-in/$id/ratings" params={{ id: client }}>
          {ratingsTexts.sentLink(count)}
        </Link>
      </p>
    </div>
  );
}
