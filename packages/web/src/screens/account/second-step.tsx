import { useState } from 'react';
import { FormErrors } from '../../components/form-errors.tsx';
import { Page } from '../../components/page.tsx';
import { TextField } from '../../components/text-field.tsx';
import {
  type SignedIn,
  signInWithCode,
  signInWithPasskey,
  signInWithRecoveryCode,
} from '../../state/account-api.ts';
import { passkeysPossible } from '../../state/passkey.ts';
import { useForm } from '../../state/use-form.ts';
import { AddFactor } from './add-factor.tsx';

interface AfterFirstStepProps {
  /** What the first step found that the person can use. */
  readonly step: SignedIn;
  /** When both steps are done. */
  readonly onIn: () => Promise<void>;
  readonly onBack: () => void;
}

/** A code or a passkey. Somebody who has neither yet adds one here. */
export function AfterFirstStep({ step, onIn, onBack }: AfterFirstStepProps) {
  const { app, passkey } = step.factors;
  return app || passkey ? (
    <SecondStep hasApp={app} onStep={onIn} onBack={onBack} />
  ) : (
    <Page title="Add a second step" audience="therapist">
      <AddFactor onDone={() => void onIn()} />
    </Page>
  );
}

function SecondStep({
  hasApp,
  onStep,
  onBack,
}: {
  readonly hasApp: boolean;
  readonly onStep: () => Promise<void>;
  readonly onBack: () => void;
}) {
  const [way, setWay] = useState<'code' | 'recovery'>(hasApp ? 'code' : 'recovery');
  const [code, setCode] = useState('');
  const { errors, isBusy, submit } = useForm();
  const isRecovery = way === 'recovery';
  return (
    <Page title="The second step" audience="therapist" hasError={errors.length > 0}>
      <FormErrors title="You are not signed in yet" errors={errors} />
      <form
        noValidate
        className="narrow"
        onSubmit={(event) => {
          event.preventDefault();
          const wrong = code.trim() === '' ? [{ text: 'Type the code', field: 'code' }] : [];
          submit(wrong, async () => {
            await (isRecovery ? signInWithRecoveryCode(code) : signInWithCode(code));
            await onStep();
          });
        }}
      >
        <TextField
          id="code"
          label={isRecovery ? 'A recovery code' : 'Six digits from your app'}
          {...(isRecovery
            ? {}
            : { inputMode: 'numeric' as const, autoComplete: 'one-time-code' as const })}
          value={code}
          onChange={setCode}
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
            onClick={() =>
              submit([], async () => {
                await signInWithPasskey();
                await onStep();
              })
            }
          >
            Use a passkey
          </button>
        ) : null}
        {hasApp ? (
          <button
            type="button"
            className="button"
            onClick={() => {
              setWay(isRecovery ? 'code' : 'recovery');
              setCode('');
            }}
          >
            {isRecovery ? 'Use the app' : 'I do not have my phone'}
          </button>
        ) : null}
        <button type="button" className="button" onClick={onBack}>
          Begin again
        </button>
      </div>
    </Page>
  );
}
