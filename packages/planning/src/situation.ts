/** The input of a plan, worked out region by region once: what hurts, what is closed and why. */
import {
  GOALS,
  type Goal,
  hasRegion,
  type PlaceId,
  POSITIONS,
  type Position,
  type Region,
  type RegionMask,
} from '@assuage/knowledge';
import { type Engine, NO_CONTACT, positionsOut, type State, stateOf, YES } from '@assuage/safety';
import { siteOf } from './areas.ts';
import type { PlanInput } from './plan.ts';

/** Why a region is not worked on, whatever the technique. */
export type Closed = 'avoid' | 'limit' | 'consent' | 'anatomy';

export interface Spot {
  readonly index: number;
  readonly region: Region;
  /** 0 no pain marked, 1 mild to 3 severe. */
  readonly pain: 0 | 1 | 2 | 3;
  /** The most pressure that the envelope allows: -1 is no contact. */
  readonly ceiling: number;
  readonly closed: Closed | undefined;
}

export interface Situation {
  readonly engine: Engine;
  readonly input: PlanInput;
  readonly state: State;
  /** Every region of the body, in its order. */
  readonly spots: readonly Spot[];
  /** In the order of `GOALS`, each once. */
  readonly goals: readonly Goal[];
  readonly hasPain: boolean;
  /** Positions that can be managed and are not left out. */
  readonly positions: readonly Position[];
  holds(fact: string): boolean;
}

export function situationOf(engine: Engine, input: PlanInput): Situation {
  const { body } = engine;
  const state = stateOf(engine, input.profile);
  const covers = (places: readonly PlaceId[], index: number) =>
    places.some((place) => hasRegion(body.mask(place), index));
  const out = positionsOut(input.envelope);
  const closedAt = (region: Region, index: number): Closed | undefined => {
    if ((input.envelope.pressure[index] ?? NO_CONTACT) < 0) return 'limit';
    if (covers(input.avoid, index)) return 'avoid';
    if (siteOf(region).most === NO_CONTACT) return 'anatomy';
    return region.sensitive && !covers(input.consents, index) ? 'consent' : undefined;
  };
  return {
    engine,
    input,
    state,
    spots: body.regions.map((region, index) => ({
      index,
      region,
      pain: input.pain.reduce<Spot['pain']>(
        (worst, { place, level }) =>
          level > worst && hasRegion(body.mask(place), index) ? level : worst,
        0,
      ),
      ceiling: input.envelope.pressure[index] ?? NO_CONTACT,
      closed: closedAt(region, index),
    })),
    goals: GOALS.filter((goal) => input.goals.includes(goal)),
    hasPain: input.pain.length > 0,
    positions: POSITIONS.filter(
      (position) => input.positions.includes(position) && !out.includes(position),
    ),
    holds: (fact) => engine.fact(fact) !== undefined && state.truth[engine.factIndex(fact)] === YES,
  };
}

/** The fewest places that name these regions. */
export function placesOf(engine: Engine, spots: readonly Spot[]): PlaceId[] {
  const mask: RegionMask = new Uint32Array(Math.ceil(engine.body.regions.length / 32));
  for (const { index } of spots) mask[index >>> 5] = (mask[index >>> 5] ?? 0) | (1 << (index & 31));
  return engine.body.name(mask);
}
