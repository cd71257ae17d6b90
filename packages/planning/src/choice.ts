/**
 * What is done at one region in one position: the first technique of a ranking that fits and that the
 * envelope allows.
 *
 * The ranking depends on the client and never on the envelope, and the pressure only falls on the way
 * down it. So a tighter envelope can lead to another technique but never to more pressure.
 */
import { type Goal, hasRegion, type Position, type Technique } from '@assuage/knowledge';
import { allowsTechnique, type Engine } from '@assuage/safety';
import { isLimb, siteOf } from './areas.ts';
import { bestSupport, STUDIED, type Support } from './evidence.ts';
import type { Situation, Spot } from './situation.ts';

export interface Choice {
  readonly technique: Technique;
  readonly pressure: number;
  readonly support: Support;
}
/** `undefined` for the position: whatever the position. */
type Place = (spot: Spot, position: Position | undefined) => Choice | undefined;

export interface Choices {
  /** The work at a region. */
  readonly work: Place;
  /** The same for the first and the last minutes: pressure 2 at most, and a gentle technique. */
  readonly gentle: Place;
  /** Techniques that were asked for and are done with the hands, most supported first. */
  readonly wished: readonly Technique[];
  /** Where a technique that was asked for is meant: where it hurts, or everywhere that is usually worked. */
  wantedAt(technique: Technique, spot: Spot): boolean;
}

/** More only when it is asked for. */
const MOST_UNASKED = 3;
/** Where it hurts badly. */
const MOST_ON_SEVERE_PAIN = 2;
/** Level 5 is never planned: "sparing use, on strong clients only" is for the therapist to judge. */
const MOST_PLANNED = 4;
export const MOST_GENTLE = 2;
/** Never proposed, and used only where they are wanted: techniques in these groups. */
const ONLY_WHEN_ASKED = ['deep-work', 'vigorous-work'];
const MOVEMENT = ['joint-work', 'stretching-work'];
/** Between techniques that nobody has studied for the goal, broad and familiar work goes first. */
const FAMILIAR = [
  'swedish',
  'petrissage',
  'effleurage',
  'light-myofascial-release',
  'myofascial-release',
  'holding',
];
/** How a session begins and ends, first choice first. */
const GENTLE = ['effleurage', 'holding'];

/** Warmth or cold that works by itself, without the pressure of a hand. */
export const isAlongside = (technique: Technique): boolean =>
  technique.uses !== undefined && technique.pressure?.[1] === 0;

/** Whether this therapist may put a technique into a plan at all, whoever the client is. */
export const isPlannable = (technique: Technique, training: readonly string[]): boolean =>
  !technique.group &&
  !technique.neverPlanned &&
  (!technique.needsTraining || training.includes(technique.id));

export function choicesOf(situation: Situation): Choices {
  const { engine, input } = situation;
  const plannable = engine.techniques.filter((technique) => isPlannable(technique, input.training));
  const supportOf = (technique: Technique, hurts: boolean) =>
    bestSupport(situation, technique, goalsAt(situation, hurts));
  const strength = (technique: Technique, hurts: boolean) => supportOf(technique, hurts).strength;

  const isOnlyWhenAsked = (technique: Technique): boolean =>
    ONLY_WHEN_ASKED.some((group) => isUnder(engine, technique, group));

  const wished = engine.techniques
    .filter(({ id, group }) => input.wishes.includes(id) && !group)
    .filter((technique) => !isAlongside(technique))
    .sort((a, b) => strength(b, true) - strength(a, true) || byId(a, b));
  const proposed = plannable.filter(
    (technique) => technique.uses === undefined && !isOnlyWhenAsked(technique),
  );

  const proposedAt = (hurts: boolean): Technique[] =>
    [...proposed].sort((a, b) => {
      const studied = strength(a, hurts) >= STUDIED;
      return (
        strength(b, hurts) - strength(a, hurts) ||
        (studied ? mostOf(a) - mostOf(b) : 0) ||
        byFamiliarity(a, b)
      );
    });
  const others = { sore: proposedAt(true), rest: proposedAt(false) };
  const rankingAt = (spot: Spot): Technique[] => {
    const hurts = spot.pain > 0;
    const wanted = wished.filter((technique) => wantedAt(technique, spot));
    const asked = wished.filter(
      (technique) => wanted.includes(technique) || !isOnlyWhenAsked(technique),
    );
    const nearest = wanted.flatMap((technique) =>
      technique.nearest.flatMap((id) => engine.technique(id) ?? []),
    );
    // With several wishes, the one that did not come first where it hurts comes first elsewhere.
    const ordered = hurts ? asked : asked.reverse();
    return [...new Set([...ordered, ...nearest, ...(hurts ? others.sore : others.rest)])].filter(
      (technique) => plannable.includes(technique),
    );
  };
  const gentle = [
    ...new Set([
      ...GENTLE.flatMap((id) => plannable.find((technique) => technique.id === id) ?? []),
      ...proposed
        .filter((technique) => leastOf(technique) <= 1 && !isMovement(engine, technique))
        .sort(byFamiliarity),
    ]),
  ];

  const wantedAt = (technique: Technique, spot: Spot): boolean => {
    if (!belongs(engine, technique, spot)) return false;
    if (technique.only) return true;
    return situation.hasPain ? spot.pain > 0 : siteOf(spot.region).usual > 0;
  };
  const mostFor = (technique: Technique, spot: Spot): number => {
    if (wished.includes(technique) && wantedAt(technique, spot)) return MOST_PLANNED;
    return spot.pain === 3 ? MOST_ON_SEVERE_PAIN : MOST_UNASKED;
  };

  const walk = (
    ranking: readonly Technique[],
    start: number,
    spot: Spot,
    position: Position | undefined,
  ): Choice | undefined => {
    let pressure = Math.min(start, spot.ceiling, siteOf(spot.region).most ?? MOST_PLANNED);
    for (const technique of ranking) {
      if (!fits(engine, technique, spot, position)) continue;
      pressure = Math.min(pressure, mostOf(technique), mostFor(technique, spot));
      if (pressure < leastOf(technique)) continue;
      if (allowsTechnique(engine, input.envelope, technique.id, spot.region.id))
        return { technique, pressure, support: supportOf(technique, spot.pain > 0) };
    }
    return undefined;
  };
  const remembered = (place: Place): Place => {
    const known = new Map<string, Choice | undefined>();
    return (spot, position) => {
      if (spot.closed) return undefined;
      const key = `${spot.index} ${position}`;
      if (!known.has(key)) known.set(key, place(spot, position));
      return known.get(key);
    };
  };
  return {
    work: remembered((spot, position) => walk(rankingAt(spot), MOST_PLANNED, spot, position)),
    gentle: remembered((spot, position) => walk(gentle, MOST_GENTLE, spot, position)),
    wished,
    wantedAt,
  };
}

/**
 * The goals that count at a place. Where it hurts, easing pain always does; elsewhere only when no
 * painful place is marked, because then the pain has no place.
 */
function goalsAt({ goals, hasPain }: Situation, hurts: boolean): readonly Goal[] {
  if (hurts) return goals.includes('pain') ? goals : ['pain', ...goals];
  return hasPain ? goals.filter((goal) => goal !== 'pain') : goals;
}

/** Whether a technique is meant for a place. */
const belongs = (engine: Engine, technique: Technique, { index, region }: Spot): boolean =>
  !siteOf(region).never?.includes(technique.id) &&
  (technique.only?.some((place) => hasRegion(engine.body.mask(place), index)) ?? true);

/** Whether it can be planned there in a position, whoever the client is. */
const fits = (
  engine: Engine,
  technique: Technique,
  spot: Spot,
  position: Position | undefined,
): boolean =>
  belongs(engine, technique, spot) &&
  (isLimb(spot.region) || !isMovement(engine, technique)) &&
  (position === undefined || (technique.positions?.includes(position) ?? true));

const isMovement = (engine: Engine, technique: Technique): boolean =>
  MOVEMENT.some((group) => isUnder(engine, technique, group));

const isUnder = (engine: Engine, technique: Technique, group: string): boolean =>
  technique.under.some((id) => {
    if (id === group) return true;
    const broader = engine.technique(id);
    return broader !== undefined && isUnder(engine, broader, group);
  });

const leastOf = (technique: Technique): number => technique.pressure?.[0] ?? 0;
const mostOf = (technique: Technique): number => technique.pressure?.[1] ?? 0;
const byId = (a: Technique, b: Technique): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
function byFamiliarity(a: Technique, b: Technique): number {
  const place = ({ id }: Technique) => (FAMILIAR.indexOf(id) + FAMILIAR.length) % FAMILIAR.length;
  const unfamiliar = (technique: Technique) => (FAMILIAR.includes(technique.id) ? 0 : 1);
  return (
    unfamiliar(a) - unfamiliar(b) ||
    (unfamiliar(a) === 0 ? place(a) - place(b) : mostOf(a) - mostOf(b)) ||
    byId(a, b)
  );
}
