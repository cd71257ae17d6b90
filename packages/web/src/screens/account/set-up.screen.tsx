import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormErrors } from '../../components/form-errors.tsx';
import { Page } from '../../components/page.tsx';
import { TextField } from '../../components/text-field.tsx';
import { setUp, signIn } from '../../state/account-api.ts';
import { useForm } from '../../state/use-form.ts';
import { refreshPractice } from '../../state/use-practice.ts';
import { AddFactor } from './add-factor.tsx';
import { NewPasswordField } from './new-password-field.tsx';
import { secretInAddress } from './secret-in-address.ts';

/** The first page of a new practice: its name, its owner, a password and a second step. */
export function SetUpScreen() {
  const navigate = useNavigate();
  const [secret] = useState(secretInAddress);
  const [form, setForm] = useState({ practice: '', name: '', email: '', password: '' });
  const [isMade, setIsMade] = useState(false);
  const { errors, isBusy, submit } = useForm();
  const change = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  if (isMade)
    return (
      <Page title="Add a second step" audience="therapist">
        <AddFactor onDone={() => void refreshPractice().then(() => navigate({ to: '/' }))} />
      </Page>
    );
  if (secret === undefined)
    return (
      <Page title="Set up your practice" audience="therapist">
        <p>
          Open the address that Assuage printed when it started. It ends in a long row of letters,
          which proves that this is your computer.
        </p>
      </Page>
    );
  const send = () => {
    const missing = (
      [
        ['practice', 'Type the name of the practice'],
        ['name', 'Type your name'],
        ['email', 'Type your e-mail address'],
        ['password', 'Choose a password'],
      ] as const
    ).flatMap(([field, text]) => (form[field].trim() === '' ? [{ text, field }] : []));
    submit(missing, async () => {
      await setUp({ secret, ...form });
      await signIn({ email: form.email, password: form.password });
      await refreshPractice();
      setIsMade(true);
    });
  };
  return (
    <Page title="Set up your practice" audience="therapist" hasError={errors.length > 0}>
      <p>You will be the owner. You can invite others later.</p>
      <FormErrors title="The practice was not set up" errors={errors} />
      <form
        noValidate
        className="narrow"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextField
          id="practice"
          label="Name of the practice"
          autoComplete="organization"
          value={form.practice}
          onChange={(practice) => change({ practice })}
        />
        <TextField
          id="name"
          label="Your name"
          hint="As it stands under your notes."
          autoComplete="name"
          value={form.name}
          onChange={(name) => change({ name })}
        />
        <TextField
          id="email"
          label="E-mail address"
          type="email"
          autoComplete="username"
          value={form.email}
          onChange={(email) => change({ email })}
        />
        <NewPasswordField
          label="Password"
          value={form.password}
          onChange={(password) => change({ password })}
        />
        <div className="main-action">
          <button type="submit" className="button button-main" disabled={isBusy}>
            Set up the practice
          </button>
        </div>
      </form>
    </Page>
  );
}
