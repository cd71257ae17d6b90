import type { PlaceId } from '@assuage/knowledge';
import { isMarked, type Mark } from './marks.ts';
import type { CloseUp } from './offers.ts';

interface CloseUpGridProps {
  readonly closeUp: CloseUp;
  readonly marks: readonly Mark[];
  readonly onToggle: (place: PlaceId) => void;
  readonly onFocusPlace: (place: PlaceId | undefined) => void;
}

/** The joints of a hand or a foot as buttons, one row to a joint. */
export function CloseUpGrid({ closeUp, marks, onToggle, onFocusPlace }: CloseUpGridProps) {
  return closeUp.rows.map(({ label, places }) => (
    <fieldset key={label} className="close-up-row">
      <legend>{label}</legend>
      {places.map(({ id, label: full, short }) => (
        <button
          key={id}
          type="button"
          className="button"
          aria-pressed={isMarked(marks, id)}
          onClick={() => onToggle(id)}
          onFocus={() => onFocusPlace(id)}
          onBlur={() => onFocusPlace(undefined)}
        >
          {short}
          <span className="visually-hidden"> {full}</span>
        </button>
      ))}
    </fieldset>
  ));
}
