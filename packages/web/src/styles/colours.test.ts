import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const tokens = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

type Rgb = readonly [number, number, number];
type Matrix = readonly [Rgb, Rgb, Rgb];

/** Machado, Oliveira and Fernandes 2009, IEEE TVCG 15(6), severity 1.0; applied to linear sRGB. */
const VISIONS: Readonly<Record<string, Matrix>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Linear sRGB (D65) to CIE XYZ, IEC 61966-2-1. */
const TO_XYZ: Matrix = [
  [0.4124, 0.3576, 0.1805],
  [0.2126, 0.7152, 0.0722],
  [0.0193, 0.1192, 0.9505],
];
const WHITE: Rgb = [0.9505, 1, 1.089];

const SCHEMES = ['light', 'dark'] as const;
type Scheme = (typeof SCHEMES)[number];

/** The colour of a token as the style sheet has it. */
function colour(name: string, scheme: Scheme): Rgb {
  const value = new RegExp(`--${name}: ([^;]+);`).exec(tokens)?.[1] ?? '';
  const alias = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  if (alias !== undefined) return colour(alias, scheme);
  const hexes = value.match(/#[0-9a-f]{6}/g) ?? [];
  const hex = hexes[scheme === 'dark' && hexes.length > 1 ? 1 : 0];
  if (hex === undefined) throw new Error(`There is no colour --${name}.`);
  const channel = (at: number) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return [channel(1), channel(3), channel(5)];
}

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const dot = (a: Rgb, b: Rgb) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const apply = ([a, b, c]: Matrix, rgb: Rgb): Rgb => [dot(a, rgb), dot(b, rgb), dot(c, rgb)];
const clamp = (part: number) => Math.min(1, Math.max(0, part));

function labOf(rgb: Rgb): Rgb {
  const xyz = apply(TO_XYZ, [clamp(rgb[0]), clamp(rgb[1]), clamp(rgb[2])]);
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const [x, y, z] = [f(xyz[0] / WHITE[0]), f(xyz[1] / WHITE[1]), f(xyz[2] / WHITE[2])];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIE76: the distance in CIELAB. */
function difference(a: Rgb, b: Rgb): number {
  const [one, other] = [labOf(a), labOf(b)];
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

/** WCAG 2.2 contrast ratio. */
function contrast(a: Rgb, b: Rgb): number {
  const [one, other] = [dot(a, [0.2126, 0.7152, 0.0722]), dot(b, [0.2126, 0.7152, 0.0722])];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

test('the measures are right: black on white is 21:1, and 100 apart', () => {
  expect(contrast([0, 0, 0], [1, 1, 1])).toBeCloseTo(21, 5);
  expect(difference([0, 0, 0], [1, 1, 1])).toBeCloseTo(100, 1);
  // sRGB red in CIELAB is 53.24, 80.09, 67.20.
  const red = labOf([1, 0, 0]);
  expect(red[0]).toBeCloseTo(53.24, 1);
  expect(red[1]).toBeCloseTo(80.09, 1);
  expect(red[2]).toBeCloseTo(67.2, 1);
});

const banners = [
  ['go', 'change'],
  ['go', 'stop'],
  ['change', 'stop'],
] as const;

test.each(Object.keys(VISIONS))('any two decisions look different to %s vision', (vision) => {
  for (const scheme of SCHEMES)
    for (const [one, other] of banners) {
      const seen = (name: string) => apply(VISIONS[vision] as Matrix, colour(`${name}-bg`, scheme));
      expect(difference(seen(one), seen(other)), `${one}, ${other}`).toBeGreaterThanOrEqual(35);
    }
});

test.each([
  ['text', 'bg'],
  ['text', 'surface'],
  ['muted', 'bg'],
  ['muted', 'surface'],
  ['link', 'bg'],
  ['link', 'surface'],
  ['error', 'bg'],
  ['error', 'surface'],
  ['on-primary', 'primary'],
  ['go-text', 'go-bg'],
  ['change-text', 'change-bg'],
  ['stop-text', 'stop-bg'],
])('%s on %s has a contrast of 7:1 or more', (text, ground) => {
  for (const scheme of SCHEMES)
    expect(contrast(colour(text, scheme), colour(ground, scheme)), scheme).toBeGreaterThanOrEqual(
      7,
    );
});

test.each([
  ['border', 'bg'],
  ['border', 'surface'],
  ['stop-edge', 'bg'],
  ['stop-edge', 'surface'],
  ['map-line', 'map-fill'],
  ['pain-mark', 'surface'],
  ['avoid', 'surface'],
  ['flare', 'surface'],
])('the edge %s on %s has a contrast of 3:1 or more', (edge, ground) => {
  for (const scheme of SCHEMES)
    expect(contrast(colour(edge, scheme), colour(ground, scheme)), scheme).toBeGreaterThanOrEqual(
      3,
    );
});
