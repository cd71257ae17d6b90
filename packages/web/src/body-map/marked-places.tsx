import type { Body, PlaceId } from '@assuage/knowledge';
import { useId } from 'react';
import { LEVEL_WORDS, LEVELS, type Level, type Mark } from './marks.ts';

interface MarkedPlacesProps {
  readonly body: Body;
  readonly marks: readonly Mark[];
  readonly onLevel: (place: PlaceId, level: Level) => void;
  readonly onRemove: (place: PlaceId) => void;
}

/** What is marked, each with how bad it is there, and a way to take it back. */
export function MarkedPlaces({ body, marks, onLevel, onRemove }: MarkedPlacesProps) {
  if (marks.length === 0) return null;
  return (
    <div className="marked-places">
      <h2 className="minor">Marked places</h2>
      <ul>
        {marks.map((mark) => (
          <li key={mark.place}>
            {mark.kind === 'pain' ? (
              <LevelChoice
                label={body.label(mark.place)}
                level={mark.level}
                onLevel={(level) => onLevel(mark.place, level)}
              />
            ) : (
              <span className="marked-place-name">{body.label(mark.place)}</span>
            )}
            <button
              type="button"
              className="button button-plain"
              onClick={() => onRemove(mark.place)}
            >
              Remove<span className="visually-hidden"> {body.label(mark.place)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface LevelChoiceProps {
  readonly label: string;
  readonly level: Level;
  readonly onLevel: (level: Level) => void;
}

function LevelChoice({ label, level, onLevel }: LevelChoiceProps) {
  const name = useId();
  return (
    <fieldset className="segments">
      <legend>{label}</legend>
      {LEVELS.map((value) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === level}
            onChange={() => onLevel(value)}
          />
          <span>{LEVEL_WORDS[value]}</span>
        </label>
      ))}
    </fieldset>
  );
}
