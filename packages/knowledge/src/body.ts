/**
 * The places of the body. Zones hold parts, parts hold regions (what people tap, drawn), and
 * details (joints and small sites) lie on regions. Every place expands to a mask of drawn
 * regions, so that "same place", "touches" and "beyond" become arithmetic on masks.
 */
import * as v from 'valibot';

const id = v.string();
const place = { id, label: v.string() };
const inner = {
  ...place,
  parent: id,
  site: v.string(),
  side: v.optional(v.picklist(['right', 'left'])),
  clinical: v.string(),
  joint: v.optional(v.boolean(), false),
  sensitive: v.optional(v.boolean(), false),
  caution: v.optional(v.string()),
};

export const BodyData = v.strictObject({
  viewBox: v.string(),
  chains: v.record(v.string(), v.array(v.string())),
  decor: v.strictObject({ front: v.array(v.string()), back: v.array(v.string()) }),
  zones: v.array(v.strictObject(place)),
  parts: v.array(v.strictObject(inner)),
  regions: v.array(
    v.strictObject({
      ...inner,
      view: v.picklist(['front', 'back']),
      anchor: v.tuple([v.number(), v.number()]),
      path: v.string(),
    }),
  ),
  details: v.array(
    v.strictObject({
      ...inner,
      closeUp: v.optional(v.picklist(['hand', 'foot'])),
      grid: v.optional(v.strictObject({ col: v.number(), row: v.number() })),
      on: v.array(id),
    }),
  ),
  sets: v.array(v.strictObject({ ...place, members: v.array(id) })),
});
export type BodyData = v.InferOutput<typeof BodyData>;
export type Zone = BodyData['zones'][number];
export type Part = BodyData['parts'][number];
export type Region = BodyData['regions'][number];
export type Detail = BodyData['details'][number];
export type PlaceSet = BodyData['sets'][number];
export type PlaceLevel = 'zone' | 'part' | 'region' | 'detail' | 'set';
export type Place = { level: 'zone' } & Zone;
export type PlaceId = string;

/** One bit per drawn region, in the order of `Body.regions`. */
export type RegionMask = Uint32Array;

export interface Body {
  readonly data: BodyData;
  readonly regions: readonly Region[];
  /** Every drawn region. */
  readonly everywhere: RegionMask;
  /** Every region that is, or carries, a joint. */
  readonly joints: RegionMask;
  has(place: PlaceId): boolean;
  level(place: PlaceId): PlaceLevel;
  /** What people see and hear. */
  label(place: PlaceId): string;
  isJoint(place: PlaceId): boolean;
  /** Needs the client's recorded consent before it is worked on. */
  isSensitive(place: PlaceId): boolean;
  /** The drawn regions of a place. Throws on an unknown id: ids are checked where they enter. */
  mask(place: PlaceId): RegionMask;
  /** The regions further from the trunk on the same limb; empty off the limbs. */
  beyond(place: PlaceId): RegionMask;
  /** The regions of every part that a place touches. */
  around(place: PlaceId): RegionMask;
  /** The fewest places (zones, then parts, then regions) that name a mask exactly. */
  name(mask: RegionMask): PlaceId[];
  regionIndex(region: PlaceId): number;
  allIds(): string[];
}

export const emptyMask = (body: { regions: readonly Region[] }): RegionMask =>
  new Uint32Array(Math.ceil(body.regions.length / 32));
export const hasRegion = (mask: RegionMask, index: number): boolean =>
  ((mask[index >>> 5] ?? 0) & (1 << (index & 31))) !== 0;
export const addMask = (target: RegionMask, mask: RegionMask): void => {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] ?? 0) | (mask[i] ?? 0);
};
export const isEmptyMask = (mask: RegionMask): boolean => mask.every((word) => word === 0);
/** True when every region of `inner` is in `outer`. */
export const coversMask = (outer: RegionMask, inner: RegionMask): boolean =>
  inner.every((word, i) => (word & ~(outer[i] ?? 0)) === 0);
export const touchesMask = (a: RegionMask, b: RegionMask): boolean =>
  a.some((word, i) => (word & (b[i] ?? 0)) !== 0);

export function createBody(data: BodyData): Body {
  const regions = data.regions;
  const words = Math.ceil(regions.length / 32);
  const index = new Map(regions.map((region, i) => [region.id, i]));
  const levels = new Map<string, PlaceLevel>();
  for (const zone of data.zones) levels.set(zone.id, 'zone');
  for (const part of data.parts) levels.set(part.id, 'part');
  for (const region of data.regions) levels.set(region.id, 'region');
  for (const detail of data.details) levels.set(detail.id, 'detail');
  for (const set of data.sets) levels.set(set.id, 'set');

  const inners = new Map(
    [...data.parts, ...data.regions, ...data.details].map((entry) => [entry.id, entry]),
  );
  const labels = new Map(
    [...data.zones, ...inners.values(), ...data.sets].map((entry) => [entry.id, entry.label]),
  );
  const details = new Map(data.details.map((detail) => [detail.id, detail]));
  const sets = new Map(data.sets.map((set) => [set.id, set]));
  const masks = new Map<string, RegionMask>();

  const isBelow = (regionId: string, ancestor: string): boolean => {
    for (let at: string | undefined = regionId; at !== undefined; at = inners.get(at)?.parent)
      if (at === ancestor) return true;
    return false;
  };
  const mask = (place: PlaceId): RegionMask => {
    const known = masks.get(place);
    if (known) return known;
    if (!levels.has(place)) throw new Error(`unknown place: ${place}`);
    const result = new Uint32Array(words);
    const set = sets.get(place);
    const detail = details.get(place);
    if (set) for (const member of set.members) addMask(result, mask(member));
    else if (detail) for (const region of detail.on) addMask(result, mask(region));
    else
      regions.forEach((region, i) => {
        if (isBelow(region.id, place)) result[i >>> 5] = (result[i >>> 5] ?? 0) | (1 << (i & 31));
      });
    masks.set(place, result);
    return result;
  };

  const partOf = (place: PlaceId): Part | undefined => {
    for (let at: string | undefined = place; at !== undefined; at = inners.get(at)?.parent) {
      const part = data.parts.find((candidate) => candidate.id === at);
      if (part) return part;
    }
    return undefined;
  };
  const partsOf = (place: PlaceId): Part[] => {
    const own = partOf(place);
    if (own) return [own];
    return data.parts.filter((part) => coversMask(mask(place), mask(part.id)));
  };
  const beyondPart = (part: Part): RegionMask => {
    const result = new Uint32Array(words);
    for (const chain of Object.values(data.chains)) {
      const position = chain.indexOf(part.site);
      if (position < 0) continue;
      for (const site of chain.slice(position + 1)) addMask(result, mask(`${site}-${part.side}`));
    }
    return result;
  };
  const beyond = (place: PlaceId): RegionMask => {
    const result = new Uint32Array(words);
    for (const part of partsOf(place)) addMask(result, beyondPart(part));
    return result;
  };
  const around = (place: PlaceId): RegionMask => {
    const result = new Uint32Array(words);
    for (const part of data.parts)
      if (touchesMask(mask(part.id), mask(place))) addMask(result, mask(part.id));
    return result;
  };

  const everywhere = new Uint32Array(words);
  for (const zone of data.zones) addMask(everywhere, mask(zone.id));
  const joints = new Uint32Array(words);
  for (const entry of inners.values()) if (entry.joint) addMask(joints, mask(entry.id));

  const name = (wanted: RegionMask): PlaceId[] => {
    if (coversMask(wanted, everywhere)) return ['everywhere'];
    const named = new Uint32Array(words);
    const result: PlaceId[] = [];
    for (const candidate of [...data.zones, ...data.parts, ...data.regions]) {
      const own = mask(candidate.id);
      if (coversMask(wanted, own) && !coversMask(named, own)) {
        addMask(named, own);
        result.push(candidate.id);
      }
    }
    return result;
  };

  return {
    data,
    regions,
    everywhere,
    joints,
    has: (place) => levels.has(place),
    level: (place) => levels.get(place) ?? raise(place),
    label: (place) => labels.get(place) ?? raise(place),
    isJoint: (place) => inners.get(place)?.joint ?? false,
    isSensitive: (place) =>
      data.regions.some((region) => region.sensitive && touchesMask(mask(place), mask(region.id))),
    mask,
    beyond,
    around,
    name,
    regionIndex: (region) => index.get(region) ?? raise(region),
    allIds: () => [...levels.keys()],
  };
}

function raise(place: string): never {
  throw new Error(`unknown place: ${place}`);
}
