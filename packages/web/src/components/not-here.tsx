import { Link } from '@tanstack/react-router';
import type { Loaded } from '../state/use-loaded.ts';
import { ErrorSummary } from './error-summary.tsx';
import { Page } from './page.tsx';
import { Status } from './status.tsx';

interface NotHereProps {
  readonly title: string;
  readonly loaded: Exclude<Loaded<unknown>, { status: 'here' }>;
  /** What a failure means for the person: "We could not work out a plan. …" */
  readonly failure: string;
  readonly again: () => void;
}

/** A page whose content is still coming, or could not come. Nothing of an older one is shown. */
export function NotHere({ title, loaded, failure, again }: NotHereProps) {
  if (loaded.status === 'loading')
    return (
      <Page title={title} audience="therapist">
        <Status>{loaded.isLate ? 'Getting the latest' : ''}</Status>
      </Page>
    );
  if (loaded.isMissing)
    return (
      <Page title={title} audience="therapist" hasError>
        <p>Nobody is found at this address. It may have a mistake in it.</p>
        <p>
          <Link to="/" className="button">
            Go to today's clients
          </Link>
        </p>
      </Page>
    );
  return (
    <Page title={title} audience="therapist" hasError>
      <ErrorSummary
        title={failure}
        errors={[{ text: loaded.message }, { text: 'What you saved before is safe.' }]}
      >
        <button type="button" className="button button-main" onClick={again}>
          Try again
        </button>
      </ErrorSummary>
    </Page>
  );
}
