import { otherColumns } from '@assuage/evidence';
import { useMemo } from 'react';
import { TextField } from '../../components/text-field.tsx';
import type { More } from './pasted.ts';
import { poolTexts as texts } from './pool.words.ts';

interface MoreAskedProps {
  /** The table as it is. */
  readonly text: string;
  readonly more: More;
  readonly onChange: (changed: Partial<More>) => void;
}

/** Subgroups, moderators, cohorts by columns of the table, and what counts as an important change. */
export function MoreAsked({ text, more, onChange }: MoreAskedProps) {
  const { words, numbers } = useMemo(() => otherColumns(text), [text]);
  const boxes = [
    ['change', texts.changeHint],
    ['deviation', texts.deviationHint],
    ['correlation', texts.correlationHint],
  ] as const;
  const choices = [
    ['moderator', texts.moderator, texts.moderatorHint, numbers],
    ['subgroup', texts.subgroup, texts.subgroupHint, words],
    ['cohort', texts.cohort, texts.cohortHint, words],
  ] as const;
  return (
    <details>
      <summary>{texts.more}</summary>
      {choices.map(([field, label, hint, columns]) => (
        <ColumnChoice
          key={field}
          id={`pool-${field}`}
          label={label}
          hint={hint}
          columns={columns}
          chosen={more[field]}
          onChoose={(column) => onChange({ [field]: column })}
        />
      ))}
      {boxes.map(([field, hint]) => (
        <TextField
          key={field}
          id={`pool-${field}`}
          label={texts.boxes[field]}
          hint={hint}
          value={more[field]}
          onChange={(value) => onChange({ [field]: value })}
        />
      ))}
    </details>
  );
}

interface ColumnChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly columns: readonly string[];
  readonly chosen: string;
  readonly onChoose: (column: string) => void;
}

function ColumnChoice({ id, label, hint, columns, chosen, onChoose }: ColumnChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-hint`} className="hint">
        {hint}
      </p>
      <select
        id={id}
        aria-describedby={`${id}-hint`}
        value={chosen}
        onChange={({ target }) => onChoose(target.value)}
      >
        <option value="">{texts.noColumn}</option>
        {columns.map((column) => (
          <option key={column} value={column}>
            {column}
          </option>
        ))}
      </select>
    </div>
  );
}
