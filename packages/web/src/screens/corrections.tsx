import { useState } from 'react';
import { FormErrors } from '../components/form-errors.tsx';
import { TextArea } from '../components/text-area.tsx';
import { whenSaid } from '../components/times.ts';
import type { ClientRecord } from '../state/record.ts';
import { useDraft } from '../state/use-draft.ts';
import type { Write } from '../state/writer.ts';

type Correction = ClientRecord['amendments'][number];

interface CorrectionsProps {
  readonly corrections: readonly Correction[];
  readonly today: string;
}

/** What was corrected afterwards, below what was written: each with its author and date. */
export function Corrections({ corrections, today }: CorrectionsProps) {
  return corrections.map(({ entry, text, by, on }) => (
    <p key={entry} className="lifted">
      <b>
        Correction by {by.name}, {whenSaid(on, today)}:
      </b>{' '}
      {text}
    </p>
  ));
}

interface AddCorrectionProps {
  /** The entry that is corrected. */
  readonly entry: string;
  /** For whoever cannot see beside what it stands: "of the note of 1 March". */
  readonly of?: string;
  readonly write: Write;
}

const asText = (kept: unknown): string => (typeof kept === 'string' ? kept : '');

/** A correction is added; what was written stays as it is. */
export function AddCorrection({ entry, of, write }: AddCorrectionProps) {
  const [text, setText, drop] = useDraft(`correction.${entry}`, asText);
  const [isEmpty, setIsEmpty] = useState(false);
  const add = () => {
    const words = text.trim();
    setIsEmpty(words === '');
    if (words === '') return;
    // From here on the entry itself is kept on this device until the server has it.
    drop();
    void write('amendment', { amends: entry, text: words });
  };
  return (
    <details className="no-print">
      <summary>
        Add a correction
        {of === undefined ? null : <span className="visually-hidden"> {of}</span>}
      </summary>
      <FormErrors
        title="Nothing to add yet"
        errors={isEmpty ? [{ text: 'Write the correction.' }] : []}
      />
      <TextArea
        label="Correction"
        hint="It is added below, with your name and the time. What was written stays as it is."
        value={text}
        onChange={setText}
      />
      <button type="button" className="button" onClick={add}>
        Add correction
      </button>
    </details>
  );
}
