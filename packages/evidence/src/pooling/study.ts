import type { Effect } from './effect.ts';

/** A study as it is pooled and named. */
export interface Study extends Effect {
  readonly name: string;
  /** How many people, when it is known. */
  readonly people?: number;
  readonly year?: number;
  /** Whether mean and deviation of an arm were worked out from its median and quartiles. */
  readonly converted?: boolean;
}

/** Which effects are good for the people in the studies: of pain, the lower ones. */
export type Better = 'lower' | 'higher';

/** A column of words, one for every study: its subgroup, its cohort. */
export interface Label {
  readonly name: string;
  readonly values: readonly string[];
}
