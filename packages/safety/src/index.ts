export { analyse, type Coverage, coverageOf, type Mistake } from './analysis.ts';
export type { Aspect, NotShown } from './case-coverage.ts';
export { type CaseReport, checkCases } from './cases.ts';
export { type CitedSource, createCiter, type Sure, sureOf } from './cite.ts';
export * from './clearance.ts';
export { describeAtom, describeLimit, describeRuleLimit, listWords } from './describe.ts';
export * from './engine.ts';
export * from './envelope.ts';
export {
  comparisonOf,
  type Direction,
  describeEnvelopeChange,
  type EnvelopeChange,
} from './envelope-diff.ts';
export { evaluate, type Moment, type State, stateOf } from './evaluate.ts';
export { explain, type Reason, type ReasonFact } from './explain.ts';
export * from './profile.ts';
export { type OpenQuestion, openQuestions } from './questions.ts';
export { type Refusal, withRefusals } from './refusal.ts';
export { compareReleases, type ReleaseDiff, type RuleChange } from './release-diff.ts';
export { MUTANT_KINDS, type MutationScore, mutateRules } from './rule-mutants.ts';
export { inventProfiles, type Simulation, simulate } from './simulate.ts';
export * from './truth.ts';
