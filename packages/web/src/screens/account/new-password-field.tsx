import { TextField } from '../../components/text-field.tsx';

interface NewPasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (password: string) => void;
}

/** Where somebody chooses a password. The server says what is wrong with it. */
export const NewPasswordField = ({ label, value, onChange }: NewPasswordFieldProps) => (
  <TextField
    id="password"
    label={label}
    hint="At least 12 characters. Four or five words are easy to remember."
    type="password"
    autoComplete="new-password"
    value={value}
    onChange={onChange}
  />
);
