/** The pieces of work that a session could hold: neighbouring regions that get the same hands at once. */
import type { Position } from '@assuage/knowledge';
import { AREAS, type Area, reachOf, siteOf, usualShare } from './areas.ts';
import type { Choice, Choices } from './choice.ts';
import type { Situation, Spot } from './situation.ts';

export interface Unit {
  readonly area: Area;
  readonly spots: readonly Spot[];
  readonly position: Position;
  readonly choice: Choice;
  /** Its claim on the time of the session. */
  readonly weight: number;
  readonly hurts: boolean;
}

/** What one step of pain adds to the claim of an area; a usual area has a claim of about 1 to 3. */
const PER_PAIN_LEVEL = 4;
/** What asking for a technique that belongs only here adds. */
const FOR_A_WISH = 6;

/** Each region goes to the position from which it is reached best; the earlier one between equals. */
const positionFor = (spot: Spot, positions: readonly Position[]): Position | undefined =>
  positions.reduce<Position | undefined>((best, next) => {
    const reach = reachOf(spot.region, next);
    return reach > 0 && (best === undefined || reach > reachOf(spot.region, best)) ? next : best;
  }, undefined);

/** Every piece of work that can be done in these positions: where it hurts first, then by claim. */
export function unitsIn(
  situation: Situation,
  choices: Choices,
  positions: readonly Position[],
): Unit[] {
  const groups = new Map<string, { spots: Spot[]; position: Position; choice: Choice }>();
  for (const spot of situation.spots) {
    const position = positionFor(spot, positions);
    const choice = position && choices.work(spot, position);
    if (!choice) continue;
    const { technique, pressure } = choice;
    const { area } = siteOf(spot.region);
    const key = [area, position, technique.id, pressure, spot.pain].join(' ');
    const group = groups.get(key);
    if (group) group.spots.push(spot);
    else groups.set(key, { spots: [spot], position, choice });
  }
  return [...groups.values()]
    .flatMap(({ spots, position, choice }) => {
      const [first] = spots;
      if (!first) return [];
      return [
        {
          area: siteOf(first.region).area,
          spots: worthwhile(situation, choices, spots, position),
          position,
          choice,
          weight: weightOf(situation, choices, spots, position),
          hurts: spots.some((spot) => spot.pain > 0),
        },
      ];
    })
    .filter((unit) => unit.weight > 0)
    .sort(
      (a, b) =>
        Number(b.hurts) - Number(a.hurts) ||
        b.weight - a.weight ||
        AREAS.indexOf(a.area) - AREAS.indexOf(b.area),
    );
}

/** A technique that belongs only at some places was asked for: then these places are meant. */
const isAskedFor = (choices: Choices, spot: Spot, position: Position): boolean =>
  choices.wished.some(
    (technique) =>
      technique.only &&
      choices.wantedAt(technique, spot) &&
      (technique.positions?.includes(position) ?? true),
  );

/** Places that are not usually worked stay out, unless they hurt or were asked for. */
const worthwhile = (
  situation: Situation,
  choices: Choices,
  spots: readonly Spot[],
  position: Position,
): Spot[] =>
  spots.filter(
    (spot) => spot.pain > 0 || shareOf(situation, spot) > 0 || isAskedFor(choices, spot, position),
  );

function shareOf(situation: Situation, spot: Spot): number {
  const restful = situation.goals.includes('sleep') || situation.goals.includes('stress');
  return usualShare(spot.region, restful);
}

/** The claim of an area for its pain is shared by the pieces of work that the area falls into. */
function weightOf(
  situation: Situation,
  choices: Choices,
  spots: readonly Spot[],
  position: Position,
): number {
  const usual = spots.reduce((sum, spot) => sum + shareOf(situation, spot), 0);
  const wish = spots.some((spot) => isAskedFor(choices, spot, position)) ? FOR_A_WISH : 0;
  const [first] = spots;
  if (!first || first.pain === 0) return usual + wish;
  const { area } = siteOf(first.region);
  const alike = situation.spots.filter(
    ({ region, pain, closed }) =>
      siteOf(region).area === area && pain === first.pain && closed === undefined,
  );
  return usual + wish + (first.pain * PER_PAIN_LEVEL * spots.length) / alike.length;
}
