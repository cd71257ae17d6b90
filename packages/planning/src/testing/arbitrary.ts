/** Random clients, wishes and envelopes, for what must hold whatever the client and the knowledge. */
import { addMask, emptyMask, GOALS, type PlaceId, POSITIONS } from '@assuage/knowledge';
import { type Engine, type Envelope, type FiredLimit, mergeLimits } from '@assuage/safety';
import fc from 'fast-check';
import type { PainMark, PlanInput } from '../plan.ts';
import { inputFor, type Told } from './fixture.ts';

type Wanted = Omit<PlanInput, 'envelope' | 'profile'>;

/** Every level of place: zones, parts, regions, details and sets. */
const placesIn = (engine: Engine): fc.Arbitrary<PlaceId> =>
  fc.constantFrom(...engine.body.allIds());

function wantedFrom(engine: Engine): fc.Arbitrary<Wanted> {
  const place = placesIn(engine);
  const techniques = engine.techniques.map(({ id }) => id);
  const mark: fc.Arbitrary<PainMark> = fc.record({ place, level: fc.constantFrom(1, 2, 3) });
  return fc.record({
    goals: fc.subarray([...GOALS]),
    pain: fc.array(mark, { maxLength: 5 }),
    minutes: fc.oneof(fc.integer({ min: 0, max: 120 }), fc.constantFrom(30, 45, 60, 90)),
    wishes: fc.subarray(techniques, { maxLength: 3 }),
    avoid: fc.array(place, { maxLength: 2 }),
    positions: fc.oneof(fc.subarray([...POSITIONS]), fc.constant([...POSITIONS])),
    consents: fc.array(place, { maxLength: 2 }),
    training: fc.subarray(techniques),
  });
}

/** Random facts about a client: mostly few, so that there is often a session to plan. */
function toldIn(engine: Engine): fc.Arbitrary<Told> {
  const place = placesIn(engine);
  const told = fc.constantFrom(...engine.facts).chain((fact) => {
    const quantity = fact.kind === 'finding' ? fact.quantity : undefined;
    const answer: fc.Arbitrary<Told[string]> = quantity
      ? fc.integer({ min: Math.ceil(quantity.min), max: Math.floor(quantity.max) })
      : 'places' in fact && fact.places
        ? fc.array(place, { minLength: 1, maxLength: 3 })
        : fc.constantFrom<Told[string][]>(true, true, 'unknown');
    return fc.tuple(fc.constant(fact.id), answer);
  });
  return fc.array(told, { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs));
}

export const inputFrom = (engine: Engine): fc.Arbitrary<PlanInput> =>
  fc
    .tuple(toldIn(engine), wantedFrom(engine))
    .map(([told, wanted]) => inputFor(engine, told, wanted));

/** Any limits of the knowledge, anywhere on the body, except those that leave no session to plan. */
const limitsFrom = (engine: Engine): fc.Arbitrary<FiredLimit[]> => {
  const usable = engine.rules
    .flatMap(({ limits }) => limits)
    .filter(({ limit }) => !('decision' in limit) || limit.decision === 'clear-first');
  const where = fc.array(placesIn(engine), { minLength: 1, maxLength: 4 }).map((places) => {
    const mask = emptyMask(engine.body);
    for (const place of places) addMask(mask, engine.body.mask(place));
    return mask;
  });
  return fc.array(
    fc.record({ compiled: fc.constantFrom(...usable), stated: fc.boolean(), where }),
    { maxLength: 6 },
  );
};

export interface TwoEnvelopes {
  readonly loose: Envelope;
  /** With some more limits. */
  readonly tight: Envelope;
}
export const twoEnvelopesFrom = (engine: Engine): fc.Arbitrary<TwoEnvelopes> =>
  fc.tuple(limitsFrom(engine), limitsFrom(engine)).map(([some, more]) => ({
    loose: mergeLimits(engine, some),
    tight: mergeLimits(engine, [...some, ...more]),
  }));
