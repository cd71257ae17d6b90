/** What another release allows one client: two envelopes compared, and the difference in words. */
import { emptyMask, type PlaceId, type Position } from '@assuage/knowledge';
import { listWords } from './describe.ts';
import { decisionRank, type Engine, NO_CONTACT } from './engine.ts';
import { type Envelope, isSameEnvelope, NO_CAP, positionsOut } from './envelope.ts';

/** `other`: tighter in one respect and looser in another. */
export type Direction = 'tighter' | 'looser' | 'other';

export interface Step<T> {
  readonly from: T;
  readonly to: T;
}
export interface PlacedStep<T> extends Step<T> {
  readonly places: readonly PlaceId[];
}
export interface EnvelopeChange {
  readonly direction: Direction;
  /** With open questions counted as yes. */
  readonly decision: Step<Envelope['decision']>;
  /** From what has been answered. */
  readonly known: Step<Envelope['known']>;
  /** -1 is no contact, else 0 to 5. */
  readonly pressure: readonly PlacedStep<number>[];
  /** 0 fine, 1 caution, 2 avoid. */
  readonly heat: readonly PlacedStep<number>[];
  readonly cold: readonly PlacedStep<number>[];
  /** `NO_CAP`: nothing limits it. */
  readonly minutes: Step<number>;
  readonly areaMinutes: readonly PlacedStep<number>[];
  readonly nowOut: readonly { readonly technique: string; readonly places: readonly PlaceId[] }[];
  readonly nowIn: readonly { readonly technique: string; readonly places: readonly PlaceId[] }[];
  readonly positionsNowOut: readonly Position[];
  readonly positionsNowIn: readonly Position[];
  /** Limits that one release has in force and the other has not. */
  readonly limitsAdded: readonly string[];
  readonly limitsRemoved: readonly string[];
}

export interface Comparison {
  /** The two envelopes allow the same; cheap when the releases share body and techniques. */
  isSame(before: Envelope, after: Envelope): boolean;
  change(before: Envelope, after: Envelope): EnvelopeChange | undefined;
}

/** Compares envelopes of two releases, region by region and technique by technique, by their ids. */
export function comparisonOf(before: Engine, after: Engine): Comparison {
  const regionsAfter = new Map(after.body.regions.map(({ id }, i) => [id, i]));
  const regions = before.body.regions.flatMap(({ id }, i) => {
    const to = regionsAfter.get(id);
    return to === undefined ? [] : [[i, to] as const];
  });
  const techniques = before.techniques.flatMap(({ id, group }, i) =>
    !group && after.technique(id) ? [{ id, from: i, to: after.techniqueIndex(id) }] : [],
  );
  const isAligned =
    sameList(before.body.regions, after.body.regions) &&
    sameList(before.techniques, after.techniques);

  const placed = (steps: readonly RegionStep[]): PlacedStep<number>[] => {
    const groups = Map.groupBy(steps, ({ from, to }) => `${from},${to}`);
    return [...groups.values()].flatMap((group) => {
      const [first] = group;
      const places = namesOf(
        before,
        group.map(({ region }) => region),
      );
      return first ? [{ from: first.from, to: first.to, places }] : [];
    });
  };
  const steps = (a: ArrayLike<number>, b: ArrayLike<number>): PlacedStep<number>[] =>
    placed(
      regions.flatMap(([i, j]) => {
        const from = a[i] ?? 0;
        const to = b[j] ?? 0;
        return from === to ? [] : [{ region: i, from, to }];
      }),
    );
  const movedTechniques = (a: Envelope, b: Envelope, wantedOut: boolean) =>
    techniques.flatMap(({ id, from, to }) => {
      const moved = regions.flatMap(([i, j]) => {
        const was = isExcluded(before, a, i, from);
        const is = isExcluded(after, b, j, to);
        return was !== is && is === wantedOut ? [i] : [];
      });
      return moved.length === 0 ? [] : [{ technique: id, places: namesOf(before, moved) }];
    });

  const change = (a: Envelope, b: Envelope): EnvelopeChange | undefined => {
    const idsBefore = limitIds(a);
    const idsAfter = limitIds(b);
    const found: Omit<EnvelopeChange, 'direction'> = {
      decision: { from: a.decision, to: b.decision },
      known: { from: a.known, to: b.known },
      pressure: steps(a.pressure, b.pressure),
      heat: steps(a.heat, b.heat),
      cold: steps(a.cold, b.cold),
      minutes: { from: a.minutes, to: b.minutes },
      areaMinutes: steps(a.areaMinutes, b.areaMinutes),
      nowOut: movedTechniques(a, b, true),
      nowIn: movedTechniques(a, b, false),
      positionsNowOut: positionsOut(b).filter((position) => !positionsOut(a).includes(position)),
      positionsNowIn: positionsOut(a).filter((position) => !positionsOut(b).includes(position)),
      limitsAdded: [...idsAfter.difference(idsBefore)],
      limitsRemoved: [...idsBefore.difference(idsAfter)],
    };
    const direction = directionOf(found, {
      careAdded: careIn(b).difference(careIn(a)).size > 0,
      careRemoved: careIn(a).difference(careIn(b)).size > 0,
    });
    return direction && { direction, ...found };
  };
  return {
    change,
    isSame: isAligned
      ? (a, b) => a.known === b.known && isSameEnvelope(a, b)
      : (a, b) => change(a, b) === undefined,
  };
}

interface RegionStep extends Step<number> {
  readonly region: number;
}

const sameList = (a: readonly { id: string }[], b: readonly { id: string }[]): boolean =>
  a.length === b.length && a.every(({ id }, i) => id === b[i]?.id);

function namesOf(engine: Engine, regions: readonly number[]): PlaceId[] {
  const mask = emptyMask(engine.body);
  for (const region of regions)
    mask[region >>> 5] = (mask[region >>> 5] ?? 0) | (1 << (region & 31));
  return engine.body.name(mask);
}

function isExcluded(
  engine: Engine,
  envelope: Envelope,
  region: number,
  technique: number,
): boolean {
  const words = Math.max(1, Math.ceil(engine.techniques.length / 32));
  const bits = envelope.excluded[region * words + (technique >>> 5)] ?? 0;
  return (bits & (1 << (technique & 31))) !== 0;
}

const limitIds = (envelope: Envelope): Set<string> =>
  new Set(envelope.limits.map(({ compiled }) => compiled.id));

const careIn = (envelope: Envelope): Set<string> =>
  new Set(
    envelope.limits.flatMap(({ compiled }) => (compiled.kind === 'care' ? [compiled.id] : [])),
  );

/** @returns undefined when nothing that may be done differs */
function directionOf(
  found: Omit<EnvelopeChange, 'direction'>,
  { careAdded, careRemoved }: { careAdded: boolean; careRemoved: boolean },
): Direction | undefined {
  const risen = [
    decisionRank(found.decision.to) - decisionRank(found.decision.from),
    decisionRank(found.known.to) - decisionRank(found.known.from),
    found.minutes.from - found.minutes.to,
    ...found.pressure.map(({ from, to }) => from - to),
    ...found.areaMinutes.map(({ from, to }) => from - to),
    ...[...found.heat, ...found.cold].map(({ from, to }) => to - from),
    found.nowOut.length + found.positionsNowOut.length,
    -(found.nowIn.length + found.positionsNowIn.length),
    careAdded ? 1 : 0,
    careRemoved ? -1 : 0,
  ];
  return sumDirection(risen);
}

/** @param risen above zero where something became stricter, below zero where it became milder */
export function sumDirection(risen: readonly number[]): Direction | undefined {
  const isTighter = risen.some((step) => step > 0);
  const isLooser = risen.some((step) => step < 0);
  if (isTighter) return isLooser ? 'other' : 'tighter';
  return isLooser ? 'looser' : undefined;
}

const THERMAL = ['fine', 'with caution', 'left out'];

/** One sentence to each thing that differs. */
export function describeEnvelopeChange(engine: Engine, change: EnvelopeChange): string[] {
  const at = (places: readonly PlaceId[]): string =>
    places[0] === 'everywhere'
      ? 'everywhere'
      : listWords(places.map((place) => engine.body.label(place)));
  const nameOf = (id: string): string => engine.technique(id)?.name ?? id;
  const pressure = (level: number): string => (level === NO_CONTACT ? 'no contact' : `${level}`);
  const minutes = (most: number): string => (most === NO_CAP ? 'no limit' : `${most}`);
  const techniques = (moved: EnvelopeChange['nowOut'], verb: string): string[] =>
    [...Map.groupBy(moved, ({ places }) => at(places))].map(
      ([where, group]) =>
        `${verb}: ${listWords(group.map(({ technique }) => nameOf(technique)))} (${where}).`,
    );
  const { decision, known } = change;
  return [
    ...(known.from === known.to ? [] : [`Decision: ${known.from} → ${known.to}.`]),
    ...(decision.from === decision.to
      ? []
      : [`Until questions are answered: ${decision.from} → ${decision.to}.`]),
    ...change.pressure.map(
      ({ from, to, places }) => `Pressure ${pressure(from)} → ${pressure(to)} (${at(places)}).`,
    ),
    ...techniques(change.nowOut, 'Now out'),
    ...techniques(change.nowIn, 'Now allowed'),
    ...change.heat.map(
      ({ from, to, places }) => `Heat ${THERMAL[from]} → ${THERMAL[to]} (${at(places)}).`,
    ),
    ...change.cold.map(
      ({ from, to, places }) => `Cold ${THERMAL[from]} → ${THERMAL[to]} (${at(places)}).`,
    ),
    ...(change.positionsNowOut.length > 0
      ? [`Positions now out: ${listWords(change.positionsNowOut)}.`]
      : []),
    ...(change.positionsNowIn.length > 0
      ? [`Positions now allowed: ${listWords(change.positionsNowIn)}.`]
      : []),
    ...(change.minutes.from === change.minutes.to
      ? []
      : [`Longest session: ${minutes(change.minutes.from)} → ${minutes(change.minutes.to)}.`]),
    ...change.areaMinutes.map(
      ({ from, to, places }) =>
        `Longest time ${minutes(from)} → ${minutes(to)} minutes (${at(places)}).`,
    ),
    ...listed('New limits', change.limitsAdded),
    ...listed('Gone', change.limitsRemoved),
  ];
}

const MOST_LISTED = 8;

function listed(label: string, ids: readonly string[]): string[] {
  if (ids.length === 0) return [];
  const more = ids.length - MOST_LISTED;
  return [
    `${label}: ${ids.slice(0, MOST_LISTED).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
  ];
}
