import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { FormErrors } from '../../components/form-errors.tsx';
import { Page } from '../../components/page.tsx';
import { Status } from '../../components/status.tsx';
import { acceptInvitation, readInvitation, signIn } from '../../state/account-api.ts';
import { useForm } from '../../state/use-form.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { refreshPractice } from '../../state/use-practice.ts';
import { AddFactor } from './add-factor.tsx';
import { NewPasswordField } from './new-password-field.tsx';
import { roleNames } from './role.words.ts';
import { secretInAddress } from './secret-in-address.ts';

const TITLE = 'Welcome';

/** Whoever was invited chooses a password and a second step. */
export function InvitationScreen() {
  const [secret] = useState(secretInAddress);
  const load = useCallback(async () => {
    if (secret === undefined)
      throw new Error('This link is not whole. Open the one you were given, or ask for a new one.');
    return { secret, person: await readInvitation(secret) };
  }, [secret]);
  const { loaded } = useLoaded(load);
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const [isIn, setIsIn] = useState(false);
  const { errors, isBusy, submit } = useForm();
  if (loaded.status === 'loading')
    return (
      <Page title={TITLE} audience="therapist">
        <Status>{loaded.isLate ? 'Getting your invitation' : ''}</Status>
      </Page>
    );
  if (loaded.status === 'failed')
    return (
      <Page title="This invitation does not work" audience="therapist" hasError>
        <p>{loaded.message}</p>
      </Page>
    );
  if (isIn)
    return (
      <Page title="Add a second step" audience="therapist">
        <AddFactor onDone={() => void refreshPractice().then(() => navigate({ to: '/' }))} />
      </Page>
    );
  const { secret: invitation, person } = loaded.value;
  return (
    <Page title={TITLE} audience="therapist" hasError={errors.length > 0}>
      <p>
        {person.name}, you are invited as {roleNames[person.role]}. Choose a password to begin.
      </p>
      <FormErrors title="Your account is not ready yet" errors={errors} />
      <form
        noValidate
        className="narrow"
        onSubmit={(event) => {
          event.preventDefault();
          const wrong = password === '' ? [{ text: 'Choose a password', field: 'password' }] : [];
          submit(wrong, async () => {
            const { email } = await acceptInvitation(invitation, password);
            await signIn({ email, password });
            setIsIn(true);
          });
        }}
      >
        <input type="hidden" autoComplete="username" value={person.email} />
        <NewPasswordField label="Password" value={password} onChange={setPassword} />
        <div className="main-action">
          <button type="submit" className="button button-main" disabled={isBusy}>
            Go on
          </button>
        </div>
      </form>
    </Page>
  );
}
