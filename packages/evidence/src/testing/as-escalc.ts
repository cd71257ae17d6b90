import type { Answer } from '../pooling/answer.ts';
import type { Effect } from '../pooling/effect.ts';
import {
  type ChangeMeasure,
  type CorrelationMeasure,
  fromCorrelation,
  fromMeans,
  fromPaired,
  fromTable,
  type MeansMeasure,
  smdUnbiased,
  type TableMeasure,
} from '../pooling/effect-size.ts';
import { valueIn } from './as-metafor.ts';
import type { Case, Numbers } from './reference.ts';

/** The effects of a case that calls `escalc(…)`. */
export function escalc({ settings, input, expected }: Case): Numbers {
  const measure = String(settings.measure);
  const whole = (name: string): number[] => [input[name] ?? []].flat() as number[];
  const length = Math.max(...Object.keys(input).map((name) => whole(name).length));
  const effects = Array.from({ length }, (_, i) => {
    const number = (name: string): number => whole(name)[i] ?? Number.NaN;
    return valueIn(effectOf(measure, input, number));
  });
  const found = { yi: effects.map(({ yi }) => yi), vi: effects.map(({ vi }) => vi) };
  // Where metafor 5 changed a formula, the values to compare are its own.
  return 'metafor5' in expected
    ? { yi: expected.yi, vi: expected.vi, metafor5: { ...found, note: noteOf(expected) } }
    : found;
}

const noteOf = (expected: Numbers): unknown => (expected.metafor5 as Numbers).note;

function effectOf(measure: string, input: Numbers, n: (name: string) => number): Answer<Effect> {
  switch (measure) {
    case 'MD':
    case 'SMD':
    case 'SMDH':
    case 'ROM': {
      const first = { mean: n('m1i'), sd: n('sd1i'), n: n('n1i') };
      const second = { mean: n('m2i'), sd: n('sd2i'), n: n('n2i') };
      return input.vtype === 'UB'
        ? smdUnbiased(first, second)
        : fromMeans(measure satisfies MeansMeasure, first, second);
    }
    case 'MC':
    case 'SMCC':
    case 'SMCR':
    case 'SMCRH':
    case 'ROMC':
      return fromPaired(measure satisfies ChangeMeasure, {
        first: { mean: n('m1i'), sd: n('sd1i') },
        second: { mean: n('m2i'), sd: n('sd2i') },
        n: n('ni'),
        r: n('ri'),
      });
    case 'RR':
    case 'OR':
    case 'RD':
      return fromTable(measure satisfies TableMeasure, tableOf(input, n));
    case 'ZCOR':
      return fromCorrelation(measure satisfies CorrelationMeasure, { r: n('ri'), n: n('ni') });
    default:
      throw new Error(`no such measure: ${measure}`);
  }
}

/** With the people without an event, or with all people of an arm. */
export function tableOf(input: Numbers, n: (name: string) => number) {
  const [a, c] = [n('ai'), n('ci')];
  return 'bi' in input
    ? { a, b: n('bi'), c, d: n('di') }
    : { a, b: n('n1i') - a, c, d: n('n2i') - c };
}
