import { useState } from 'react';
import { FormErrors } from '../../components/form-errors.tsx';
import { TextField } from '../../components/text-field.tsx';
import { addApp, addPasskey, type EnrolledView, offerApp } from '../../state/account-api.ts';
import { passkeysPossible } from '../../state/passkey.ts';
import { useForm } from '../../state/use-form.ts';
import { QrCode } from './qr-code.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

interface AddFactorProps {
  /** When it is done and the recovery codes, if any, are put away. */
  readonly onDone: () => void;
}

/** A phone's app or a passkey, beside the password. With the first come ten recovery codes. */
export function AddFactor({ onDone }: AddFactorProps) {
  const [offer, setOffer] = useState<{ secret: string; address: string }>();
  const [code, setCode] = useState('');
  const [codes, setCodes] = useState<readonly string[]>();
  const { errors, isBusy, submit } = useForm();
  const finish = ({ recoveryCodes }: EnrolledView) =>
    recoveryCodes ? setCodes(recoveryCodes) : onDone();

  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  if (offer)
    return (
      <form
        noValidate
        className="narrow"
        onSubmit={(event) => {
          event.preventDefault();
          const wrong =
            code.trim() === '' ? [{ text: 'Type the six digits', field: 'app-code' }] : [];
          submit(wrong, async () => finish(await addApp(offer.secret, code)));
        }}
      >
        <FormErrors title="The app was not added" errors={errors} />
        <ol>
          <li>Open an authenticator app on your phone. Any of them will do.</li>
          <li>
            Point it at this square:
            <QrCode text={offer.address} label="Code for the authenticator app" />
            Or type these letters into it:{' '}
            <code className="secret-text">{spaced(offer.secret)}</code>
          </li>
          <li>Type the six digits that it shows now.</li>
        </ol>
        <TextField
          id="app-code"
          label="Six digits"
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
        />
        <div className="buttons">
          <button type="submit" className="button button-main" disabled={isBusy}>
            Add the app
          </button>
          <button type="button" className="button" onClick={() => setOffer(undefined)}>
            Go back
          </button>
        </div>
      </form>
    );
  return (
    <div className="narrow">
      <FormErrors title="Nothing was added" errors={errors} />
      <p>
        A password can be seen or guessed. So Assuage asks for a second thing that only you have.
      </p>
      <div className="buttons">
        <button
          type="button"
          className="button button-main"
          disabled={isBusy}
          onClick={() => submit([], async () => setOffer(await offerApp()))}
        >
          Use an app on my phone
        </button>
        {passkeysPossible() ? (
          <button
            type="button"
            className="button"
            disabled={isBusy}
            onClick={() => submit([], async () => finish(await addPasskey(deviceName())))}
          >
            Use a passkey
          </button>
        ) : null}
      </div>
      {passkeysPossible() ? (
        <p className="hint">
          A passkey is your finger, your face or the PIN of this device. It needs no password.
        </p>
      ) : (
        <p className="hint">
          Passkeys work when you open Assuage at <b>localhost</b> or at a name of its own, not at
          numbers.
        </p>
      )}
    </div>
  );
}

const spaced = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');
/** How the passkey is called in the list; the server adds where it was made. */
const deviceName = (): string =>
  /Android|iPhone|iPad/.test(navigator.userAgent) ? 'Phone or tablet' : 'Computer';
