import type { Saving } from '../state/use-client.ts';
import { SavedAt } from './saved-at.tsx';
import { Status } from './status.tsx';

interface SavingLineProps {
  readonly saving: Saving;
  /** "your answers", "the session" */
  readonly what: string;
  readonly onRetry: () => void;
}

/** Whether everything is saved, in words, where the work is done. */
export function SavingLine({ saving, what, onRetry }: SavingLineProps) {
  if (saving.status === 'failed')
    return (
      <div role="alert" className="saving-failed">
        <p>
          <b>We could not save {what}.</b> Everything is still on this device. {saving.message}
        </p>
        <button type="button" className="button" onClick={onRetry}>
          Try again
        </button>
      </div>
    );
  if (saving.status === 'saving') return <Status>Saving</Status>;
  return <SavedAt at={saving.status === 'saved' ? saving.at : undefined} />;
}
