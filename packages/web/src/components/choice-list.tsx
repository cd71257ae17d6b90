import { useId } from 'react';

interface ChoiceListProps<Value extends string> {
  readonly legend: string;
  readonly choices: readonly (readonly [value: Value, label: string])[];
  /** Anything else: nothing is chosen yet. */
  readonly chosen: string;
  /** Where an error message leads. */
  readonly id?: string;
  readonly onChoose: (value: Value) => void;
}

/** One of a few, as a row of boxes; nothing is chosen for anybody. */
export function ChoiceList<Value extends string>({
  legend,
  choices,
  chosen,
  id,
  onChoose,
}: ChoiceListProps<Value>) {
  const name = useId();
  return (
    <fieldset className="segments" id={id} tabIndex={id === undefined ? undefined : -1}>
      <legend>{legend}</legend>
      {choices.map(([value, label]) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
