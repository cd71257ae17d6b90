/** Profile → envelope. */
import { addMask, emptyMask, isEmptyMask, type RegionMask } from '@assuage/knowledge';
import { canLift, isInForce, type Permission } from './clearance.ts';
import type {
  CompiledAtom,
  CompiledPlaces,
  CompiledRule,
  Engine,
  FollowedPlaces,
} from './engine.ts';
import { type Envelope, type FiredLimit, mergeLimits } from './envelope.ts';
import type { Profile } from './profile.ts';
import { and, NO, or, type Truth, truthOf, UNKNOWN, YES } from './truth.ts';

/** The truth of every fact, by index, with the values and places that were stated. */
export interface State {
  readonly truth: Uint8Array;
  /** `NaN` where no number was stated. */
  readonly values: Float64Array;
  /** The fact indices stated or implied "yes" with places, and those places. */
  readonly places: ReadonlyMap<number, readonly string[]>;
}

export interface Moment {
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly permissions?: readonly Permission[];
}

/**
 * The state of every fact: what was stated, what follows upwards from a "yes" (rheumatoid arthritis is
 * an inflammatory arthritis), what follows downwards from a "no" (not ill today, so no fever today),
 * and unknown for the rest.
 */
export function stateOf(engine: Engine, profile: Profile): State {
  const count = engine.facts.length;
  const stated = new Uint8Array(count).fill(255);
  const values = new Float64Array(count).fill(Number.NaN);
  const places = new Map<number, string[]>();
  for (const statement of profile.facts.values()) {
    const i = engine.factIndex(statement.fact);
    if (statement.value !== undefined) {
      values[i] = statement.value;
      continue;
    }
    const truth = truthOf(statement.answer);
    raise(stated, i, truth);
    if (truth === NO) continue;
    for (const parent of engine.above[i] ?? []) raise(stated, parent, truth);
    if (truth === YES && statement.places && statement.places.length > 0)
      for (const fact of [i, ...(engine.above[i] ?? [])])
        places.set(fact, [...(places.get(fact) ?? []), ...statement.places]);
  }
  const truth = new Uint8Array(count);
  for (let i = 0; i < count; i++) truth[i] = settle(engine, profile, stated, truth, i);
  return { truth, values, places };
}

/** A "yes" from below is stronger than a "no" said to something broader. 255 stands for not stated. */
function raise(stated: Uint8Array, i: number, truth: Truth): void {
  const earlier = stated[i];
  if (earlier === undefined || earlier === 255 || truth > earlier) stated[i] = truth;
}

function settle(
  engine: Engine,
  profile: Profile,
  stated: Uint8Array,
  truth: Uint8Array,
  i: number,
): number {
  const own = stated[i];
  if (own !== undefined && own !== 255) return own;
  const fact = engine.facts[i];
  if (fact && fact.kind !== 'finding' && profile.listed[fact.kind]) return NO;
  for (const parent of engine.parents[i] ?? []) if (truth[parent] === NO) return NO;
  return UNKNOWN;
}

export function truthOfAtom(state: State, atom: CompiledAtom): Truth {
  const { fact, atLeast, below } = atom;
  if (Number.isNaN(atLeast) && Number.isNaN(below)) return state.truth[fact] as Truth;
  const value = state.values[fact] ?? Number.NaN;
  if (Number.isNaN(value)) return state.truth[fact] === NO ? NO : UNKNOWN;
  return value >= atLeast || value < below ? YES : NO;
}

export function truthOfRule(state: State, rule: CompiledRule): Truth {
  let any: Truth = NO;
  for (const term of rule.terms) {
    let all: Truth = YES;
    for (const atom of term) {
      all = and(all, truthOfAtom(state, atom));
      if (all === NO) break;
    }
    any = or(any, all);
    if (any === YES) break;
  }
  return any;
}

function regionsOf(engine: Engine, state: State, places: CompiledPlaces): RegionMask {
  const [first, ...others] = places.following;
  if (!first) return places.fixed;
  const mask = followed(engine, state, first);
  if (others.length === 0) return mask;
  const sum = mask.slice();
  for (const other of others) addMask(sum, followed(engine, state, other));
  return sum;
}

function followed(engine: Engine, state: State, { relation, fact }: FollowedPlaces): RegionMask {
  const truth = state.truth[fact];
  if (truth === NO) return emptyMask(engine.body);
  const said = truth === YES ? state.places.get(fact) : undefined;
  return said ? engine.follow(relation, said) : engine.followAnywhere(relation, fact);
}

/** Every limit that holds in a state, unanswered questions counted as yes. */
export function limitsIn(engine: Engine, state: State, lifted: ReadonlySet<string>): FiredLimit[] {
  const fired: FiredLimit[] = [];
  for (const rule of engine.rules) {
    const truth = truthOfRule(state, rule);
    if (truth === NO) continue;
    for (const compiled of rule.limits) {
      if (lifted.size > 0 && lifted.has(compiled.id)) continue;
      const where = regionsOf(engine, state, compiled.places);
      if (where === compiled.places.fixed || !isEmptyMask(where))
        fired.push({ compiled, stated: truth === YES, where });
    }
  }
  return fired;
}

export function liftedBy(engine: Engine, moment: Moment): Set<string> {
  const lifted = new Set<string>();
  for (const permission of moment.permissions ?? []) {
    if (!isInForce(permission, moment.today)) continue;
    for (const id of permission.limits) {
      const limit = engine.limit(id);
      if (limit && canLift(permission.kind, limit)) lifted.add(id);
    }
  }
  return lifted;
}

/** The most that may be done with this client at this moment. */
export function evaluate(engine: Engine, profile: Profile, moment: Moment): Envelope {
  return mergeLimits(engine, limitsIn(engine, stateOf(engine, profile), liftedBy(engine, moment)));
}
