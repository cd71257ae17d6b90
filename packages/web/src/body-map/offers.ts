/** Which places can be marked, grouped for the list, and which of them a tap on the figure means. Pure. */
import { type Body, type Detail, hasRegion, type PlaceId, type PlaceSet } from '@assuage/knowledge';

/** `joints`: only joints, both faces at once. `anywhere`: every drawn region, and small places. */
export type Offer = 'anywhere' | 'joints';

export interface OfferedPlace {
  readonly id: PlaceId;
  readonly label: string;
}
/** A hand or a foot, joint by joint. */
export interface CloseUp {
  readonly id: PlaceId;
  readonly label: string;
  readonly rows: readonly { readonly label: string; readonly places: readonly CloseUpPlace[] }[];
}
export interface CloseUpPlace extends OfferedPlace {
  /** "Index", under the row's "Knuckle". */
  readonly short: string;
}
export interface OfferedZone {
  readonly id: PlaceId;
  readonly label: string;
  readonly places: readonly OfferedPlace[];
  /** Small places: a jaw joint, a temple, an armpit. */
  readonly small: readonly OfferedPlace[];
  readonly closeUps: readonly CloseUp[];
}
export interface Offers {
  readonly zones: readonly OfferedZone[];
  /** Several places in one tap, each with what it marks. */
  readonly sets: readonly (OfferedPlace & { readonly places: readonly PlaceId[] })[];
  /** What a tap on a drawn region marks; undefined when nothing there is on offer. */
  placeAt(region: PlaceId): PlaceId | undefined;
}

const COLUMNS = {
  hand: ['Thumb', 'Index', 'Middle', 'Ring', 'Little'],
  foot: ['Big', 'Second', 'Third', 'Fourth', 'Little'],
} as const;
const ROWS = {
  hand: ['End joint', 'Middle joint', 'Knuckle', 'Base of thumb'],
  foot: ['Toe joint', 'Base of toe', 'Middle of foot'],
} as const;
/** Rows with one button, which the row's name would only repeat. */
const WHOLE_ROWS: readonly string[] = ['Base of thumb', 'Middle of foot'];

const SETS: Record<Offer, readonly string[]> = {
  anywhere: ['both-hands', 'both-feet', 'whole-neck', 'whole-back', 'everywhere'],
  joints: ['both-hands', 'both-feet'],
};

export function offersOf(body: Body, offer: Offer): Offers {
  const { data } = body;
  const parents = new Map(
    [...data.parts, ...data.regions, ...data.details].map(({ id, parent }) => [id, parent]),
  );
  const isUnder = (id: PlaceId, above: PlaceId): boolean => {
    for (let at: string | undefined = id; at !== undefined; at = parents.get(at))
      if (at === above) return true;
    return false;
  };
  const hasCloseUp = (part: PlaceId): boolean =>
    data.details.some((detail) => detail.closeUp && isUnder(detail.id, part));

  const jointParts = data.parts.filter((part) => part.joint || hasCloseUp(part.id));
  const jointAt = (region: PlaceId): PlaceId | undefined =>
    jointParts.find((part) => isUnder(region, part.id))?.id ??
    data.details.find(
      (detail) => detail.joint && detail.on.includes(region) && isUnder(region, detail.parent),
    )?.id;
  const placeAt = offer === 'joints' ? jointAt : (region: PlaceId) => region;

  const main = offer === 'joints' ? jointParts : data.regions;
  const small = data.details.filter(
    (detail) => !detail.closeUp && (offer === 'anywhere' || detail.joint),
  );
  const inZone = (zone: PlaceId, places: readonly OfferedPlace[]): OfferedPlace[] =>
    places.filter(({ id }) => isUnder(id, zone)).map(({ id, label }) => ({ id, label }));

  const zones = data.zones
    .map(({ id, label }) => ({
      id,
      label,
      places: inZone(id, main),
      small: inZone(id, small),
      closeUps: data.parts
        .filter((part) => isUnder(part.id, id) && hasCloseUp(part.id))
        .map((part) =>
          closeUpOf(
            part,
            data.details.filter((d) => isUnder(d.id, part.id)),
          ),
        ),
    }))
    .filter((zone) => zone.places.length + zone.small.length > 0);

  const setOf = (set: PlaceSet) => {
    const mask = body.mask(set.id);
    const places = body.regions.flatMap((region, i) =>
      hasRegion(mask, i) ? (placeAt(region.id) ?? []) : [],
    );
    return { id: set.id, label: set.label, places: [...new Set(places)] };
  };
  const sets = data.sets.filter(({ id }) => SETS[offer].includes(id)).map(setOf);
  return { zones, sets, placeAt };
}

function closeUpOf(
  part: OfferedPlace & { readonly side?: 'right' | 'left' | undefined },
  details: readonly Detail[],
): CloseUp {
  const shape = details.find((detail) => detail.closeUp)?.closeUp ?? 'hand';
  const columns = COLUMNS[shape];
  const rows = ROWS[shape].map((label, row) => {
    const places = details
      .filter((detail) => detail.grid?.row === row + 1)
      .sort((a, b) => (a.grid?.col ?? 0) - (b.grid?.col ?? 0))
      .map((detail) => ({
        id: detail.id,
        label: detail.label,
        short: WHOLE_ROWS.includes(label) ? label : (columns[(detail.grid?.col ?? 1) - 1] ?? ''),
      }));
    // With the palm away, the thumb of the left hand is on the right.
    return { label, places: part.side === 'left' ? places.reverse() : places };
  });
  return { id: part.id, label: part.label, rows };
}
