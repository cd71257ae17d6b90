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

export type Answer = 'yes' | 'no' | 'unknown';
export const truthOf = (answer: Answer): Truth =>
  answer === 'yes' ? YES : answer === 'no' ? NO : UNKNOWN;
export const answerOf = (truth: Truth): Answer =>
  truth === YES ? 'yes' : truth === NO ? 'no' : 'unknown';
