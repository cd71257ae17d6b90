/**
 * Whether the library's own studies can be pooled, and why not. Most were read as abstracts, which seldom
 * print what pooling needs; a reader is told so, and not shown a number that the data cannot carry.
 */
import type { Outcome, Study } from '@assuage/knowledge';
import { isReview } from './shelf.ts';

export type Hindrance =
  /** It reports on other studies. */
  | 'is-a-review'
  /** It compared with nobody. */
  | 'no-comparison'
  /** The same people were in both arms, and how their answers go together is not given. */
  | 'paired'
  /** Another paper about the same people is in the pool already. */
  | 'same-people'
  /** No outcome has a difference with its interval, nor number, mean and spread of both arms. */
  | 'no-numbers';

export interface Candidate {
  readonly study: Study;
  /** The outcomes that give enough; empty where `hindrance` says why not. */
  readonly outcomes: readonly Outcome[];
  readonly hindrance?: Hindrance;
}

/** Studies that compare with the same thing: effects against other comparators answer other questions. */
export interface PoolableGroup {
  readonly comparator: Comparator;
  readonly candidates: readonly Candidate[];
  /** At least two of them give enough. */
  readonly enough: boolean;
}

type Comparator = Study['comparator']['class'];

/** A study with several comparators stands in several groups. */
export function poolable(studies: readonly Study[]): PoolableGroup[] {
  const arms = studies.flatMap((study) =>
    comparatorsOf(study).map((comparator) => ({ study, comparator })),
  );
  return [...Map.groupBy(arms, ({ comparator }) => comparator)].map(([comparator, group]) => {
    const cohorts = new Set<string>();
    const candidates = group.map(({ study }): Candidate => {
      const outcomes = study.outcomes.filter(
        (outcome) => againstOf(study, outcome) === comparator && givesEnough(outcome),
      );
      const hindrance = hindranceOf(study, outcomes, cohorts);
      if (study.cohort !== undefined) cohorts.add(study.cohort);
      return hindrance ? { study, outcomes: [], hindrance } : { study, outcomes };
    });
    const usable = candidates.filter(({ hindrance }) => hindrance === undefined);
    return { comparator, candidates, enough: usable.length > 1 };
  });
}

const againstOf = (study: Study, { against }: Outcome): Comparator =>
  against ?? study.comparator.class;

const comparatorsOf = (study: Study): Comparator[] => [
  ...new Set([
    study.comparator.class,
    ...study.outcomes.map((outcome) => againstOf(study, outcome)),
  ]),
];

function hindranceOf(
  study: Study,
  outcomes: readonly Outcome[],
  cohorts: ReadonlySet<string>,
): Hindrance | undefined {
  if (isReview(study)) return 'is-a-review';
  if (study.comparator.class === 'none') return 'no-comparison';
  if (study.design === 'crossover') return 'paired';
  if (study.cohort !== undefined && cohorts.has(study.cohort)) return 'same-people';
  return outcomes.length === 0 ? 'no-numbers' : undefined;
}

const COMPARES: ReadonlySet<string> = new Set([
  'mean-difference',
  'difference-of-change',
  'standardised-mean-difference',
  'hedges-g',
  'cohens-d',
  'risk-ratio',
]);

function givesEnough({ effect, massage, control, shows }: Outcome): boolean {
  if (shows === 'within-group') return false;
  const hasInterval =
    effect !== undefined &&
    COMPARES.has(effect.kind) &&
    [effect.value, effect.low, effect.high].every((number) => number !== undefined);
  const hasArms = [massage, control].every((arm) =>
    [arm?.n, arm?.mean, arm?.sd].every((number) => number !== undefined),
  );
  return hasInterval || hasArms;
}
