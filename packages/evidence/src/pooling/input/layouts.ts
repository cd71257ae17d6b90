import { type Answer, answer, refuse } from '../answer.ts';
import { shareOfControl, shareOfTable } from '../convert.ts';
import type { Effect } from '../effect.ts';
import {
  type ChangeMeasure,
  type CorrelationMeasure,
  fromCorrelation,
  fromMeans,
  fromPaired,
  fromTable,
  type MeansMeasure,
  type Table,
  type TableMeasure,
} from '../effect-size.ts';
import type { Measure } from '../scale.ts';

/**
 * The number in a named column of a row. `shared` is how many comparisons of the table the second arm is in: 1
 * when that is not said.
 */
export type Cell = (column: string) => number;

/** Which columns a table of studies may have, what they are read as, and the measures made from them. */
export interface Layout {
  readonly columns: readonly string[];
  readonly words: string;
  /** The first is taken when none is asked for. */
  readonly measures: readonly [Measure, ...Measure[]];
  readonly effect: (cell: Cell, measure: Measure) => Answer<Effect>;
  /** Whether a second arm that several comparisons share can be split among them. */
  readonly splits: boolean;
  /** How many people, when the columns say so. */
  readonly people: (cell: Cell) => number;
}

const MEANS = ['SMD', 'MD', 'SMDH', 'ROM'] as const satisfies MeansMeasure[];
const CHANGES = ['SMCR', 'MC', 'SMCC', 'SMCRH', 'ROMC'] as const satisfies ChangeMeasure[];
const TABLES = ['RR', 'OR', 'RD'] as const satisfies TableMeasure[];
const CORRELATIONS = ['ZCOR', 'COR'] as const satisfies CorrelationMeasure[];

/** The measure as one of those a layout has: the reader of a table offers no other. */
const among = <T extends Measure>(measures: readonly T[], measure: Measure): T =>
  measures.find((each) => each === measure) ?? (measures[0] as T);

const bothArms = (n: Cell): number => n('n1i') + n('n2i') / n('shared');

/** The effect of a table whose second arm may be shared. */
function splitTable(measure: Measure, table: Table, n: Cell): Answer<Effect> {
  const share = shareOfTable(table, n('shared'));
  return share.ok ? fromTable(among(TABLES, measure), share.value) : share;
}

/** In the order in which they are looked for. Names as in metafor and metadat. */
export const LAYOUTS: readonly Layout[] = [
  {
    columns: ['yi', 'vi'],
    words: 'effects with their variances',
    measures: ['GEN', ...MEANS, ...CHANGES, ...TABLES, ...CORRELATIONS],
    effect: (n) => answer({ yi: n('yi'), vi: n('vi') }),
    splits: false,
    people: bothArms,
  },
  {
    columns: ['yi', 'sei'],
    words: 'effects with their standard errors',
    measures: ['GEN', ...MEANS, ...CHANGES, ...TABLES, ...CORRELATIONS],
    effect: (n) =>
      n('sei') > 0
        ? answer({ yi: n('yi'), vi: n('sei') ** 2 })
        : refuse(`the standard error (${n('sei')}) must be above 0`),
    splits: false,
    people: bothArms,
  },
  {
    columns: ['m1i', 'sd1i', 'n1i', 'm2i', 'sd2i', 'n2i'],
    words: 'means and standard deviations of two arms',
    measures: MEANS,
    effect: (n, measure) => {
      const first = { mean: n('m1i'), sd: n('sd1i'), n: n('n1i') };
      const whole = { mean: n('m2i'), sd: n('sd2i'), n: n('n2i') };
      if (n('shared') === 1) return fromMeans(among(MEANS, measure), first, whole);
      const share = shareOfControl(whole, n('shared'));
      return share.ok ? fromMeans(among(MEANS, measure), first, share.value) : share;
    },
    splits: true,
    people: bothArms,
  },
  {
    columns: ['m1i', 'sd1i', 'm2i', 'sd2i', 'ni', 'ri'],
    words: 'two measurements of the same people',
    measures: CHANGES,
    effect: (n, measure) =>
      fromPaired(among(CHANGES, measure), {
        first: { mean: n('m1i'), sd: n('sd1i') },
        second: { mean: n('m2i'), sd: n('sd2i') },
        n: n('ni'),
        r: n('ri'),
      }),
    splits: false,
    people: (n) => n('ni'),
  },
  {
    columns: ['ai', 'bi', 'ci', 'di'],
    words: 'people with and without the event in two arms',
    measures: TABLES,
    effect: (n, measure) =>
      splitTable(measure, { a: n('ai'), b: n('bi'), c: n('ci'), d: n('di') }, n),
    splits: true,
    people: (n) => n('ai') + n('bi') + (n('ci') + n('di')) / n('shared'),
  },
  {
    columns: ['ai', 'n1i', 'ci', 'n2i'],
    words: 'people with the event, and all people, of two arms',
    measures: TABLES,
    effect: (n, measure) =>
      splitTable(
        measure,
        { a: n('ai'), b: n('n1i') - n('ai'), c: n('ci'), d: n('n2i') - n('ci') },
        n,
      ),
    splits: true,
    people: bothArms,
  },
  {
    columns: ['ri', 'ni'],
    words: 'correlations and numbers of people',
    measures: CORRELATIONS,
    effect: (n, measure) =>
      fromCorrelation(among(CORRELATIONS, measure), { r: n('ri'), n: n('ni') }),
    splits: false,
    people: (n) => n('ni'),
  },
];

/** Other names of the columns, in small letters: those of metadat's BCG trials, and of people who write words. */
export const ALSO: Readonly<Record<string, string>> = {
  tpos: 'ai',
  tneg: 'bi',
  cpos: 'ci',
  cneg: 'di',
  se: 'sei',
  effect: 'yi',
  variance: 'vi',
};
