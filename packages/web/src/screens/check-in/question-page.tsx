import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../../components/page.tsx';
import { checkInWords } from '../../texts.ts';

interface QuestionPageProps {
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

/** The id of the heading that asks the question: what answers it is labelled by it. */
export const QUESTION = 'question';

/** One question: the heading, what helps to answer it, and the answers. */
export function QuestionPage({
  client,
  question,
  hint,
  number,
  back,
  hasError,
  children,
}: QuestionPageProps) {
  return (
    <Page
      title={question}
      headingId={QUESTION}
      // The window's title is seen by others: it says which question, not which answer could matter.
      windowTitle={`Check-in, question ${number}`}
      audience="client"
      hasError={hasError}
      before={
        <div className="check-in-top">
          {back === undefined ? null : (
            <Link
              className="back"
              to="/check-in/$id"
              params={{ id: client.id }}
              search={{ q: back }}
            >
              {checkInWords.back}
            </Link>
          )}
          <p className="check-in-of">{checkInWords.of(client.name)}</p>
        </div>
      }
    >
      {hint === undefined ? null : <p className="hint">{hint}</p>}
      {children}
    </Page>
  );
}
