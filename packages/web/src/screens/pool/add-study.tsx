import { type FormEvent, useState } from 'react';
import { ChoiceList } from '../../components/choice-list.tsx';
import { FormErrors } from '../../components/form-errors.tsx';
import { Status } from '../../components/status.tsx';
import { TextField } from '../../components/text-field.tsx';
import { headOf, rowCount, withRow } from './pasted.ts';
import { COLUMN_WORDS, poolTexts as texts } from './pool.words.ts';

type Kind = keyof typeof texts.kinds;

/** The columns of a table that is begun here. */
const HEADS: Readonly<Record<Kind, readonly string[]>> = {
  means: ['study', 'm1i', 'sd1i', 'n1i', 'm2i', 'sd2i', 'n2i'],
  events: ['study', 'ai', 'n1i', 'ci', 'n2i'],
  effects: ['study', 'yi', 'sei'],
};
const KINDS = Object.entries(texts.kinds) as [Kind, string][];

interface AddStudyProps {
  /** The table as it is. */
  readonly text: string;
  /** The table with the study. */
  readonly onAdd: (text: string) => void;
}

/** One more study, in a box for each column that the table has; an empty table gets its columns here. */
export function AddStudy({ text, onAdd }: AddStudyProps) {
  const [kind, setKind] = useState<Kind>('means');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [said, setSaid] = useState<{ readonly error: boolean; readonly text: string } | null>(null);
  const own = headOf(text);
  const head = own.length === 0 ? HEADS[kind] : own;
  const add = (event: FormEvent) => {
    event.preventDefault();
    const cells = head.map((column) => (typed[column] ?? '').trim());
    if (cells.every((cell) => cell === '')) {
      setSaid({ error: true, text: texts.addNothing });
      return;
    }
    const next = withRow(text, head, cells);
    setTyped({});
    setSaid({ error: false, text: texts.added(rowCount(next)) });
    onAdd(next);
  };
  return (
    <details className="pool-add no-print">
      <summary>{texts.add}</summary>
      <form onSubmit={add} noValidate>
        <FormErrors
          title={texts.addErrors}
          errors={said?.error ? [{ text: said.text, field: fieldId(0) }] : []}
        />
        <p className="hint">{texts.addHint}</p>
        {own.length > 0 ? null : (
          <ChoiceList legend={texts.kind} choices={KINDS} chosen={kind} onChoose={setKind} />
        )}
        <div className="pool-columns">
          {head.map((column, i) => (
            <TextField
              key={column}
              id={fieldId(i)}
              label={labelOf(column)}
              value={typed[column] ?? ''}
              onChange={(value) => setTyped({ ...typed, [column]: value })}
            />
          ))}
        </div>
        <button type="submit" className="button">
          {texts.addButton}
        </button>
        <Status>{said?.error ? null : said?.text}</Status>
      </form>
    </details>
  );
}

const fieldId = (column: number): string => `add-study-${column}`;

function labelOf(column: string): string {
  const words = COLUMN_WORDS.get(column.toLowerCase());
  return words === undefined ? column : `${words} (${column})`;
}
