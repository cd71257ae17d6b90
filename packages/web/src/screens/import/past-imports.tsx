import { useState } from 'react';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { FormErrors } from '../../components/form-errors.tsx';
import { Status } from '../../components/status.tsx';
import { whenSeen } from '../../components/times.ts';
import {
  getImports,
  type PastImportView,
  type TakenBackView,
  undoImport,
} from '../../state/imports-api.ts';
import { useForm } from '../../state/use-form.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { people } from './counts.ts';

/** The imports that were made, each to be taken back. */
export function PastImports() {
  const { loaded, again } = useLoaded(getImports);
  const [asked, setAsked] = useState<PastImportView>();
  const [done, setDone] = useState<TakenBackView>();
  const { errors, isBusy, submit } = useForm();
  if (loaded.status === 'failed') return <p className="hint">{loaded.message}</p>;
  if (loaded.status !== 'here' || loaded.value.length === 0) return null;
  const undo = ({ id }: PastImportView) => {
    setAsked(undefined);
    submit([], async () => {
      setDone(await undoImport(id));
      again();
    });
  };
  return (
    <section aria-labelledby="past">
      <h2 id="past">Imports made</h2>
      <FormErrors title="The import was not taken back" errors={errors} />
      <Status>
        {done === undefined
          ? ''
          : `${people(done.taken.length)} taken back, ${done.kept.length} kept.`}
      </Status>
      {done && done.kept.length > 0 ? (
        <ul>
          {done.kept.map(({ client, name, why }) => (
            <li key={client}>
              {name} was kept: {why}.
            </li>
          ))}
        </ul>
      ) : null}
      <ul className="plain-list timeline">
        {loaded.value.map((one) => (
          <li key={one.id}>
            <b>{whenSeen(one.at)}</b>, {one.by}: {people(one.added)} added, {one.here} here still.{' '}
            {one.here === 0 ? null : (
              <button
                type="button"
                className="button"
                disabled={isBusy}
                onClick={() => setAsked(one)}
              >
                Take back<span className="visually-hidden"> the import of {whenSeen(one.at)}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        isOpen={asked !== undefined}
        title="Take this import back?"
        confirm="Take it back"
        onConfirm={() => asked && undo(asked)}
        onCancel={() => setAsked(undefined)}
      >
        <p>
          Clients in whose records nothing was written since are removed for good. All others stay.
          What was done stays in the audit.
        </p>
      </ConfirmDialog>
    </section>
  );
}
