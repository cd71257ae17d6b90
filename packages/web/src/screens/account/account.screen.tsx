import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormErrors } from '../../components/form-errors.tsx';
import { NotHere } from '../../components/not-here.tsx';
import { OwnerLinks } from '../../components/owner-links.tsx';
import { Page } from '../../components/page.tsx';
import { Status } from '../../components/status.tsx';
import { TextField } from '../../components/text-field.tsx';
import { whenSeen } from '../../components/times.ts';
import {
  type AccountView,
  changePassword,
  endOtherSessions,
  endSession,
  getAccount,
  newRecoveryCodes,
  removeApp,
  removePasskey,
  signOut,
} from '../../state/account-api.ts';
import { useForm } from '../../state/use-form.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { refreshPractice } from '../../state/use-practice.ts';
import { AddFactor } from './add-factor.tsx';
import { NewPasswordField } from './new-password-field.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { roleNames } from './role.words.ts';

const TITLE = 'Your account';

/** How one signs in, where one is signed in, and the way out. */
export function AccountScreen() {
  const { loaded, again } = useLoaded(getAccount);
  if (loaded.status !== 'here')
    return (
      <NotHere
        title={TITLE}
        loaded={loaded}
        failure="We could not get your account."
        again={again}
      />
    );
  return <Account account={loaded.value} again={again} />;
}

function Account({
  account,
  again,
}: {
  readonly account: AccountView;
  readonly again: () => void;
}) {
  const navigate = useNavigate();
  const { errors, submit } = useForm();
  const [adding, setAdding] = useState(false);
  const [codes, setCodes] = useState<readonly string[]>();
  const { factors, sessions } = account;
  const change = (work: () => Promise<unknown>) =>
    submit([], async () => {
      await work();
      again();
    });
  if (codes)
    return (
      <Page title={TITLE} audience="therapist">
        <RecoveryCodes codes={codes} onDone={again} />
      </Page>
    );
  if (adding)
    return (
      <Page title="Add a second step" audience="therapist">
        <AddFactor onDone={again} />
      </Page>
    );
  const leave = async () => {
    await signOut();
    await refreshPractice();
    await navigate({ to: '/sign-in' });
  };
  return (
    <Page title={TITLE} audience="therapist" hasError={errors.length > 0}>
      <FormErrors title="Nothing was changed" errors={errors} />
      <p>
        <b>{account.name}</b>, {roleNames[account.role]}, {account.email}
      </p>
      <div className="buttons">
        <button type="button" className="button" onClick={() => submit([], leave)}>
          Sign out
        </button>
      </div>
      {account.role === 'owner' ? <OwnerLinks /> : null}

      <section aria-labelledby="second-step">
        <h2 id="second-step">Your second step</h2>
        <ul className="plain-list chosen-list">
          {factors.app ? (
            <li>
              <b>App on a phone</b>
              <button type="button" className="button" onClick={() => change(removeApp)}>
                Remove<span className="visually-hidden"> the app</span>
              </button>
            </li>
          ) : null}
          {factors.passkeys.map(({ id, name, created, used }) => (
            <li key={id}>
              <span>
                <b>Passkey: {name}</b>{' '}
                <span className="hint">
                  added {whenSeen(created)}
                  {used ? `, last used ${whenSeen(used)}` : ', not used yet'}
                </span>
              </span>
              <button
                type="button"
                className="button"
                onClick={() => change(() => removePasskey(id))}
              >
                Remove<span className="visually-hidden"> this passkey</span>
              </button>
            </li>
          ))}
        </ul>
        <p>Recovery codes left: {factors.recoveryCodesLeft}.</p>
        <div className="buttons">
          <button type="button" className="button" onClick={() => setAdding(true)}>
            Add an app or a passkey
          </button>
          <button
            type="button"
            className="button"
            onClick={() =>
              submit([], async () => setCodes((await newRecoveryCodes()).recoveryCodes ?? []))
            }
          >
            Make new recovery codes
          </button>
        </div>
      </section>

      <section aria-labelledby="signed-in">
        <h2 id="signed-in">Where you are signed in</h2>
        <ul className="plain-list chosen-list">
          {sessions.map(({ id, device, seen, current }) => (
            <li key={id}>
              <span>
                <b>{device}</b>{' '}
                <span className="hint">{current ? 'here' : `last used ${whenSeen(seen)}`}</span>
              </span>
              {current ? null : (
                <button
                  type="button"
                  className="button"
                  onClick={() => change(() => endSession(id))}
                >
                  Sign out there<span className="visually-hidden">: {device}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
        {sessions.length > 1 ? (
          <button type="button" className="button" onClick={() => change(endOtherSessions)}>
            Sign out everywhere else
          </button>
        ) : null}
      </section>

      <NewPassword />
    </Page>
  );
}

function NewPassword() {
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [says, setSays] = useState('');
  const { errors, isBusy, submit } = useForm();
  return (
    <section aria-labelledby="new-password">
      <h2 id="new-password">Change your password</h2>
      <FormErrors title="The password was not changed" errors={errors} />
      <form
        noValidate
        className="narrow"
        onSubmit={(event) => {
          event.preventDefault();
          const wrong = [
            ...(current === ''
              ? [{ text: 'Type the password you have now', field: 'current' }]
              : []),
            ...(password === '' ? [{ text: 'Choose a new password', field: 'password' }] : []),
          ];
          submit(wrong, async () => {
            await changePassword(current, password);
            setCurrent('');
            setPassword('');
            setSays('Changed. You are signed out everywhere else.');
          });
        }}
      >
        <TextField
          id="current"
          label="The password you have now"
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
        />
        <NewPasswordField label="New password" value={password} onChange={setPassword} />
        <div className="buttons">
          <button type="submit" className="button" disabled={isBusy}>
            Change password
          </button>
        </div>
      </form>
      <Status>{says}</Status>
    </section>
  );
}
