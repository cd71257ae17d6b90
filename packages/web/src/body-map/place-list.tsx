import type { PlaceId } from '@assuage/knowledge';
import { CloseUpGrid } from './close-up-grid.tsx';
import { isMarked, type Mark } from './marks.ts';
import type { OfferedPlace, OfferedZone } from './offers.ts';

interface PlaceListProps {
  readonly zones: readonly OfferedZone[];
  readonly marks: readonly Mark[];
  readonly onToggle: (place: PlaceId) => void;
  /** The place that has the focus, or none any more. */
  readonly onFocusPlace: (place: PlaceId | undefined) => void;
}

/** Every place that can be marked, as native checkboxes: the way in for keyboards and screen readers. */
export function PlaceList({ zones, ...list }: PlaceListProps) {
  return (
    <div className="place-list">
      <h2 className="minor">Choose from a list</h2>
      {zones.map((zone) => (
        <Zone key={zone.id} zone={zone} {...list} />
      ))}
    </div>
  );
}

type ZoneProps = Omit<PlaceListProps, 'zones'> & { readonly zone: OfferedZone };

function Zone({ zone, ...list }: ZoneProps) {
  const all = [
    ...zone.places,
    ...zone.small,
    ...zone.closeUps.flatMap(({ rows }) => rows.flatMap(({ places }) => places)),
  ];
  const marked = all.filter(({ id }) => isMarked(list.marks, id)).length;
  return (
    <details>
      <summary>
        {zone.label}
        {marked > 0 ? ` (${marked} marked)` : ''}
      </summary>
      <Checkboxes legend={zone.label} places={zone.places} {...list} />
      {zone.closeUps.map((closeUp) => (
        <details key={closeUp.id}>
          <summary>{closeUp.label}, joint by joint</summary>
          <CloseUpGrid closeUp={closeUp} {...list} />
        </details>
      ))}
      {zone.small.length > 0 ? (
        <Checkboxes legend="Smaller places" isLegendShown places={zone.small} {...list} />
      ) : null}
    </details>
  );
}

interface CheckboxesProps extends Omit<PlaceListProps, 'zones'> {
  readonly legend: string;
  readonly isLegendShown?: boolean;
  readonly places: readonly OfferedPlace[];
}

function Checkboxes({
  legend,
  isLegendShown = false,
  places,
  marks,
  onToggle,
  onFocusPlace,
}: CheckboxesProps) {
  return (
    <fieldset className="choices">
      <legend className={isLegendShown ? '' : 'visually-hidden'}>{legend}</legend>
      {places.map(({ id, label }) => (
        <label key={id} className="choice">
          <input
            type="checkbox"
            checked={isMarked(marks, id)}
            onChange={() => onToggle(id)}
            onFocus={() => onFocusPlace(id)}
            onBlur={() => onFocusPlace(undefined)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
