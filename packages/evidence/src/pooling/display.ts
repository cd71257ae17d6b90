/**
 * What may be shown for a number of studies. The limits are docs/pooling.md's: from few studies a pooled
 * number looks surer than it is.
 */
export interface Display {
  /** How many, or how many cohorts where effects belong together. */
  readonly studies: number;
  /** One study is shown as it is; two side by side, whose pooled interval would reach too far to say anything. */
  readonly pooled: boolean;
  /** Three or four. */
  readonly veryFew: boolean;
  readonly prediction: boolean;
  /** Funnel plot, tests of its asymmetry, trim and fill. */
  readonly bias: boolean;
  /** How many moderators the studies can carry. */
  readonly moderators: number;
}

/** From so many studies on. */
const FEWEST = { pooled: 3, notFew: 5, prediction: 5, bias: 10 } as const;
/** Studies for every moderator. */
export const STUDIES_PER_MODERATOR = 10;

export const displayFor = (studies: number): Display => ({
  studies,
  pooled: studies >= FEWEST.pooled,
  veryFew: studies >= FEWEST.pooled && studies < FEWEST.notFew,
  prediction: studies >= FEWEST.prediction,
  bias: studies >= FEWEST.bias,
  moderators: Math.floor(studies / STUDIES_PER_MODERATOR),
});
