import type { Reason } from '@assuage/safety';
import { useId, useState } from 'react';
import { DateBoxes, type DateParts, EMPTY_DATE, partsOf } from '../../components/date-boxes.tsx';
import { ErrorSummary, type PageError } from '../../components/error-summary.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { addDays, dateFromParts } from '../../state/moment.ts';
import type { BodyOf } from '../../state/record.ts';

interface ClearanceFormProps {
  /** The limits that a clearance can lift. */
  readonly limits: readonly Reason[];
  readonly today: string;
  readonly onAdd: (body: BodyOf<'clearance'>) => void;
}

const QUICK = [
  { label: 'For 1 month', days: 30 },
  { label: 'For 3 months', days: 91 },
  { label: 'For 6 months', days: 182 },
] as const;

/** Which limits, who gave it, until when. */
export function ClearanceForm({ limits, today, onAdd }: ClearanceFormProps) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [by, setBy] = useState('');
  const [until, setUntil] = useState<DateParts>(EMPTY_DATE);
  const [note, setNote] = useState('');
  const [errors, setErrors] = useState<readonly PageError[]>([]);
  const id = useId();

  const submit = () => {
    const date = dateFromParts(until.day, until.month, until.year);
    const found: PageError[] = [];
    if (chosen.length === 0)
      found.push({ text: 'Choose at least one limit that it lifts', field: `${id}-limits` });
    if (by.trim() === '') found.push({ text: 'Write who gave it', field: `${id}-by` });
    if (date === undefined)
      found.push({ text: 'Write the last day as day, month and year', field: `${id}-until-day` });
    else if (date < today)
      found.push({ text: 'The last day has already passed', field: `${id}-until-day` });
    setErrors(found);
    if (found.length > 0 || date === undefined) return;
    onAdd({ limits: [...chosen], by: by.trim(), from: today, until: date, note: note.trim() });
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {errors.length > 0 ? (
        <ErrorSummary
          key={errors.length}
          title="This clearance cannot be added yet"
          errors={errors}
        />
      ) : null}
      <fieldset className="choices" id={`${id}-limits`} tabIndex={-1}>
        <legend>Which limits does it lift?</legend>
        {limits.map(({ limit, says, about }) => (
          <label key={limit} className="choice">
            <input
              type="checkbox"
              checked={chosen.includes(limit)}
              onChange={() =>
                setChosen(
                  chosen.includes(limit)
                    ? chosen.filter((other) => other !== limit)
                    : [...chosen, limit],
                )
              }
            />
            <span>
              {says} <span className="hint">{about}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}-by`}>Who gave it?</label>
        <p className="hint" id={`${id}-by-hint`}>
          For example: Dr Okafor, rheumatology
        </p>
        <input
          id={`${id}-by`}
          type="text"
          autoComplete="off"
          aria-describedby={`${id}-by-hint`}
          value={by}
          onChange={(event) => setBy(event.target.value)}
        />
      </div>
      <DateBoxes id={`${id}-until`} legend="Until when?" parts={until} onChange={setUntil} />
      <div className="buttons">
        {QUICK.map(({ label, days }) => (
          <button
            key={days}
            type="button"
            className="button"
            onClick={() => setUntil(partsOf(addDays(today, days)))}
          >
            {label}
          </button>
        ))}
      </div>
      <TextArea label="Note" value={note} rows={2} onChange={setNote} />
      <button type="submit" className="button button-main">
        Add clearance
      </button>
    </form>
  );
}
