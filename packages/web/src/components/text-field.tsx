import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute } from 'react';

interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: HTMLInputTypeAttribute;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly inputMode?: 'numeric' | 'email';
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One line to type, with its label above and a hint that belongs to it. */
export function TextField({
  id,
  label,
  hint,
  type = 'text',
  autoComplete = 'off',
  inputMode,
  value,
  onChange,
}: TextFieldProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      <input
        id={id}
        type={type}
        autoComplete={autoComplete}
        inputMode={inputMode}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
