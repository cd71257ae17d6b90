import type { Answer } from '../answer.ts';
import { sdFromInterval, sdFromSe } from '../convert.ts';
import { armFromQuartiles } from '../quartiles.ts';

/** What a row has in a column: a number, or undefined where it says nothing. */
export type Known = (column: string) => number | undefined;

/** Columns that may stand in for mean and deviation of an arm; 1 is the first arm. */
const quartilesOf = (arm: 1 | 2) => [`lq${arm}i`, `med${arm}i`, `uq${arm}i`] as const;
const intervalOf = (arm: 1 | 2) => [`cilb${arm}i`, `ciub${arm}i`] as const;
const ARMS = [1, 2] as const;

/** All columns from which others are worked out. */
export const INSTEAD: readonly string[] = ARMS.flatMap((arm) => [
  ...quartilesOf(arm),
  ...intervalOf(arm),
  `se${arm}i`,
]);

/** The columns that a table has, or from whose others they can be worked out. */
export function reachable(
  has: (column: string) => boolean,
  assumesCorrelation: boolean,
): (column: string) => boolean {
  const extra = new Set<string>(assumesCorrelation ? ['ri'] : []);
  for (const arm of ARMS) {
    if (quartilesOf(arm).every(has)) extra.add(`m${arm}i`).add(`sd${arm}i`);
    if (has(`se${arm}i`) || intervalOf(arm).every(has)) extra.add(`sd${arm}i`);
  }
  return (column) => has(column) || extra.has(column);
}

export interface WorkedOut {
  readonly values: ReadonlyMap<string, number>;
  /** What was worked out from quartiles, in words; empty when nothing was. */
  readonly converted: string;
}

export type WorkedOutOrWhy =
  | { readonly ok: true; readonly value: WorkedOut }
  /** A mistake is what no arm can have; else nothing can be told from numbers that are right. */
  | { readonly ok: false; readonly why: string; readonly isMistake: boolean };

/**
 * The numbers that a row does not give itself, from those it does: mean and deviation from median and quartiles,
 * a deviation from the standard error or the 95 % interval of its mean. What is given goes before what is worked out.
 */
export function workedOut(known: Known): WorkedOutOrWhy {
  const values = new Map<string, number>();
  const converted: string[] = [];
  for (const arm of ARMS) {
    const [mean, sd] = [`m${arm}i`, `sd${arm}i`];
    const n = known(`n${arm}i`) ?? known('ni');
    if (n === undefined) continue;
    const spread = known(sd) === undefined ? spreadOf(known, arm, n) : null;
    if (spread && !spread.ok) return not(arm, spread.why, true);
    if (spread) values.set(sd, spread.value);
    const [lower, median, upper] = quartilesOf(arm).map(known);
    const isWhole = known(mean) !== undefined && (known(sd) !== undefined || values.has(sd));
    if (isWhole || lower === undefined || median === undefined || upper === undefined) continue;
    const found = armFromQuartiles({ lower, median, upper, n });
    if (!found.ok) return not(arm, found.why, !(lower <= median && median <= upper));
    values.set(mean, found.value.mean);
    if (!values.has(sd)) values.set(sd, found.value.sd);
    converted.push(ORDINAL[arm]);
  }
  return { ok: true, value: { values, converted: converted.join(' and ') } };
}

const not = (arm: 1 | 2, why: string, isMistake: boolean): WorkedOutOrWhy => ({
  ok: false,
  why: `${ORDINAL[arm]} arm: ${why}`,
  isMistake,
});

/** The deviation from the standard error of the mean, or from its 95 % interval; null without them. */
function spreadOf(known: Known, arm: 1 | 2, n: number): Answer<number> | null {
  const se = known(`se${arm}i`);
  if (se !== undefined) return sdFromSe(se, n);
  const [low, high] = intervalOf(arm).map(known);
  return low === undefined || high === undefined ? null : sdFromInterval(low, high, n);
}

const ORDINAL = { 1: 'first', 2: 'second' } as const;
