import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormErrors } from '../../components/form-errors.tsx';
import { Page } from '../../components/page.tsx';
import { Status } from '../../components/status.tsx';
import { TextField } from '../../components/text-field.tsx';
import { askForLink, type SignedIn, signIn, signInWithPasskey } from '../../state/account-api.ts';
import { passkeysPossible } from '../../state/passkey.ts';
import { useForm } from '../../state/use-form.ts';
import { refreshPractice, usePractice } from '../../state/use-practice.ts';
import { AfterFirstStep } from './second-step.tsx';

const route = getRouteApi('/sign-in');

/** A password, then a code; or a passkey. Somebody without a second factor adds one here. */
export function SignInScreen() {
  const { next } = route.useSearch();
  const navigate = useNavigate();
  const [step, setStep] = useState<SignedIn>();
  const goOn = async () => {
    await refreshPractice();
    await navigate({ to: next ?? '/' });
  };
  const onStep = async (signedIn: SignedIn) => {
    if (signedIn.level === 'full') await goOn();
    else setStep(signedIn);
  };
  return step === undefined ? (
    <FirstStep onStep={onStep} />
  ) : (
    <AfterFirstStep step={step} onIn={goOn} onBack={() => setStep(undefined)} />
  );
}

function FirstStep({ onStep }: { readonly onStep: (signedIn: SignedIn) => Promise<void> }) {
  const practice = usePractice();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [says, setSays] = useState('');
  const { errors, isBusy, submit } = useForm();
  const noEmail = email.trim() === '' ? [{ text: 'Type your e-mail address', field: 'email' }] : [];
  const noPassword = password === '' ? [{ text: 'Type your password', field: 'password' }] : [];
  if (practice?.setUpNeeded)
    return (
      <Page title="Nobody has set up this practice yet" audience="therapist">
        <p>
          Open the address that Assuage printed when it started. It ends in a long row of letters,
          which proves that this is your computer.
        </p>
      </Page>
    );
  return (
    <Page title="Sign in" audience="therapist" hasError={errors.length > 0}>
      <FormErrors title="You are not signed in" errors={errors} />
      <form
        noValidate
        className="narrow"
        onSubmit={(event) => {
          event.preventDefault();
          setSays('');
          submit([...noEmail, ...noPassword], async () =>
            onStep(await signIn({ email, password })),
          );
        }}
      >
        <TextField
          id="email"
          label="E-mail address"
          type="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
        />
        <TextField
          id="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        <div className="main-action">
          <button type="submit" className="button button-main" disabled={isBusy}>
            Sign in
          </button>
        </div>
      </form>
      <div className="buttons">
        {passkeysPossible() ? (
          <button
            type="button"
            className="button"
            disabled={isBusy}
            onClick={() => submit([], async () => onStep(await signInWithPasskey()))}
          >
            Use a passkey instead
          </button>
        ) : null}
        {practice?.mail ? (
          <button
            type="button"
            className="button"
            disabled={isBusy}
            onClick={() =>
              submit(noEmail, async () => {
                await askForLink(email);
                setSays('If this address has an account, a link is on its way to it.');
              })
            }
          >
            Send me a link instead
          </button>
        ) : null}
      </div>
      <Status>{says}</Status>
      {practice?.mail ? null : (
        <p className="hint">
          Forgot your password? The owner of the practice can close your account and invite you
          again.
        </p>
      )}
    </Page>
  );
}
