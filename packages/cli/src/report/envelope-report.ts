/** An envelope as lists of places and techniques. */
import type { PlaceId, Position, RegionMask } from '@assuage/knowledge';
import {
  type Engine,
  type Envelope,
  MAX_PRESSURE,
  NO_CAP,
  NO_CONTACT,
  positionsOut,
} from '@assuage/safety';

export interface Named {
  readonly id: string;
  readonly name: string;
}
export interface EnvelopeReport {
  readonly doNotTouch: readonly Named[];
  /** The most pressure on every place that may be touched, the least first. */
  readonly pressure: readonly { readonly most: number; readonly places: readonly Named[] }[];
  readonly leaveOut: readonly {
    readonly techniques: readonly Named[];
    readonly places: readonly Named[];
    readonly limits: readonly string[];
  }[];
  readonly heat: ThermalReport;
  readonly cold: ThermalReport;
  readonly positionsOut: readonly Position[];
  readonly minutes: {
    /** The longest session, or null for no limit. */
    readonly session: number | null;
    /** The longest time on one place. */
    readonly places: readonly { readonly most: number; readonly places: readonly Named[] }[];
  };
}
interface ThermalReport {
  readonly avoid: readonly Named[];
  readonly caution: readonly Named[];
}

export function reportEnvelope(engine: Engine, envelope: Envelope): EnvelopeReport {
  const where = (test: (region: number) => boolean): Named[] =>
    placesOf(engine, maskWhere(engine, test));
  const values = (of: Int8Array | Uint8Array): number[] => [...new Set(of)].sort((a, b) => a - b);
  const thermal = (of: Uint8Array): ThermalReport => ({
    avoid: where((region) => of[region] === 2),
    caution: where((region) => of[region] === 1),
  });
  return {
    doNotTouch: where((region) => envelope.pressure[region] === NO_CONTACT),
    pressure: values(envelope.pressure)
      .filter((most) => most !== NO_CONTACT && most < MAX_PRESSURE + 1)
      .map((most) => ({ most, places: where((region) => envelope.pressure[region] === most) })),
    leaveOut: leaveOut(engine, envelope),
    heat: thermal(envelope.heat),
    cold: thermal(envelope.cold),
    positionsOut: positionsOut(envelope),
    minutes: {
      session: envelope.minutes === NO_CAP ? null : envelope.minutes,
      places: values(envelope.areaMinutes)
        .filter((most) => most !== NO_CAP)
        .map((most) => ({
          most,
          places: where((region) => envelope.areaMinutes[region] === most),
        })),
    },
  };
}

/** Excluded techniques and groups as the rules name them, gathered by where they are out. */
function leaveOut(engine: Engine, envelope: Envelope): EnvelopeReport['leaveOut'] {
  const groups = new Map<
    string,
    { places: PlaceId[]; techniques: Set<string>; limits: string[] }
  >();
  for (const { compiled, where } of envelope.limits) {
    if (!('exclude' in compiled.limit)) continue;
    const places = engine.body.name(where);
    const group = groups.get(places.join()) ?? { places, techniques: new Set(), limits: [] };
    for (const technique of compiled.limit.exclude) group.techniques.add(technique);
    group.limits.push(compiled.id);
    groups.set(places.join(), group);
  }
  return [...groups.values()].map(({ places, techniques, limits }) => ({
    techniques: [...techniques].map((id) => nameTechnique(engine, id)),
    places: places.map((id) => namePlace(engine, id)),
    limits: [...new Set(limits)],
  }));
}

function maskWhere(engine: Engine, test: (region: number) => boolean): RegionMask {
  const mask = new Uint32Array(engine.body.everywhere.length);
  engine.body.regions.forEach((_, region) => {
    if (test(region)) mask[region >>> 5] = (mask[region >>> 5] ?? 0) | (1 << (region & 31));
  });
  return mask;
}

const placesOf = (engine: Engine, mask: RegionMask): Named[] =>
  mask.every((word) => word === 0) ? [] : engine.body.name(mask).map((id) => namePlace(engine, id));

export const namePlace = (engine: Engine, id: PlaceId): Named => ({
  id,
  name: engine.body.label(id),
});
export const nameTechnique = (engine: Engine, id: string): Named => ({
  id,
  name: engine.technique(id)?.name ?? id,
});
