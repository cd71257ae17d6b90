import type { Engine, Profile } from '@assuage/safety';
import type { PlainRule } from './rules.ts';

/** A client in a contender's own input form, made outside the timing. */
export interface Prepared {
  /** One evaluation: what is timed. A promise when the contender only has an asynchronous form. */
  readonly run: () => unknown;
  /** The ids of the limits that an evaluation finds. */
  readonly limits: () => Promise<readonly string[]>;
}

/** One way of evaluating the shipped rules, ready to take clients. */
export interface Contender {
  readonly name: string;
  readonly prepare: (profile: Profile) => Prepared;
}

/** Builds a contender from the knowledge, once, outside the timing. */
export type Build = (engine: Engine, rules: readonly PlainRule[]) => Contender;
