/** The figure as plain data: what to draw, in drawing units. Pure; on screen `figure.tsx` draws it. */
import { type Body, hasRegion, type PlaceId, type RegionMask } from '@assuage/knowledge';
import type { Level, Mark } from './marks.ts';

export type View = 'front' | 'back';
export type Fill =
  | 'plain'
  | 'pain-1'
  | 'pain-2'
  | 'pain-3'
  | 'treated'
  | 'finding'
  | 'limit'
  | 'avoid';

export interface DrawnRegion {
  readonly id: PlaceId;
  readonly path: string;
  /** The centre of a circle of 44 CSS px inside the region: where a sign or a number goes. */
  readonly anchor: readonly [number, number];
  readonly fill: Fill;
  readonly isFlare: boolean;
  /** Marked the last time. */
  readonly wasMarked: boolean;
  /** Small places marked on it, when it is not marked itself. */
  readonly small: number;
  /** The most pressure, where a limit is shown. */
  readonly pressure?: number;
}
export interface DrawnFigure {
  readonly viewBox: string;
  readonly decor: readonly string[];
  readonly regions: readonly DrawnRegion[];
  /** "Right" and "Left", where they belong in this view. */
  readonly sides: readonly { readonly text: string; readonly x: number; readonly y: number }[];
}

/** Stronger fills hide weaker ones: what must not be touched is always seen. */
const STRENGTH: readonly Fill[] = [
  'plain',
  'treated',
  'limit',
  'finding',
  'pain-1',
  'pain-2',
  'pain-3',
  'avoid',
];
const PAIN_FILLS: Record<Level, Fill> = { 1: 'pain-1', 2: 'pain-2', 3: 'pain-3' };

function fillOf(mark: Mark): Fill {
  switch (mark.kind) {
    case 'pain':
      return PAIN_FILLS[mark.level];
    case 'flare':
      return 'plain';
    case 'limit':
      return mark.pressure < 0 ? 'avoid' : 'limit';
    case 'finding':
    case 'avoid':
    case 'treated':
      return mark.kind;
  }
}

/** A finger joint is smaller than the palm that is drawn: only what may not be touched spreads. */
const isSmall = (body: Body, mark: Mark): boolean =>
  body.level(mark.place) === 'detail' && fillOf(mark) !== 'avoid';

export function drawFigure(
  body: Body,
  view: View,
  marks: readonly Mark[],
  lastTime: readonly PlaceId[] = [],
): DrawnFigure {
  const masks = marks.map((mark) => ({ mark, mask: body.mask(mark.place) }));
  const before = lastTime.map((place) => body.mask(place));
  const right = { text: 'Right', x: view === 'front' ? 52 : 308, y: 150 };
  const left = { text: 'Left', x: view === 'front' ? 308 : 52, y: 150 };
  return {
    viewBox: body.data.viewBox,
    decor: body.data.decor[view],
    regions: body.regions.flatMap((region, index) =>
      region.view === view ? [drawRegion(body, region, index, masks, before)] : [],
    ),
    sides: view === 'front' ? [right, left] : [left, right],
  };
}

function drawRegion(
  body: Body,
  { id, path, anchor }: Body['regions'][number],
  index: number,
  masks: readonly { readonly mark: Mark; readonly mask: RegionMask }[],
  before: readonly RegionMask[],
): DrawnRegion {
  const here = masks.filter(({ mask }) => hasRegion(mask, index)).map(({ mark }) => mark);
  const whole = here.filter((mark) => !isSmall(body, mark));
  const fill = whole
    .map(fillOf)
    .reduce<Fill>((a, b) => (STRENGTH.indexOf(b) > STRENGTH.indexOf(a) ? b : a), 'plain');
  const pressures = whole.flatMap((mark) => (mark.kind === 'limit' ? [mark.pressure] : []));
  return {
    id,
    path,
    anchor,
    fill,
    isFlare: whole.some(({ kind }) => kind === 'flare'),
    wasMarked: before.some((mask) => hasRegion(mask, index)),
    small: here.length - whole.length,
    ...(fill === 'limit' ? { pressure: Math.min(...pressures) } : {}),
  };
}
