import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormErrors } from '../../components/form-errors.tsx';
import { Page } from '../../components/page.tsx';
import { type SignedIn, signInWithLink } from '../../state/account-api.ts';
import { useForm } from '../../state/use-form.ts';
import { refreshPractice } from '../../state/use-practice.ts';
import { AfterFirstStep } from './second-step.tsx';
import { secretInAddress } from './secret-in-address.ts';

/** The emailed link. A button uses it up, so that a mail program that looks at links does not. */
export function LinkSignInScreen() {
  const [secret] = useState(secretInAddress);
  const navigate = useNavigate();
  const [step, setStep] = useState<SignedIn>();
  const { errors, isBusy, submit } = useForm();
  if (step)
    return (
      <AfterFirstStep
        step={step}
        onIn={async () => {
          await refreshPractice();
          await navigate({ to: '/' });
        }}
        onBack={() => void navigate({ to: '/sign-in' })}
      />
    );
  return (
    <Page title="Sign in with a link" audience="therapist" hasError={errors.length > 0}>
      <FormErrors title="You are not signed in" errors={errors} />
      {secret === undefined ? (
        <p>This link is not whole. Ask for a new one.</p>
      ) : (
        <div className="main-action">
          <button
            type="button"
            className="button button-main"
            disabled={isBusy}
            onClick={() => submit([], async () => setStep(await signInWithLink(secret)))}
          >
            Go on
          </button>
        </div>
      )}
      <p>
        <Link to="/sign-in">Sign in another way</Link>
      </p>
    </Page>
  );
}
