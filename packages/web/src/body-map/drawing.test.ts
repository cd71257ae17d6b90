import { expect, test } from 'vitest';
import { body } from '../testing/body.ts';
import { type DrawnRegion, drawFigure, type View } from './drawing.ts';
import type { Mark } from './marks.ts';

const regionOf = (view: View, marks: readonly Mark[], id: string): DrawnRegion | undefined =>
  drawFigure(body, view, marks).regions.find((region) => region.id === id);

test('every region is drawn once, in its own view', () => {
  const drawn = [...drawFigure(body, 'front', []).regions, ...drawFigure(body, 'back', []).regions];
  expect(drawn.map(({ id }) => id)).toEqual(body.data.regions.map(({ id }) => id));
  expect(drawn.every(({ fill }) => fill === 'plain')).toBe(true);
});

test('the figure faces you in front and away from you at the back', () => {
  const xOf = (view: View, text: string) =>
    drawFigure(body, view, []).sides.find((side) => side.text === text)?.x ?? 0;
  expect(xOf('front', 'Right')).toBeLessThan(xOf('front', 'Left'));
  expect(xOf('back', 'Left')).toBeLessThan(xOf('back', 'Right'));
});

test('a mark on a part fills both of its faces', () => {
  const marks: Mark[] = [{ kind: 'avoid', place: 'wrist-right' }];
  expect(regionOf('front', marks, 'wrist-front-right')?.fill).toBe('avoid');
  expect(regionOf('back', marks, 'wrist-back-right')?.fill).toBe('avoid');
  expect(regionOf('front', marks, 'wrist-front-left')?.fill).toBe('plain');
});

test('what must not be touched hides pain, and the worst pain hides the milder', () => {
  const worst: Mark[] = [
    { kind: 'pain', place: 'calf-right', level: 3 },
    { kind: 'pain', place: 'lower-leg-right', level: 1 },
  ];
  expect(regionOf('back', worst, 'calf-right')?.fill).toBe('pain-3');
  expect(regionOf('front', worst, 'shin-right')?.fill).toBe('pain-1');
  const both: Mark[] = [...worst, { kind: 'avoid', place: 'calf-right' }];
  expect(regionOf('back', both, 'calf-right')?.fill).toBe('avoid');
});

test('a sore finger joint is counted on the hand and does not fill it', () => {
  const marks: Mark[] = [
    { kind: 'flare', place: 'knuckle-index-right' },
    { kind: 'flare', place: 'knuckle-ring-right' },
  ];
  expect(regionOf('front', marks, 'palm-right')).toMatchObject({
    fill: 'plain',
    isFlare: false,
    small: 2,
  });
});

test('a finger joint that must not be touched spreads over the hand it lies on', () => {
  const marks: Mark[] = [{ kind: 'avoid', place: 'knuckle-index-right' }];
  expect(regionOf('back', marks, 'hand-back-right')?.fill).toBe('avoid');
});

test('a limit shows its number, the least where two meet; no contact looks like avoid', () => {
  const marks: Mark[] = [
    { kind: 'limit', place: 'upper-back', pressure: 3 },
    { kind: 'limit', place: 'mid-back-right', pressure: 1 },
  ];
  expect(regionOf('back', marks, 'upper-back-left')).toMatchObject({ fill: 'limit', pressure: 3 });
  expect(regionOf('back', marks, 'mid-back-right')).toMatchObject({ fill: 'limit', pressure: 1 });
  const none: Mark[] = [{ kind: 'limit', place: 'neck', pressure: -1 }];
  expect(regionOf('back', none, 'neck-back')?.fill).toBe('avoid');
});

test('a flare is an edge, and leaves the fill to the pain', () => {
  const marks: Mark[] = [
    { kind: 'flare', place: 'knee-right' },
    { kind: 'pain', place: 'knee-front-right', level: 2 },
  ];
  expect(regionOf('front', marks, 'knee-front-right')).toMatchObject({
    fill: 'pain-2',
    isFlare: true,
  });
});

test('last time is an outline and marks nothing', () => {
  const region = drawFigure(body, 'back', [], ['calf-left']).regions.find(
    ({ id }) => id === 'calf-left',
  );
  expect(region).toMatchObject({ fill: 'plain', wasMarked: true });
});
