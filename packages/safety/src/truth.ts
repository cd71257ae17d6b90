/**
 * Kleene's strong three-valued logic, ordered no < unknown < yes, so that "and" is the least and
 * "or" the greatest. Kleene (1952), Introduction to Metamathematics, § 64.
 */
export const NO = 0;
export const UNKNOWN = 1;
export const YES = 2;
export type Truth = typeof NO | typeof UNKNOWN | typeof YES;

export const and = (a: Truth, b: Truth): Truth => (a < b ? a : b);
export const or = (a: Truth, b: Truth): Truth => (a > b ? a : b);
/** Not used by rules, which have no "not"; questions asked the other way round are turned with it. */
export const not = (a: Truth): Truth => (2 - a) as Truth;

export type Answer = 'yes' | 'no' | 'unknown';
export const truthOf = (answer: Answer): Truth =>
  answer === 'yes' ? YES : answer === 'no' ? NO : UNKNOWN;
export const answerOf = (truth: Truth): Answer =>
  truth === YES ? 'yes' : truth === NO ? 'no' : 'unknown';
