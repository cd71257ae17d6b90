/**
 * The envelope: the most that may be done, region by region. Every component is a chain or a set, and
 * merging takes the stricter of each, so envelopes form a meet-semilattice: order, grouping and
 * repetition of limits do not matter.
 */
import {
  addMask,
  DECISIONS,
  type Decision,
  type PlaceId,
  POSITIONS,
  type Position,
  type RegionMask,
} from '@assuage/knowledge';
import { type CompiledLimit, decisionRank, type Engine, NO_CONTACT } from './engine.ts';

export interface FiredLimit {
  readonly compiled: CompiledLimit;
  /** True when the facts are stated; false when it holds only until a question is answered. */
  readonly stated: boolean;
  readonly where: RegionMask;
}

export interface Envelope {
  /** With every open question counted as yes. */
  readonly decision: Decision;
  /** From what has been answered. Never looser is shown without the open questions beside it. */
  readonly known: Decision;
  /** The most pressure, by region: -1 no contact, else 0 to 5. */
  readonly pressure: Int8Array;
  /** Excluded techniques, bits by region: word `region * words + technique / 32`. */
  readonly excluded: Uint32Array;
  /** By region: 0 fine, 1 caution, 2 avoid. */
  readonly heat: Uint8Array;
  readonly cold: Uint8Array;
  /** Positions left out, as bits in the order of `POSITIONS`. */
  readonly positions: number;
  /** The longest session in minutes; `NO_CAP` when nothing limits it. */
  readonly minutes: number;
  /** The longest time on one region in minutes; `NO_CAP` when nothing limits it. */
  readonly areaMinutes: Uint8Array;
  readonly limits: readonly FiredLimit[];
}

export const NO_CAP = 255;
export const MAX_PRESSURE = 5;
export type Thermal = 'ok' | 'caution' | 'avoid';
const THERMAL = ['ok', 'caution', 'avoid'] as const;
const ADAPT = decisionRank('adapt');
const NOT_TODAY = decisionRank('not-today');

const wordsPerRegion = (engine: Engine): number =>
  Math.max(1, Math.ceil(engine.techniques.length / 32));

/** The envelope in which nothing is limited. */
export function openEnvelope(engine: Engine): Envelope {
  return mergeLimits(engine, []);
}

/** The meet of limits. */
export function mergeLimits(engine: Engine, limits: readonly FiredLimit[]): Envelope {
  const regions = engine.body.regions.length;
  const words = wordsPerRegion(engine);
  const pressure = new Int8Array(regions).fill(MAX_PRESSURE);
  const excluded = new Uint32Array(regions * words);
  const heat = new Uint8Array(regions);
  const cold = new Uint8Array(regions);
  const areaMinutes = new Uint8Array(regions).fill(NO_CAP);
  // Most limits hold everywhere: merged as single values first, they are laid on the regions only once.
  const { everywhere } = engine.body;
  const excludedEverywhere = new Uint32Array(words);
  let pressureEverywhere = MAX_PRESSURE;
  let heatEverywhere = 0;
  let coldEverywhere = 0;
  let positions = 0;
  let minutes = NO_CAP;
  let decision = 0;
  let known = 0;
  for (const { compiled, stated, where } of limits) {
    const rank = compiled.kind === 'decision' ? compiled.amount : compiled.rule.always ? 0 : ADAPT;
    if (rank > decision) decision = rank;
    if (stated && rank > known) known = rank;
    const { amount } = compiled;
    switch (compiled.kind) {
      case 'pressure':
        if (where !== everywhere) lowest(pressure, where, amount);
        else if (amount < pressureEverywhere) pressureEverywhere = amount;
        break;
      case 'heat':
        if (where !== everywhere) highest(heat, where, amount);
        else if (amount > heatEverywhere) heatEverywhere = amount;
        break;
      case 'cold':
        if (where !== everywhere) highest(cold, where, amount);
        else if (amount > coldEverywhere) coldEverywhere = amount;
        break;
      case 'exclude':
        if (where !== everywhere) exclude(excluded, words, where, compiled.techniques);
        else addMask(excludedEverywhere, compiled.techniques);
        break;
      case 'positions':
        positions |= amount;
        break;
      case 'minutes':
        if (compiled.limit && 'at' in compiled.limit && compiled.limit.at)
          lowest(areaMinutes, where, amount);
        else if (amount < minutes) minutes = amount;
        break;
      case 'decision':
      case 'care':
        break;
    }
  }
  lowest(pressure, everywhere, pressureEverywhere);
  highest(heat, everywhere, heatEverywhere);
  highest(cold, everywhere, coldEverywhere);
  exclude(excluded, words, everywhere, excludedEverywhere);
  if (decision >= NOT_TODAY) pressure.fill(NO_CONTACT);
  return {
    decision: decisionAt(decision),
    known: decisionAt(known),
    pressure,
    excluded,
    heat,
    cold,
    positions,
    minutes,
    areaMinutes,
    limits,
  };
}

const decisionAt = (rank: number): Decision => DECISIONS[rank] ?? 'refer-now';

function lowest(values: Int8Array | Uint8Array, where: RegionMask, amount: number): void {
  for (let word = 0; word < where.length; word++)
    for (let bits = where[word] ?? 0; bits !== 0; bits &= bits - 1) {
      const region = word * 32 + 31 - Math.clz32(bits & -bits);
      if (amount < (values[region] ?? 0)) values[region] = amount;
    }
}

function highest(values: Uint8Array, where: RegionMask, amount: number): void {
  for (let word = 0; word < where.length; word++)
    for (let bits = where[word] ?? 0; bits !== 0; bits &= bits - 1) {
      const region = word * 32 + 31 - Math.clz32(bits & -bits);
      if (amount > (values[region] ?? 0)) values[region] = amount;
    }
}

function exclude(
  excluded: Uint32Array,
  words: number,
  where: RegionMask,
  techniques: Uint32Array,
): void {
  for (let word = 0; word < where.length; word++)
    for (let bits = where[word] ?? 0; bits !== 0; bits &= bits - 1) {
      const base = (word * 32 + 31 - Math.clz32(bits & -bits)) * words;
      for (let i = 0; i < words; i++)
        excluded[base + i] = (excluded[base + i] ?? 0) | (techniques[i] ?? 0);
    }
}

/** `a` allows at most what `b` allows, in every component. */
export function isAtLeastAsStrict(a: Envelope, b: Envelope): boolean {
  const care = new Set(careOf(a));
  return (
    decisionRank(a.decision) >= decisionRank(b.decision) &&
    a.pressure.every((value, i) => value <= (b.pressure[i] ?? 0)) &&
    a.excluded.every((value, i) => ((b.excluded[i] ?? 0) & ~value) === 0) &&
    a.heat.every((value, i) => value >= (b.heat[i] ?? 0)) &&
    a.cold.every((value, i) => value >= (b.cold[i] ?? 0)) &&
    (b.positions & ~a.positions) === 0 &&
    a.minutes <= b.minutes &&
    a.areaMinutes.every((value, i) => value <= (b.areaMinutes[i] ?? 0)) &&
    careOf(b).every((id) => care.has(id))
  );
}

/** The two envelopes allow exactly the same. */
export const isSameEnvelope = (a: Envelope, b: Envelope): boolean =>
  isAtLeastAsStrict(a, b) && isAtLeastAsStrict(b, a);

const careOf = (envelope: Envelope): string[] =>
  envelope.limits.flatMap(({ compiled }) => (compiled.kind === 'care' ? [compiled.id] : []));

const regionsOf = (engine: Engine, place: PlaceId): number[] => {
  const mask = engine.body.mask(place);
  return engine.body.regions.flatMap((_, i) =>
    ((mask[i >>> 5] ?? 0) & (1 << (i & 31))) !== 0 ? [i] : [],
  );
};

/** The most pressure on the whole of a place: the least of its regions. -1 is no contact. */
export const pressureAt = (engine: Engine, envelope: Envelope, place: PlaceId): number =>
  Math.min(...regionsOf(engine, place).map((region) => envelope.pressure[region] ?? NO_CONTACT));

const thermalAt = (engine: Engine, values: Uint8Array, place: PlaceId): Thermal =>
  THERMAL[Math.max(...regionsOf(engine, place).map((region) => values[region] ?? 2))] ?? 'avoid';
export const heatAt = (engine: Engine, envelope: Envelope, place: PlaceId): Thermal =>
  thermalAt(engine, envelope.heat, place);
export const coldAt = (engine: Engine, envelope: Envelope, place: PlaceId): Thermal =>
  thermalAt(engine, envelope.cold, place);

/** The longest time on a place in minutes, or `NO_CAP`. */
export const minutesAt = (engine: Engine, envelope: Envelope, place: PlaceId): number =>
  Math.min(...regionsOf(engine, place).map((region) => envelope.areaMinutes[region] ?? NO_CAP));

export const positionsOut = (envelope: Envelope): Position[] =>
  POSITIONS.filter((_, i) => (envelope.positions & (1 << i)) !== 0);

/**
 * Whether a technique may be used on the whole of a place: it is not excluded there, its heat or cold
 * is not to be avoided there, its least pressure is allowed there, and it makes sense there.
 */
export function allowsTechnique(
  engine: Engine,
  envelope: Envelope,
  technique: string,
  place: PlaceId,
): boolean {
  const found = engine.technique(technique);
  if (!found || found.group) return false;
  const bit = engine.techniqueIndex(technique);
  const words = wordsPerRegion(engine);
  const onlyAt = found.only?.map((id) => engine.body.mask(id));
  return regionsOf(engine, place).every((region) => {
    const word = region >>> 5;
    const inRegion = 1 << (region & 31);
    return (
      ((envelope.excluded[region * words + (bit >>> 5)] ?? 0) & (1 << (bit & 31))) === 0 &&
      !(found.uses === 'heat' && envelope.heat[region] === 2) &&
      !(found.uses === 'cold' && envelope.cold[region] === 2) &&
      (envelope.pressure[region] ?? NO_CONTACT) >= (found.pressure?.[0] ?? 0) &&
      (onlyAt === undefined || onlyAt.some((mask) => ((mask[word] ?? 0) & inRegion) !== 0))
    );
  });
}
