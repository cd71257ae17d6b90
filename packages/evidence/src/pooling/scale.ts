import type {
  ChangeMeasure,
  CorrelationMeasure,
  MeansMeasure,
  TableMeasure,
} from './effect-size.ts';

/** What the numbers of an effect are; `GEN` those of effects that came ready-made. */
export type Measure = MeansMeasure | ChangeMeasure | TableMeasure | CorrelationMeasure | 'GEN';

/** How effects of a measure are read. */
export interface Scale {
  readonly measure: Measure;
  readonly name: string;
  /** From the scale on which effects are pooled to the one on which people read them. */
  readonly shown: (value: number) => number;
  /** From there back. */
  readonly pooled: (shown: number) => number;
  /** No difference, as people read it. */
  readonly none: number;
}

const same = (value: number): number => value;

const plain = (measure: Measure, name: string): Scale => ({
  measure,
  name,
  shown: same,
  pooled: same,
  none: 0,
});
const ratio = (measure: Measure, name: string): Scale => ({
  measure,
  name,
  shown: Math.exp,
  pooled: Math.log,
  none: 1,
});

const SCALES: Readonly<Record<Measure, Scale>> = {
  MD: plain('MD', 'Mean difference'),
  SMD: plain('SMD', 'Standardised mean difference'),
  SMDH: plain('SMDH', 'Standardised mean difference, unequal deviations'),
  ROM: ratio('ROM', 'Ratio of means'),
  MC: plain('MC', 'Mean change'),
  SMCC: plain('SMCC', 'Mean change in deviations of the change'),
  SMCR: plain('SMCR', 'Mean change in deviations of the score'),
  SMCRH: plain('SMCRH', 'Mean change in deviations of the score, unequal deviations'),
  ROMC: ratio('ROMC', 'Ratio of means, changed'),
  RR: ratio('RR', 'Risk ratio'),
  OR: ratio('OR', 'Odds ratio'),
  RD: plain('RD', 'Risk difference'),
  COR: plain('COR', 'Correlation'),
  ZCOR: { measure: 'ZCOR', name: 'Correlation', shown: Math.tanh, pooled: Math.atanh, none: 0 },
  GEN: plain('GEN', 'Effect'),
};

export const scaleOf = (measure: Measure): Scale => SCALES[measure];
export const MEASURES = Object.keys(SCALES) as readonly Measure[];
