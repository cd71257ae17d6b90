export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export const EMPTY_DATE: DateParts = { day: '', month: '', year: '' };

export function partsOf(date: string): DateParts {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day: String(Number(day)), month: String(Number(month)), year };
}

interface DateBoxesProps {
  /** The boxes get this id with `-day`, `-month` and `-year`. */
  readonly id: string;
  readonly legend: string;
  readonly parts: DateParts;
  readonly onChange: (parts: DateParts) => void;
}

const BOXES = [
  { part: 'day', label: 'Day' },
  { part: 'month', label: 'Month' },
  { part: 'year', label: 'Year' },
] as const;

/** A date as three boxes: no calendar, no separators to guess. */
export function DateBoxes({ id, legend, parts, onChange }: DateBoxesProps) {
  return (
    <fieldset className="date-boxes">
      <legend>{legend}</legend>
      {BOXES.map(({ part, label }) => (
        <div key={part} className={`field date-${part}`}>
          <label htmlFor={`${id}-${part}`}>{label}</label>
          <input
            id={`${id}-${part}`}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            value={parts[part]}
            onChange={(event) => onChange({ ...parts, [part]: event.target.value })}
          />
        </div>
      ))}
    </fieldset>
  );
}
