/**
 * What a therapist knows about working on each place: which areas belong together, how much a whole
 * session usually gives them, from which position they are reached, and what anatomy forbids on
 * anybody. All of it is customary practice, not evidence.
 */
import type { Position, Region } from '@assuage/knowledge';

/** Areas down the body: the order of work. */
export const AREAS = [
  'head',
  'face',
  'neck',
  'shoulders',
  'chest',
  'upper-back',
  'lower-back',
  'tummy',
  'upper-arms',
  'forearms',
  'hands',
  'pelvis',
  'hips',
  'buttocks',
  'thighs',
  'knees',
  'lower-legs',
  'feet',
] as const;
export type Area = (typeof AREAS)[number];

export interface Site {
  readonly area: Area;
  /** The share of a whole session when nothing hurts. 0: only when it hurts or was asked for. */
  readonly usual: number;
  /** The most pressure on anybody. -1: none at all. Left out: what the envelope allows. */
  readonly most?: number;
  /** Techniques that do not belong here on anybody. */
  readonly never?: readonly string[];
}

/** How easily a place is reached: 1 well, 0.5 so-so, 0 not. */
type Reach = Readonly<Record<Position, number>>;

const SITES: Readonly<Record<string, Site>> = {
  'head-front': { area: 'head', usual: 0.2 },
  'head-back': { area: 'head', usual: 0.6 },
  'face-front': { area: 'face', usual: 0, most: 1 },
  'jaw-front': { area: 'face', usual: 0 },
  'neck-front': { area: 'neck', usual: 0, most: -1 },
  'neck-back': { area: 'neck', usual: 2 },
  'shoulder-front': { area: 'shoulders', usual: 0.3 },
  'shoulder-back': { area: 'shoulders', usual: 1 },
  'chest-front': { area: 'chest', usual: 0.2 },
  'upper-back': { area: 'upper-back', usual: 0.8 },
  'mid-back': { area: 'upper-back', usual: 0.8, most: 3, never: ['tapotement'] },
  'lower-back': { area: 'lower-back', usual: 1.5 },
  tailbone: { area: 'lower-back', usual: 0.2 },
  abdomen: { area: 'tummy', usual: 0, most: 1 },
  'upper-arm-front': { area: 'upper-arms', usual: 0.2, most: 2 },
  'upper-arm-back': { area: 'upper-arms', usual: 0.2 },
  'elbow-front': { area: 'upper-arms', usual: 0, most: 2 },
  'elbow-back': { area: 'upper-arms', usual: 0.1 },
  'forearm-front': { area: 'forearms', usual: 0.3 },
  'forearm-back': { area: 'forearms', usual: 0.2 },
  'wrist-front': { area: 'hands', usual: 0.1 },
  'wrist-back': { area: 'hands', usual: 0.1 },
  palm: { area: 'hands', usual: 0.4 },
  'hand-back': { area: 'hands', usual: 0.2 },
  'pelvis-front': { area: 'pelvis', usual: 0, most: 1 },
  'groin-front': { area: 'pelvis', usual: 0, most: -1 },
  'hip-front': { area: 'hips', usual: 0.1 },
  'hip-back': { area: 'hips', usual: 0.3 },
  'buttock-back': { area: 'buttocks', usual: 0.3, most: 3, never: ['trigger-point'] },
  'thigh-front': { area: 'thighs', usual: 0.4 },
  'thigh-back': { area: 'thighs', usual: 0.6 },
  'knee-front': { area: 'knees', usual: 0.1 },
  'knee-back': { area: 'knees', usual: 0, most: -1 },
  shin: { area: 'lower-legs', usual: 0.2 },
  calf: { area: 'lower-legs', usual: 0.5, most: 2 },
  'ankle-front': { area: 'feet', usual: 0.1 },
  'ankle-back': { area: 'feet', usual: 0.1 },
  'foot-top': { area: 'feet', usual: 0.2 },
  sole: { area: 'feet', usual: 0.5 },
};

/** The extra share of a session for rest, at the places that people find most calming. */
const CALMING: Partial<Record<Area, number>> = { head: 0.4, hands: 0.15, feet: 0.15, neck: 0.5 };

export function siteOf(region: Region): Site {
  const site = SITES[region.site];
  if (site) return site;
  throw new Error(`no customary work is described for the place "${region.site}"`);
}

/** @param restful whether the session is for sleep or stress */
export const usualShare = (region: Region, restful: boolean): number => {
  const { area, usual } = siteOf(region);
  return usual + (restful && usual > 0 ? (CALMING[area] ?? 0) : 0);
};

const ARMS: ReadonlySet<Area> = new Set(['upper-arms', 'forearms', 'hands']);
const LIMBS: ReadonlySet<Area> = new Set([
  ...ARMS,
  'shoulders',
  'hips',
  'thighs',
  'knees',
  'lower-legs',
  'feet',
]);
const LEGS_BELOW: ReadonlySet<Area> = new Set(['thighs', 'knees', 'lower-legs', 'feet']);
const UPPER_TRUNK: ReadonlySet<Area> = new Set(['head', 'neck', 'shoulders', 'upper-back']);

/** Where joints may be moved and muscles stretched without a specialist: never the neck or the spine. */
export const isLimb = (region: Region): boolean => LIMBS.has(siteOf(region).area);

const FACE_UP_FROM_BEHIND: Readonly<Record<string, number>> = {
  'head-back': 1,
  'neck-back': 1,
  'hand-back': 1,
  'shoulder-back': 0.5,
  'forearm-back': 0.8,
  'wrist-back': 0.8,
  'ankle-back': 1,
  sole: 1,
};
const faceUp = (region: Region): number =>
  region.view === 'front' ? 1 : (FACE_UP_FROM_BEHIND[region.site] ?? 0);

function faceDown(region: Region, area: Area): number {
  if (region.view === 'front') return 0;
  if (area === 'feet') return 0.8;
  return area === 'neck' || area === 'head' || area === 'forearms' || area === 'hands' ? 0.5 : 1;
}
function onOneSide(region: Region, area: Area): number {
  // Only the upper side is reached well, and which side that is changes with a turn.
  if (region.view === 'back') return region.side === undefined ? 0.8 : 0.5;
  return ARMS.has(area) || LEGS_BELOW.has(area) || area === 'hips' || area === 'shoulders'
    ? 0.5
    : 0;
}
function sitting(region: Region, area: Area): number {
  if (ARMS.has(area)) return 1;
  if (UPPER_TRUNK.has(area)) return region.view === 'back' ? 1 : 0.5;
  return area === 'lower-back' && region.site === 'lower-back' ? 0.5 : 0;
}

/** How easily a region is reached from a position, 0 to 1. */
export function reachOf(region: Region, position: Position): number {
  const { area } = siteOf(region);
  const reach: Reach = {
    prone: faceDown(region, area),
    supine: faceUp(region),
    'semi-reclined': faceUp(region) * (area === 'neck' || area === 'head' ? 0.8 : 1),
    'side-lying': onOneSide(region, area),
    seated: sitting(region, area),
  };
  return reach[position];
}
