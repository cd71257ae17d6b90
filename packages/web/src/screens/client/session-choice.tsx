import { useId } from 'react';
import { longDate } from '../../components/times.ts';
import type { ClientRecord } from '../../state/record.ts';

interface SessionChoiceProps {
  readonly record: ClientRecord;
  /** The entry of a session; empty: none. */
  readonly chosen: string;
  readonly onChoose: (session: string) => void;
}

/** The session that something followed. */
export function SessionChoice({ record, chosen, onChoose }: SessionChoiceProps) {
  const id = useId();
  return (
    <div className="field narrow">
      <label htmlFor={id}>After which session?</label>
      <select id={id} value={chosen} onChange={(event) => onChoose(event.target.value)}>
        <option value="">No session, or not known</option>
        {[...record.sessions].reverse().map(({ entry, on }) => (
          <option key={entry} value={entry}>
            {longDate(on)}
          </option>
        ))}
      </select>
    </div>
  );
}
