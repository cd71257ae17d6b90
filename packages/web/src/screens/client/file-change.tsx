import { useId, useState } from 'react';
import { FormErrors } from '../../components/form-errors.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { FileEntry } from '../../state/record.ts';
import { useFormDraft } from '../../state/use-form-draft.ts';
import type { Write } from '../../state/writer.ts';

const EMPTY = { title: '', reason: '' };

interface ChangeFileProps {
  readonly file: FileEntry;
  readonly write: Write;
}

/** A file stays as it was added; under another title, or put aside with the reason. */
export function ChangeFile({ file: { entry, title }, write }: ChangeFileProps) {
  const { fields, change, drop } = useFormDraft(`file.${entry}`, EMPTY);
  const [missing, setMissing] = useState<string>();
  const id = useId();
  const rename = () => {
    const words = fields.title.trim();
    setMissing(words === '' ? 'Write the new title.' : undefined);
    if (words === '') return;
    drop();
    void write('file-change', { file: entry, change: 'title', title: words });
  };
  const withdraw = () => {
    const reason = fields.reason.trim();
    setMissing(reason === '' ? 'Write why it is withdrawn.' : undefined);
    if (reason === '') return;
    drop();
    void write('file-change', { file: entry, change: 'withdrawn', reason });
  };
  return (
    <details className="no-print">
      <summary>
        Correct or withdraw<span className="visually-hidden"> {title}</span>
      </summary>
      <FormErrors
        title="Nothing was changed"
        errors={missing === undefined ? [] : [{ text: missing }]}
      />
      <TextField
        id={`${id}-title`}
        label="Another title"
        hint="The first one stays in the record."
        value={fields.title}
        onChange={(words) => change({ title: words })}
      />
      <button type="button" className="button" onClick={rename}>
        Change title
      </button>
      <TextField
        id={`${id}-reason`}
        label="Or: why is it withdrawn?"
        hint="For a file of somebody else, for instance. It stays in the record, for therapists only, and is left out of the client’s copy. This cannot be taken back."
        value={fields.reason}
        onChange={(reason) => change({ reason })}
      />
      <button type="button" className="button" onClick={withdraw}>
        Withdraw file
      </button>
    </details>
  );
}
