import { useCallback, useState } from 'react';
import { FormErrors } from '../../components/form-errors.tsx';
import { whenSeen } from '../../components/times.ts';
import { getLinks, makeLink, revokeLink } from '../../state/account-api.ts';
import { useForm } from '../../state/use-form.ts';
import { useLoaded } from '../../state/use-loaded.ts';

const PURPOSES = {
  'check-in': { name: 'check-in', days: 3 },
  intake: { name: 'intake', days: 14 },
  ratings: { name: 'daily ratings', days: 84 },
} as const;
type Purpose = keyof typeof PURPOSES;

/** Links that let the client fill in a form on their own phone, without an account. */
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
      <h2 id="check-in-links">Forms at home</h2>
      <FormErrors title="The link was not changed" errors={errors} />
      <p className="hint">
        A link opens one form on the client's phone: the check-in for {PURPOSES['check-in'].days}{' '}
        days, the intake for {PURPOSES.intake.days}, the daily ratings for {PURPOSES.ratings.days}.
        It shows nothing from the record; the ratings say only what is asked today.
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
        {open.map(({ id, purpose, expires }) => (
          <li key={id}>
            <span>
              For the {PURPOSES[purpose].name}. Works until {whenSeen(expires)}
            </span>
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
      <div className="buttons">
        {(Object.keys(PURPOSES) as Purpose[]).map((purpose) => (
          <button
            key={purpose}
            type="button"
            className="button"
            disabled={isBusy}
            onClick={() =>
              submit([], async () => {
                const { address: made } = await makeLink(client, purpose, PURPOSES[purpose].days);
                setAddress(made);
                again();
              })
            }
          >
            Make a link for the {PURPOSES[purpose].name}
          </button>
        ))}
      </div>
    </section>
  );
}
