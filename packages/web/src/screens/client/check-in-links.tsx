import { useCallback, useState } from 'react';
import { FormErrors } from '../../components/form-errors.tsx';
import { whenSeen } from '../../components/times.ts';
import { getLinks, makeLink, revokeLink } from '../../state/account-api.ts';
import { useForm } from '../../state/use-form.ts';
import { useLoaded } from '../../state/use-loaded.ts';

const DAYS = 3;

/** A link that lets the client check in on their own phone, without an account. */
export function CheckInLinks({ client }: { readonly client: string }) {
  const load = useCallback(() => getLinks(client), [client]);
  const { loaded, again } = useLoaded(load);
  const [address, setAddress] = useState<string>();
  const { errors, isBusy, submit } = useForm();
  const now = new Date().toISOString();
  const links = loaded.status === 'here' ? loaded.value : [];
  const open = links.filter(({ ended, expires }) => ended === null && expires > now);
  return (
    <section aria-labelledby="check-in-links">
      <h2 id="check-in-links">Check-in at home</h2>
      <FormErrors title="The link was not changed" errors={errors} />
      <p className="hint">
        A link opens the check-in on the client's phone for {DAYS} days. It shows nothing from the
        record.
      </p>
      {address === undefined ? null : (
        <div className="notice">
          <p>Send this to the client. It is shown once.</p>
          <p>
            <code className="secret-text">{address}</code>
          </p>
          <button
            type="button"
            className="button"
            onClick={() => void navigator.clipboard?.writeText(address)}
          >
            Copy the link
          </button>
        </div>
      )}
      <ul className="plain-list chosen-list">
        {open.map(({ id, expires }) => (
          <li key={id}>
            <span>Works until {whenSeen(expires)}</span>
            <button
              type="button"
              className="button"
              onClick={() =>
                submit([], async () => {
                  await revokeLink(client, id);
                  setAddress(undefined);
                  again();
                })
              }
            >
              Stop this link
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="button"
        disabled={isBusy}
        onClick={() =>
          submit([], async () => {
            setAddress((await makeLink(client, 'check-in', DAYS)).address);
            again();
          })
        }
      >
        Make a link for the check-in
      </button>
    </section>
  );
}
