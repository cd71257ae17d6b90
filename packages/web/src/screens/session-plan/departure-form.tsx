import type { Reason } from '@assuage/safety';
import { useId, useState } from 'react';
import { TextArea } from '../../components/text-area.tsx';

export const DEPARTURE_REASONS = [
  'I looked today, and this does not apply here',
  'It has helped this client before without harm',
  'The client knows the risk and wants it',
  'The source does not fit this client',
  'Another reason',
] as const;

/** What is chosen and written so far. */
export interface Departure {
  readonly chosen: string;
  readonly text: string;
}

export const NO_DEPARTURE: Departure = { chosen: '', text: '' };

/** @returns null when nobody is about to go beyond the limit */
export function parseDeparture(kept: unknown): Departure | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { chosen, text } = kept as Partial<Record<keyof Departure, unknown>>;
  return typeof chosen === 'string' && typeof text === 'string' ? { chosen, text } : null;
}

interface DepartureFormProps {
  readonly title: string;
  readonly limits: readonly Reason[];
  readonly draft: Departure;
  readonly onChange: (draft: Departure) => void;
  readonly onDepart: (reason: string) => void;
  readonly onCancel: () => void;
}

/** Going beyond limits: never one tap. The reason is kept and stays visible. */
export function DepartureForm({
  title,
  limits,
  draft,
  onChange,
  onDepart,
  onCancel,
}: DepartureFormProps) {
  const { chosen, text } = draft;
  const [problem, setProblem] = useState('');
  const id = useId();
  const submit = () => {
    const words = text.trim();
    if (chosen === '') setProblem('Choose a reason.');
    else if (chosen === 'Another reason' && words === '') setProblem('Write the reason.');
    else onDepart([chosen === 'Another reason' ? '' : chosen, words].filter(Boolean).join(': '));
  };
  return (
    <form
      className="departure"
      aria-labelledby={`${id}-title`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h3 id={`${id}-title`}>{title}</h3>
      <p>This sets aside, for today only:</p>
      <ul>
        {limits.map(({ limit, says }) => (
          <li key={limit}>{says}</li>
        ))}
      </ul>
      <fieldset className="choices" aria-describedby={`${id}-problem`}>
        <legend>Why?</legend>
        {DEPARTURE_REASONS.map((reason) => (
          <label key={reason} className="choice">
            <input
              type="radio"
              name={id}
              checked={reason === chosen}
              onChange={() => onChange({ ...draft, chosen: reason })}
            />
            {reason}
          </label>
        ))}
      </fieldset>
      <TextArea
        label="In your words"
        value={text}
        rows={2}
        onChange={(words) => onChange({ ...draft, text: words })}
      />
      <p id={`${id}-problem`} role="alert" className="field-error">
        {problem}
      </p>
      <div className="buttons">
        <button type="submit" className="button">
          Go beyond, and keep this reason
        </button>
        <button type="button" className="button button-plain" onClick={onCancel}>
          Stay inside the limit
        </button>
      </div>
    </form>
  );
}
