/** Numbers that readers wrote down → tables that the page for pooling takes. Pure. */
import type { Candidate, Extraction } from '../../state/review.ts';
import { csvText } from './csv.ts';
import { BOXES, type Numbers, numberIn } from './typed-numbers.ts';

export interface PoolTable {
  readonly outcome: string;
  readonly against: Extraction['against'];
  /** "means", "events", or the measure of printed effects: each is a table of its own. */
  readonly kind: 'means' | 'events' | 'SMD' | 'MD' | 'RR' | 'OR';
  /** Empty when every paper is left out. */
  readonly csv: string;
  readonly studies: number;
  readonly leftOut: readonly LeftOut[];
}
export interface LeftOut {
  readonly title: string;
  /** readers-differ: two read it otherwise. same-people: the people are in an earlier row. */
  readonly why: 'readers-differ' | 'same-people';
}

/** Columns as the page for pooling reads them. */
const COLUMNS = {
  means: ['m1i', 'sd1i', 'n1i', 'm2i', 'sd2i', 'n2i'],
  events: ['ai', 'n1i', 'ci', 'n2i'],
  effect: ['yi', 'sei'],
} as const;
/** Half the width of a 95% interval, in standard errors: the normal quantile of 0.975. */
const HALF_WIDTH = 1.959963984540054;

/** Only papers that are taken up count, each group of people once, and only numbers that readers agree on. */
export function poolTables(candidates: readonly Candidate[]): PoolTable[] {
  const read = candidates.flatMap((candidate) =>
    candidate.standing.at === 'in'
      ? candidate.extractions.map(({ body }) => ({ candidate, body }))
      : [],
  );
  const groups = Map.groupBy(
    read,
    ({ body }) => `${outcomeKey(body)}\n${body.against}\n${kindOf(body.numbers)}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [tableOf(first.body, group)] : [];
  });
}

interface Read {
  readonly candidate: Candidate;
  readonly body: Extraction;
}

function tableOf({ outcome, against, numbers }: Extraction, group: readonly Read[]): PoolTable {
  const rows: (readonly (string | number)[])[] = [];
  const leftOut: LeftOut[] = [];
  const counted = new Set<string>();
  for (const papers of Map.groupBy(group, ({ candidate }) => candidate.name).values()) {
    const [one] = papers;
    if (!one) continue;
    const { title } = one.candidate.paper;
    const people = one.body.cohort.toLowerCase();
    // Every reading of this outcome of the paper, also those in another shape.
    const readings = one.candidate.extractions.filter(
      ({ body }) => outcomeKey(body) === outcomeKey(one.body) && body.against === against,
    );
    if (readings.some(({ body }) => !isSame(body, one.body)))
      leftOut.push({ title, why: 'readers-differ' });
    else if (counted.has(people)) leftOut.push({ title, why: 'same-people' });
    else {
      counted.add(people);
      rows.push([studyName(one.candidate), ...cellsOf(one.body.numbers)]);
    }
  }
  return {
    outcome,
    against,
    kind: kindOf(numbers),
    csv: rows.length === 0 ? '' : csvText([['study', ...COLUMNS[numbers.as]], ...rows]),
    studies: rows.length,
    leftOut,
  };
}

export const outcomeKey = ({ outcome }: Pick<Extraction, 'outcome'>): string =>
  outcome.trim().toLowerCase();

const kindOf = (numbers: Numbers): PoolTable['kind'] =>
  numbers.as === 'effect' ? numbers.measure : numbers.as;

/** Whether two readers read the same numbers of the same people. Notes and page numbers may differ. */
const isSame = (a: Extraction, b: Extraction): boolean =>
  kindOf(a.numbers) === kindOf(b.numbers) &&
  a.cohort.toLowerCase() === b.cohort.toLowerCase() &&
  BOXES[a.numbers.as].every((box) => numberIn(a.numbers, box) === numberIn(b.numbers, box));

const studyName = ({ name, paper }: Candidate): string => {
  const [author = name] = paper.authors;
  return paper.year === undefined ? author : `${author} ${paper.year}`;
};

function cellsOf(numbers: Numbers): number[] {
  switch (numbers.as) {
    case 'means':
      return BOXES.means.map((box) => numbers[box]);
    case 'events':
      return BOXES.events.map((box) => numbers[box]);
    case 'effect': {
      const { measure, estimate, low, high } = numbers;
      const scale = measure === 'RR' || measure === 'OR' ? Math.log : (x: number) => x;
      return [scale(estimate), (scale(high) - scale(low)) / (2 * HALF_WIDTH)];
    }
  }
}
