import { useId } from 'react';
import { NO_CONTACT, PRESSURES, pressureSentence } from './pressure.words.ts';

interface PressureBoxesProps {
  /** The most pressure, 0 to 5; -1 for no contact. */
  readonly most: number;
  /** Where it holds: "Whole body", "Upper back". */
  readonly about?: string;
}

/** The most pressure as six boxes and a sentence, which alone says all. */
export function PressureBoxes({ most, about }: PressureBoxesProps) {
  return (
    <div className="pressure">
      <p>
        {about === undefined ? '' : `${about}: `}
        {pressureSentence(most)}
      </p>
      <ol className="pressure-boxes" aria-hidden="true">
        {PRESSURES.map(({ level }) => (
          <li key={level} className={level <= most && most !== NO_CONTACT ? 'is-allowed' : ''}>
            {level}
          </li>
        ))}
      </ol>
      <PressureCredit />
    </div>
  );
}

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

function PressureCredit() {
  return (
    <p className="small-print">
      Levels 1 to 5 follow the pressure scale of Tracy Walton; 0 is a still hand.
    </p>
  );
}
