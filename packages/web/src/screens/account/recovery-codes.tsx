import { useState } from 'react';
import { FormErrors } from '../../components/form-errors.tsx';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

/** Shown this once: nobody can read them afterwards, the practice included. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const [isKept, setIsKept] = useState(false);
  const [wrong, setWrong] = useState(false);
  return (
    <section aria-labelledby="recovery-codes">
      <h2 id="recovery-codes">Your recovery codes</h2>
      <p>
        If you lose your phone, each of these signs you in once, with your password. Write them down
        or print them. They are not shown again.
      </p>
      <FormErrors
        title="Keep the codes first"
        errors={wrong ? [{ text: 'Say that you have kept them', field: 'codes-kept' }] : []}
      />
      <ul className="plain-list recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="buttons">
        <button type="button" className="button" onClick={() => window.print()}>
          Print
        </button>
        <button
          type="button"
          className="button"
          onClick={() => void navigator.clipboard?.writeText(codes.join('\n'))}
        >
          Copy
        </button>
      </div>
      <label className="choice narrow">
        <input
          id="codes-kept"
          type="checkbox"
          checked={isKept}
          onChange={() => {
            setIsKept(!isKept);
            setWrong(false);
          }}
        />
        I have kept these codes
      </label>
      <div className="main-action">
        <button
          type="button"
          className="button button-main"
          onClick={() => (isKept ? onDone() : setWrong(true))}
        >
          Go on
        </button>
      </div>
    </section>
  );
}
