import { useId, useState } from 'react';
import {
  applyDisplay,
  type Display,
  keepDisplay,
  readDisplay,
  TEXT_SIZES,
  THEMES,
} from './display.ts';

const THEME_WORDS = { system: 'As on this device', light: 'Light', dark: 'Dark' } as const;

/** Light or dark, and the size of the text. Takes effect at once and is kept on this device. */
export function DisplaySettings() {
  const [display, setDisplay] = useState(readDisplay);
  const change = (next: Display) => {
    applyDisplay(document.documentElement, next);
    keepDisplay(next);
    setDisplay(next);
  };
  return (
    <details className="display-settings">
      <summary>Text and colours</summary>
      <div className="display-choices">
        <Choices
          legend="Colours"
          values={THEMES}
          chosen={display.theme}
          words={(theme) => THEME_WORDS[theme]}
          onChoose={(theme) => change({ ...display, theme })}
        />
        <Choices
          legend="Text size"
          values={TEXT_SIZES}
          chosen={display.textSize}
          words={(size) => `${size}%`}
          onChoose={(textSize) => change({ ...display, textSize })}
        />
      </div>
    </details>
  );
}

interface ChoicesProps<Value extends string> {
  readonly legend: string;
  readonly values: readonly Value[];
  readonly chosen: Value;
  readonly words: (value: Value) => string;
  readonly onChoose: (value: Value) => void;
}

function Choices<Value extends string>({
  legend,
  values,
  chosen,
  words,
  onChoose,
}: ChoicesProps<Value>) {
  const name = useId();
  return (
    <fieldset className="segments">
      <legend>{legend}</legend>
      {values.map((value) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          <span>{words(value)}</span>
        </label>
      ))}
    </fieldset>
  );
}
