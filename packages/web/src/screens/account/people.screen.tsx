import { useState } from 'react';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { FormErrors } from '../../components/form-errors.tsx';
import { NotHere } from '../../components/not-here.tsx';
import { Page } from '../../components/page.tsx';
import { TextField } from '../../components/text-field.tsx';
import { whenSeen } from '../../components/times.ts';
import {
  closeAccount,
  getPeople,
  type InvitationView,
  invite,
  inviteAgain,
  type PersonView,
} from '../../state/account-api.ts';
import { getClients } from '../../state/api.ts';
import type { ClientDetails } from '../../state/record.ts';
import { useForm } from '../../state/use-form.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { roleNames, roleRights } from './role.words.ts';

const TITLE = 'People';
const ROLES = Object.keys(roleNames) as PersonView['role'][];

const load = async () => {
  const [people, clients] = await Promise.all([getPeople(), getClients()]);
  return { people, clients };
};

/** Who has an account here, and inviting others. */
export function PeopleScreen() {
  const { loaded, again } = useLoaded(load);
  const [invitation, setInvitation] = useState<InvitationView>();
  const [closing, setClosing] = useState<PersonView>();
  const { errors, submit } = useForm();
  if (loaded.status !== 'here')
    return (
      <NotHere title={TITLE} loaded={loaded} failure="We could not get the people." again={again} />
    );
  const { people, clients } = loaded.value;
  const nameOf = (id: string) => clients.find((client) => client.id === id)?.name ?? 'a client';
  return (
    <Page title={TITLE} audience="therapist" hasError={errors.length > 0}>
      <FormErrors title="Nothing was changed" errors={errors} />
      {invitation ? <Invitation invitation={invitation} /> : null}
      <ul className="plain-list chosen-list">
        {people.map((person) => (
          <li key={person.id}>
            <span>
              <b>{person.name}</b>, {roleNames[person.role]}, {person.email}
              <span className="hint">
                {person.closed
                  ? ` Closed ${whenSeen(person.closed)}.`
                  : person.invited
                    ? ' Invited, not here yet.'
                    : ''}
                {person.clients.map(
                  ({ client, expires }) =>
                    ` Sees ${nameOf(client)}${expires ? ` until ${whenSeen(expires)}` : ''}.`,
                )}
              </span>
            </span>
            {person.closed ? null : (
              <span className="buttons">
                {person.invited ? (
                  <button
                    type="button"
                    className="button"
                    onClick={() =>
                      submit([], async () => setInvitation(await inviteAgain(person.id)))
                    }
                  >
                    New invitation<span className="visually-hidden"> for {person.name}</span>
                  </button>
                ) : null}
                <button type="button" className="button" onClick={() => setClosing(person)}>
                  Close account<span className="visually-hidden"> of {person.name}</span>
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        isOpen={closing !== undefined}
        title={`Close the account of ${closing?.name ?? ''}?`}
        confirm="Close account"
        onCancel={() => setClosing(undefined)}
        onConfirm={() => {
          const person = closing;
          setClosing(undefined);
          if (person)
            submit([], async () => {
              await closeAccount(person.id);
              again();
            });
        }}
      >
        <p>They are signed out at once and cannot come back. What they wrote stays.</p>
      </ConfirmDialog>
      <InviteForm
        clients={clients}
        onInvited={(made) => {
          setInvitation(made);
          again();
        }}
      />
    </Page>
  );
}

/** The link of an invitation. It is shown this once. */
function Invitation({ invitation }: { readonly invitation: InvitationView }) {
  return (
    <section className="notice" aria-labelledby="invitation">
      <h2 id="invitation">The invitation is ready</h2>
      <p>
        {invitation.mailed
          ? 'It was sent by e-mail. You can also hand over this link.'
          : 'Give this link to the person, and to nobody else.'}{' '}
        It works once, until {whenSeen(invitation.expires)}.
      </p>
      <p>
        <code className="secret-text">{invitation.address}</code>
      </p>
      <button
        type="button"
        className="button"
        onClick={() => void navigator.clipboard?.writeText(invitation.address)}
      >
        Copy the link
      </button>
    </section>
  );
}

interface InviteFormProps {
  readonly clients: readonly ClientDetails[];
  readonly onInvited: (invitation: InvitationView) => void;
}

const EMPTY = { name: '', email: '', client: '', days: '30' };

function InviteForm({ clients, onInvited }: InviteFormProps) {
  const [form, setForm] = useState(EMPTY);
  const [role, setRole] = useState<PersonView['role']>('therapist');
  const { errors, isBusy, submit } = useForm();
  const change = (part: Partial<typeof EMPTY>) => setForm({ ...form, ...part });
  const seesOne = role === 'guest' || role === 'client';
  const send = () => {
    const wrong = [
      ...(form.name.trim() === '' ? [{ text: 'Type the name', field: 'name' }] : []),
      ...(form.email.trim() === '' ? [{ text: 'Type the e-mail address', field: 'email' }] : []),
      ...(seesOne && form.client === '' ? [{ text: 'Choose the client', field: 'client' }] : []),
    ];
    submit(wrong, async () => {
      const made = await invite({
        name: form.name,
        email: form.email,
        role,
        clients: seesOne ? [form.client] : [],
        ...(role === 'guest' ? { shareDays: Number(form.days) } : {}),
      });
      setForm(EMPTY);
      onInvited(made);
    });
  };
  return (
    <section aria-labelledby="invite">
      <h2 id="invite">Invite somebody</h2>
      <FormErrors title="Nobody was invited" errors={errors} />
      <form
        noValidate
        className="narrow"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextField id="name" label="Name" value={form.name} onChange={(name) => change({ name })} />
        <TextField
          id="email"
          label="E-mail address"
          type="email"
          value={form.email}
          onChange={(email) => change({ email })}
        />
        <fieldset className="choices">
          <legend>What they may do</legend>
          {ROLES.map((one) => (
            <label key={one} className="choice">
              <input
                type="radio"
                name="role"
                checked={role === one}
                onChange={() => setRole(one)}
              />
              <span>
                <b>{roleNames[one]}</b>: {roleRights[one]}
              </span>
            </label>
          ))}
        </fieldset>
        {seesOne ? (
          <div className="field">
            <label htmlFor="client">Whose record</label>
            <select
              id="client"
              value={form.client}
              onChange={(event) => change({ client: event.target.value })}
            >
              <option value="">Choose</option>
              {clients.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        ) : null}
        {role === 'guest' ? (
          <TextField
            id="days"
            label="For how many days"
            inputMode="numeric"
            value={form.days}
            onChange={(days) => change({ days })}
          />
        ) : null}
        <div className="main-action">
          <button type="submit" className="button button-main" disabled={isBusy}>
            Make the invitation
          </button>
        </div>
      </form>
    </section>
  );
}
