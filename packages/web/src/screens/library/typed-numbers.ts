/** Numbers as people type them out of a paper, and what is wrong with them. Pure. */
import { numberProblems } from '@assuage/evidence';
import type { Extraction } from '../../state/review.ts';

export type Numbers = Extraction['numbers'];
export type Shape = Numbers['as'];
export type Measure = Extract<Numbers, { as: 'effect' }>['measure'];

/** The boxes of each shape, in the order in which papers print them. */
export const BOXES = {
  means: ['mean1', 'sd1', 'n1', 'mean2', 'sd2', 'n2'],
  events: ['events1', 'n1', 'events2', 'n2'],
  effect: ['estimate', 'low', 'high', 'p'],
} as const satisfies Record<Shape, readonly string[]>;
export type Box = (typeof BOXES)[Shape][number];

export const MEASURES = ['SMD', 'MD', 'RR', 'OR'] as const satisfies readonly Measure[];

/** Groups of people and those to whom something happened. */
const WHOLE: ReadonlySet<string> = new Set(['n1', 'n2', 'events1', 'events2']);
/** p is printed less often than the rest. */
const MAY_LACK: ReadonlySet<string> = new Set(['p']);

export interface TypedProblem {
  readonly box: Box;
  readonly is: 'missing' | 'no-number' | 'not-whole' | 'impossible' | 'doubtful';
  readonly why: string;
}

export interface ReadBoxes {
  /** Left out where something is missing or is no number. */
  readonly numbers?: Numbers;
  readonly problems: readonly TypedProblem[];
}

/** @param typed the boxes by name; spaces around a number and a printed minus are understood */
export function readBoxes(
  shape: Shape,
  measure: Measure,
  typed: Readonly<Partial<Record<Box, string>>>,
): ReadBoxes {
  const problems: TypedProblem[] = [];
  const read: Record<string, number> = {};
  for (const box of BOXES[shape]) {
    const text = (typed[box] ?? '').trim().replace(/^[−–]/, '-');
    if (text === '') {
      if (!MAY_LACK.has(box)) problems.push({ box, is: 'missing', why: '' });
    } else if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text))
      problems.push({ box, is: 'no-number', why: text });
    else if (WHOLE.has(box) && !/^\d+$/.test(text))
      problems.push({ box, is: 'not-whole', why: text });
    else read[box] = Number(text);
  }
  if (problems.length > 0) return { problems };
  // Every box of the shape was read above; the compiler cannot follow the names.
  const numbers = {
    as: shape,
    ...(shape === 'effect' ? { measure } : {}),
    ...read,
  } as unknown as Numbers;
  return {
    numbers,
    problems: numberProblems(numbers).map(({ at, is, why }) => ({ box: at as Box, is, why })),
  };
}

/** The number in a box of what was read, if it has that box. */
export const numberIn = (numbers: Numbers, box: Box): number | undefined =>
  new Map<string, unknown>(Object.entries(numbers)).get(box) as number | undefined;
