import { readdirSync, readFileSync } from 'node:fs';

/** The results of R in `reference/`: which call was made, on what, and what it answered. */
export type Numbers = Readonly<Record<string, unknown>>;

export interface Case {
  readonly id: string;
  readonly call: string;
  readonly settings: Numbers;
  readonly input: Numbers;
  readonly expected: Numbers;
}

const FOLDER = new URL('./reference/', import.meta.url);

export const referenceFiles = (): string[] =>
  readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

export function referenceCases(file: string): Case[] {
  const parsed = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));
  return parsed.cases.map((each: Case) => ({ ...each, input: each.input ?? parsed.input }));
}

/** A list of numbers of an input, or a programming mistake. */
export function list(input: Numbers, name: string): number[] {
  const value = input[name];
  if (!Array.isArray(value)) throw new Error(`the case has no list ${name}`);
  return value;
}

/** Percentages: what R finds there is rounding below this. */
const PER_CENT = /\.I2$/;

/**
 * Where an answer misses what was expected: each number beyond the relative tolerance, each name that was
 * not answered. Where R has nothing (null), anything is right. A value near 0 may miss by 1e-12 of the largest
 * in its list, and by `floor`.
 */
export function misses(
  expected: unknown,
  actual: unknown,
  tolerance: number,
  floor: number,
  path = '',
): string[] {
  if (expected === null) return [];
  if (typeof expected === 'number') {
    if (typeof actual !== 'number') return [`${path}: expected ${expected}, got ${String(actual)}`];
    const off = Math.abs(actual - expected);
    const allowed = Math.max(tolerance * Math.abs(expected), PER_CENT.test(path) ? 1e-10 : floor);
    return off <= allowed
      ? []
      : [
          `${path}: expected ${expected}, got ${actual} (${(off / Math.abs(expected)).toExponential(1)})`,
        ];
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length)
      return [`${path}: expected ${expected.length} values, got ${JSON.stringify(actual)}`];
    const numbers = expected.filter((each): each is number => typeof each === 'number');
    const largest = 1e-12 * Math.max(0, ...numbers.map(Math.abs));
    return expected.flatMap((each, i) =>
      misses(each, actual[i], tolerance, Math.max(floor, largest), `${path}[${i}]`),
    );
  }
  if (typeof expected === 'object') {
    const answered = (actual ?? {}) as Numbers;
    return Object.entries(expected).flatMap(([name, value]) =>
      name in answered
        ? misses(value, answered[name], tolerance, floor, `${path}.${name}`)
        : [`${path}.${name} was not answered`],
    );
  }
  return expected === actual
    ? []
    : [`${path}: expected ${String(expected)}, got ${String(actual)}`];
}

/** 1e-12 of the smallest variance, or of 1: below, a number of this case is rounding. */
export function rounding({ input }: Case): number {
  const variances = Array.isArray(input.vi) ? input.vi : [];
  return 1e-12 * Math.min(1, ...variances);
}
