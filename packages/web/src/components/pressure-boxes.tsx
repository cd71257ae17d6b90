import { useId } from 'react';
import { PRESSURES } from './pressure.words.ts';

interface PressureChoiceProps {
  readonly legend: string;
  readonly chosen: number | undefined;
  readonly onChoose: (level: number) => void;
}

/** The pressure that was used, chosen with one tap. */
export function PressureChoice({ legend, chosen, onChoose }: PressureChoiceProps) {
  const name = useId();
  return (
    <fieldset className="segments pressure-choice">
      <legend>{legend}</legend>
      {PRESSURES.map(({ level, name: word }) => (
        <label key={level}>
          <input
            type="radio"
            name={name}
            value={level}
            checked={level === chosen}
            onChange={() => onChoose(level)}
          />
          <span>
            {level} <span className="pressure-word">{word}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
