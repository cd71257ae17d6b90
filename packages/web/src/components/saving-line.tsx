import type { ClientHandle } from '../state/use-client.ts';
import { SavedAt } from './saved-at.tsx';
import { Status } from './status.tsx';

interface SavingLineProps {
  readonly handle: Pick<ClientHandle, 'saving' | 'retry' | 'takeBack'>;
  /** "your answers", "the session" */
  readonly what: string;
}

/** Whether everything is saved, in words, where the work is done. */
export function SavingLine({ handle, what }: SavingLineProps) {
  const { saving, retry, takeBack } = handle;
  if (saving.status === 'failed')
    return (
      <div role="alert" className="saving-failed">
        <p>
          <b>We could not save {what}.</b> Everything is still on this device. {saving.message}
        </p>
        {saving.isRefused ? (
          <button type="button" className="button" onClick={() => void takeBack()}>
            Take back the last change
          </button>
        ) : (
          <button type="button" className="button" onClick={() => void retry()}>
            Try again
          </button>
        )}
      </div>
    );
  if (saving.status === 'saving') return <Status>Saving</Status>;
  return <SavedAt at={saving.status === 'saved' ? saving.at : undefined} />;
}
