import { useId } from 'react';
import { ChoiceList } from '../../components/choice-list.tsx';
import { TextField } from '../../components/text-field.tsx';
import { SOURCE_CHOICES, type Source, sourceText } from '../../state/sources.ts';

interface SourceFieldsProps {
  /** The illness. */
  readonly name: string;
  readonly source: Source | undefined;
  /** This year. */
  readonly year: number;
  readonly onChange: (source: Source) => void;
}

const OLDEST = 80;
/** Somebody stands behind it. */
const isFrom = (kind: Source['kind'] | undefined): boolean =>
  kind === 'diagnosed-by' || kind === 'letter';

/** How an illness is known: diagnosed by whom and when, in a letter, or as the client says. */
export function SourceFields({ name, source, year, onChange }: SourceFieldsProps) {
  const id = useId();
  const { who, when, kind } = source ?? {};
  const years = Array.from({ length: OLDEST + 1 }, (_, back) => String(year - back));
  /** Without what was left empty. */
  const change = (next: { kind?: Source['kind']; who?: string; when?: string }) => {
    const all = { kind: kind ?? 'client-says', who, when, ...next };
    onChange({
      kind: all.kind,
      ...(isFrom(all.kind) && all.who?.trim() ? { who: all.who } : {}),
      ...(all.when ? { when: all.when } : {}),
    });
  };
  return (
    <details className="source-fields">
      <summary>
        <span className="visually-hidden">{name}: </span>
        {source === undefined ? 'How is it known?' : sourceText(source)}
      </summary>
      <ChoiceList
        legend="How is it known?"
        choices={SOURCE_CHOICES}
        chosen={kind ?? ''}
        onChoose={(chosen) => change({ kind: chosen })}
      />
      {isFrom(kind) ? (
        <TextField
          id={`${id}-who`}
          label="By or from whom?"
          hint="For example: Dr Okafor"
          value={who ?? ''}
          onChange={(typed) => change({ who: typed })}
        />
      ) : null}
      {kind === undefined ? null : (
        <div className="field">
          <label htmlFor={`${id}-when`}>Since which year?</label>
          <select
            id={`${id}-when`}
            value={when?.slice(0, 4) ?? ''}
            onChange={(event) => change({ when: event.target.value })}
          >
            <option value="">Not known</option>
            {years.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </div>
      )}
    </details>
  );
}
