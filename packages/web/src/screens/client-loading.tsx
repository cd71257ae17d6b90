import { ErrorSummary } from '../components/error-summary.tsx';
import { Page } from '../components/page.tsx';
import { Status } from '../components/status.tsx';
import type { Loaded } from '../state/use-loaded.ts';
import { checkInErrors, checkInWords } from '../texts.ts';

interface ClientLoadingProps {
  readonly title: string;
  readonly loaded: Exclude<Loaded<unknown>, { status: 'here' }>;
  readonly again: () => void;
}

/** A client's page before its facts are here, or when they cannot be had. */
export function ClientLoading({ title, loaded, again }: ClientLoadingProps) {
  if (loaded.status === 'loading')
    return (
      <Page title={title} audience="client">
        <Status>{loaded.isLate ? checkInWords.late : ''}</Status>
      </Page>
    );
  if (loaded.isMissing)
    return (
      <Page title={checkInWords.missing} audience="client" hasError>
        <p>{checkInWords.missingHelp}</p>
      </Page>
    );
  return (
    <Page title={title} audience="client" hasError>
      <ErrorSummary
        title={checkInErrors.notOpened}
        errors={[{ text: checkInErrors.keptSoFar }, { text: checkInErrors.tellTherapist }]}
      >
        <button type="button" className="button button-main" onClick={again}>
          {checkInErrors.tryAgain}
        </button>
      </ErrorSummary>
    </Page>
  );
}
