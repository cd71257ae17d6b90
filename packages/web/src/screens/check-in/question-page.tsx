import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';
import { checkInWords } from '../../texts.ts';
import { ratingsTexts } from '../ratings/ratings.words.ts';

interface QuestionPageProps {
  /** Which questions: those of the check-in, or the ratings of the day. */
  readonly form?: keyof typeof FORMS;
  readonly client: { readonly id: string; readonly name: string };
  readonly question: string;
  readonly hint?: string | undefined;
  /** Where the question stands: 3 of the steps so far. */
  readonly number: number;
  /** The step before. */
  readonly back: string | undefined;
  readonly hasError?: boolean | undefined;
  readonly children: ReactNode;
}

/** The window's title is seen by others: it says which question, not which answer could matter. */
const FORMS = {
  'check-in': { to: '/check-in/$id', title: 'Check-in', of: checkInWords.of },
  ratings: { to: '/check-in/$id/ratings', title: ratingsTexts.title, of: ratingsTexts.of },
} as const;

/** The id of the heading that asks the question: what answers it is labelled by it. */
export const QUESTION = 'question';

/** One question: the heading, what helps to answer it, and the answers. */
export function QuestionPage({
  form = 'check-in',
  client,
  question,
  hint,
  number,
  back,
  hasError,
  children,
}: QuestionPageProps) {
  const { to, title, of } = FORMS[form];
  return (
    <Page
      title={question}
      headingId={QUESTION}
      windowTitle={`${title}, question ${number}`}
      audience="client"
      hasError={hasError}
      before={
        <div className="check-in-top">
          {back === undefined ? null : (
            <Link className="back" to={to} params={{ id: client.id }} search={{ q: back }}>
              {checkInWords.back}
            </Link>
          )}
          <p className="check-in-of">{of(client.name)}</p>
        </div>
      }
    >
      {hint === undefined ? null : <p className="hint">{hint}</p>}
      {children}
    </Page>
  );
}
