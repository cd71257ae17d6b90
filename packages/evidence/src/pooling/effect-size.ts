import { hedgesJ } from '@assuage/statistics';
import { type Answer, answer, refuse } from './answer.ts';
import type { Effect } from './effect.ts';

/** One arm of a study: how it stood at the end, or how much it changed. */
export interface Arm {
  readonly mean: number;
  /** Standard deviation between people, above 0. */
  readonly sd: number;
  /** People; need not be whole when a shared control arm was split. */
  readonly n: number;
}

/**
 * Two arms compared: MD the difference of means in points, SMD in standard deviations (Hedges' g with the
 * exact correction; never mix end values with changes), SMDH the same where the deviations differ, ROM the
 * logarithm of the ratio of means.
 */
export type MeansMeasure = 'MD' | 'SMD' | 'SMDH' | 'ROM';

/** The first arm against the second. Variances as in metafor 5. */
export function fromMeans(measure: MeansMeasure, first: Arm, second: Arm): Answer<Effect> {
  const wrong = badArm(first, 'first') ?? badArm(second, 'second');
  if (wrong) return refuse(wrong);
  if (first.n + second.n <= 3 && measure.startsWith('SMD')) return refuse(TOO_FEW);
  const difference = first.mean - second.mean;
  const shares = [first, second].map(({ sd, n }) => sd ** 2 / n);
  const [share1 = 0, share2 = 0] = shares;
  switch (measure) {
    case 'MD':
      return answer({ yi: difference, vi: share1 + share2 });
    case 'SMD': {
      const { g } = standardised(first, second);
      return answer({
        yi: g,
        vi: 1 / first.n + 1 / second.n + g ** 2 / (2 * (first.n + second.n)),
      });
    }
    case 'SMDH': {
      const m = first.n + second.n - 2;
      const square = (first.sd ** 2 + second.sd ** 2) / 2;
      const g = (hedgesJ(m) * difference) / Math.sqrt(square);
      const free = [first, second].map(({ sd, n }) => ({ square: sd ** 2, df: n - 1 }));
      const ofMeans = free.reduce((all, each) => all + each.square / each.df, 0) / square;
      const ofDeviation = free.reduce((all, each) => all + each.square ** 2 / each.df, 0);
      return answer({
        yi: g,
        vi: ofMeans + (g ** 2 * ofDeviation) / (8 * square ** 2),
      });
    }
    case 'ROM':
      if (!(first.mean * second.mean > 0))
        return refuse('a ratio of means needs two means of the same sign, neither of them 0');
      return answer({
        yi:
          Math.log(first.mean / second.mean) +
          (share1 / first.mean ** 2 - share2 / second.mean ** 2) / 2,
        vi: share1 / first.mean ** 2 + share2 / second.mean ** 2,
      });
  }
}

const TOO_FEW = 'an effect in standard deviations needs at least 3 people';

/** SMD with the unbiased variance (metafor's vtype "UB") in place of the usual large-sample one. */
export function smdUnbiased(first: Arm, second: Arm): Answer<Effect> {
  const wrong = badArm(first, 'first') ?? badArm(second, 'second');
  if (wrong) return refuse(wrong);
  const { g, m, j } = standardised(first, second);
  if (m <= 2) return refuse('the unbiased variance needs more than 4 people');
  const vi = 1 / first.n + 1 / second.n + (1 - (m - 2) / (m * j ** 2)) * g ** 2;
  return answer({ yi: g, vi });
}

function standardised(first: Arm, second: Arm): { g: number; m: number; j: number } {
  const m = first.n + second.n - 2;
  const pooled = ((first.n - 1) * first.sd ** 2 + (second.n - 1) * second.sd ** 2) / m;
  const j = hedgesJ(m);
  return { g: (j * (first.mean - second.mean)) / Math.sqrt(pooled), m, j };
}

function badArm({ mean, sd, n }: Arm, which: string): string | null {
  if (!Number.isFinite(mean)) return `the ${which} arm has no mean`;
  if (!(sd > 0) || !Number.isFinite(sd))
    return `the standard deviation of the ${which} arm (${sd}) must be above 0`;
  if (!(n > 1) || !Number.isFinite(n))
    return `the ${which} arm has ${n} people: a standard deviation needs 2 or more`;
  return null;
}

/** The same people twice: before and after, or under both treatments of a crossover. */
export interface Paired {
  readonly first: Omit<Arm, 'n'>;
  readonly second: Omit<Arm, 'n'>;
  readonly n: number;
  /** Correlation of the two values of a person. When a report lacks it, try .3, .5 and .7 and show all three. */
  readonly r: number;
}

/**
 * A change: MC in points, SMCC in standard deviations of the change, SMCR in those of the first measurement
 * given (the raw score), SMCRH the same without assuming equal deviations, ROMC the logarithm of the ratio.
 */
export type ChangeMeasure = 'MC' | 'SMCC' | 'SMCR' | 'SMCRH' | 'ROMC';

/** The first measurement against the second. Variances as in metafor 5. */
export function fromPaired(measure: ChangeMeasure, paired: Paired): Answer<Effect> {
  const { first, second, n, r } = paired;
  const wrong = badArm({ ...first, n }, 'first') ?? badArm({ ...second, n }, 'second');
  if (wrong) return refuse(wrong);
  if (!(r > -1 && r < 1)) return refuse(`the correlation (${r}) must lie between -1 and 1`);
  if (n <= 2 && measure.startsWith('SM')) return refuse(TOO_FEW);
  const difference = first.mean - second.mean;
  const square = first.sd ** 2 + second.sd ** 2 - 2 * r * first.sd * second.sd;
  const j = hedgesJ(n - 1);
  switch (measure) {
    case 'MC':
      return answer({ yi: difference, vi: square / n });
    case 'SMCC': {
      const g = (j * difference) / Math.sqrt(square);
      return answer({ yi: g, vi: 1 / n + g ** 2 / (2 * n) });
    }
    case 'SMCR': {
      const g = (j * difference) / first.sd;
      return answer({ yi: g, vi: (2 * (1 - r)) / n + g ** 2 / (2 * n) });
    }
    case 'SMCRH': {
      const g = (j * difference) / first.sd;
      return answer({
        yi: g,
        vi: square / (first.sd ** 2 * (n - 1)) + g ** 2 / (2 * (n - 1)),
      });
    }
    case 'ROMC': {
      if (!(first.mean * second.mean > 0))
        return refuse('a ratio of means needs two means of the same sign, neither of them 0');
      const [a, b] = [first.sd / first.mean, second.sd / second.mean];
      return answer({
        yi: Math.log(first.mean / second.mean) + (a ** 2 - b ** 2) / (2 * n),
        vi: (a ** 2 + b ** 2 - 2 * r * a * b) / n,
      });
    }
  }
}

/** People counted: a and b with and without the event in the first arm, c and d in the second. */
export interface Table {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/** RR and OR as natural logarithms, RD as a difference of shares. */
export type TableMeasure = 'RR' | 'OR' | 'RD';

/** The first arm against the second. A table with a zero gets ½ added to every cell, no other does. */
export function fromTable(measure: TableMeasure, table: Table): Answer<Effect> {
  const cells = [table.a, table.b, table.c, table.d];
  if (!cells.every((cell) => Number.isFinite(cell) && cell >= 0))
    return refuse(`the counts (${cells.join(', ')}) must be 0 or more`);
  if (table.a + table.b === 0 || table.c + table.d === 0)
    return refuse('an arm without people cannot be compared');
  const add = cells.includes(0) ? 0.5 : 0;
  const [a, b, c, d] = [table.a + add, table.b + add, table.c + add, table.d + add];
  const [n1, n2] = [a + b, c + d];
  switch (measure) {
    case 'RR':
      return answer({ yi: Math.log(a / n1 / (c / n2)), vi: 1 / a - 1 / n1 + 1 / c - 1 / n2 });
    case 'OR':
      return answer({ yi: Math.log((a * d) / (b * c)), vi: 1 / a + 1 / b + 1 / c + 1 / d });
    case 'RD':
      return answer({ yi: a / n1 - c / n2, vi: (a * b) / n1 ** 3 + (c * d) / n2 ** 3 });
  }
}

/** ZCOR: Fisher's transformation, which pools well; COR: the correlation as it is. */
export type CorrelationMeasure = 'ZCOR' | 'COR';

export function fromCorrelation(
  measure: CorrelationMeasure,
  { r, n }: { readonly r: number; readonly n: number },
): Answer<Effect> {
  if (!(r > -1 && r < 1)) return refuse(`the correlation (${r}) must lie between -1 and 1`);
  if (!(n > 3) || !Number.isFinite(n))
    return refuse(`a correlation of ${n} people has no variance: 4 or more are needed`);
  return measure === 'ZCOR'
    ? answer({ yi: Math.atanh(r), vi: 1 / (n - 3) })
    : answer({ yi: r, vi: (1 - r ** 2) ** 2 / (n - 1) });
}
