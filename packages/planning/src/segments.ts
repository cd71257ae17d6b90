/** The session, minute by minute: a gentle beginning, the work down the body and up again, a gentle end. */
import type { Goal, Position } from '@assuage/knowledge';
import { minutesAt } from '@assuage/safety';
import { AREAS, type Area, reachOf, siteOf } from './areas.ts';
import type { Choice, Choices } from './choice.ts';
import { whyOf } from './evidence.ts';
import type { Segment } from './plan.ts';
import { placesOf, type Situation, type Spot } from './situation.ts';
import { LEAST_MINUTES, shareMinutes } from './time.ts';
import { type Unit, unitsIn } from './units.ts';

/** From here on, the first and the last minutes are five each instead of three. */
const LONG_SESSION = 45;
const MOST_SPARE = 2;
const FIRST_PLACES: readonly Area[] = ['upper-back', 'lower-back', 'feet', 'shoulders', 'hands'];
const LAST_PLACES: readonly Area[] = ['neck', 'head', 'upper-back', 'lower-back', 'feet', 'hands'];

const PURPOSE: Record<Goal, string> = {
  pain: 'Ease pain',
  stiffness: 'Loosen stiffness',
  sleep: 'Settle for sleep',
  stress: 'Calm',
  fatigue: 'Rest and ease tiredness',
  'range-of-motion': 'Make moving easier',
};

interface Gentle {
  readonly spots: readonly Spot[];
  readonly choice: Choice;
}

/**
 * @param minutes whole minutes to fill at most
 * @returns none when there is no gentle way to begin and end
 */
export function segmentsFor(
  situation: Situation,
  choices: Choices,
  positions: readonly Position[],
  minutes: number,
): Segment[] {
  const { engine, input } = situation;
  const [start] = positions;
  const end = positions.at(-1);
  if (!start || !end || minutes < LEAST_MINUTES) return [];

  const left = new Map(
    situation.spots.map(({ index, region }) => [
      index,
      minutesAt(engine, input.envelope, region.id),
    ]),
  );
  const capOf = (spots: readonly Spot[]) =>
    Math.min(...spots.map(({ index }) => left.get(index) ?? 0));
  const spend = (spots: readonly Spot[], spent: number) => {
    for (const { index } of spots) left.set(index, (left.get(index) ?? 0) - spent);
  };
  const gentleIn = (position: Position, order: readonly Area[]) =>
    gentleGroups(situation, choices, position, order).find(
      ({ spots }) => capOf(spots) >= LEAST_MINUTES,
    );
  const segment = (
    { spots, choice }: Gentle,
    position: Position,
    length: number,
    reason: Pick<Segment, 'purpose' | 'why'>,
  ): Segment => ({
    places: placesOf(engine, spots),
    technique: choice.technique.id,
    pressure: choice.pressure,
    minutes: length,
    position,
    ...reason,
  });

  const first = gentleIn(start, FIRST_PLACES);
  if (!first) return [];
  const edge = Math.min(minutes >= LONG_SESSION ? 5 : LEAST_MINUTES, capOf(first.spots));
  const alone = Math.min(minutes, capOf(first.spots), 15);
  if (minutes < 2 * LEAST_MINUTES) return [segment(first, start, alone, BEGIN_AND_END)];
  spend(first.spots, edge);
  const last = gentleIn(end, LAST_PLACES);
  if (!last)
    return positions.length > 1
      ? segmentsFor(situation, choices, [start], minutes)
      : [segment(first, start, alone, BEGIN_AND_END)];
  const lastEdge = Math.min(edge, capOf(last.spots));
  spend(last.spots, lastEdge);

  const units = unitsIn(situation, choices, positions);
  const shares = shareMinutes(
    Math.max(0, minutes - edge - lastEdge),
    units.map((unit) => ({
      weight: unit.weight,
      cap: capOf(unit.spots),
      first: unit.hurts,
    })),
  );
  units.forEach((unit, i) => {
    spend(unit.spots, shares[i] ?? 0);
  });
  const work = units
    .map((unit, i) => ({ unit, length: shares[i] ?? 0 }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => orderOf(positions, a.unit) - orderOf(positions, b.unit));
  // Nobody is asked to turn over for nothing but the last minutes.
  const needed = positions.filter((position) =>
    work.some(({ unit }) => unit.position === position),
  );
  if (needed.length > 0 && needed.length < positions.length)
    return segmentsFor(situation, choices, needed, minutes);
  // A minute or two that fit no piece of work make the end, then the beginning, longer.
  const spare = minutes - edge - lastEdge - shares.reduce((sum, share) => sum + share, 0);
  const longerEnd = Math.min(spare, capOf(last.spots), MOST_SPARE);
  spend(last.spots, longerEnd);
  const longerBegin = Math.min(spare - longerEnd, capOf(first.spots), MOST_SPARE);
  return [
    segment(first, start, edge + longerBegin, BEGIN),
    ...work.map(({ unit, length }) =>
      segment(unit, unit.position, length, {
        purpose: purposeOf(unit),
        why: whyOf(situation, unit.choice.support),
      }),
    ),
    segment(last, end, lastEdge + longerEnd, END),
  ];
}

const gentleWhy = { text: 'Customary; no study read', sources: [] };
const BEGIN = { purpose: 'Begin gently', why: gentleWhy };
const END = { purpose: 'End gently', why: gentleWhy };
const BEGIN_AND_END = { purpose: 'Gentle touch', why: gentleWhy };

function purposeOf({ choice, spots }: Unit): string {
  const goal = choice.support.goal ?? (spots.some((spot) => spot.pain > 0) ? 'pain' : undefined);
  return goal ? PURPOSE[goal] : 'General ease';
}

/** Down the body in the first position, up in the second. */
function orderOf(positions: readonly Position[], { area, position }: Unit): number {
  const along = AREAS.indexOf(area);
  return positions.indexOf(position) === 0 ? along : 2 * AREAS.length - along;
}

/** Where a session could gently begin or end in a position, the most suitable place first. */
function gentleGroups(
  situation: Situation,
  choices: Choices,
  position: Position,
  order: readonly Area[],
): Gentle[] {
  const groups = new Map<string, { area: Area; spots: Spot[]; choice: Choice }>();
  for (const spot of situation.spots) {
    const { area, usual } = siteOf(spot.region);
    if (usual === 0 || reachOf(spot.region, position) === 0) continue;
    const choice = choices.gentle(spot, position);
    if (!choice) continue;
    const key = [area, choice.technique.id, choice.pressure].join(' ');
    const group = groups.get(key);
    if (group) group.spots.push(spot);
    else groups.set(key, { area, spots: [spot], choice });
  }
  const rank = (area: Area) => {
    const place = order.indexOf(area);
    return place < 0 ? order.length + AREAS.indexOf(area) : place;
  };
  return [...groups.values()].sort(
    (a, b) => rank(a.area) - rank(b.area) || b.spots.length - a.spots.length,
  );
}
