export * from './body.ts';
export { CERTAINTIES } from './fields.ts';
export {
  type ParsedFile,
  type ParseResult,
  type Path,
  parseFile,
  type SourceText,
} from './file.ts';
export { didYouMean, formatIssue, type Issue } from './issues.ts';
export { factsOf, type Knowledge, rulesOf } from './knowledge.ts';
export type { Library } from './library/library.ts';
export { type LibraryResult, loadLibrary, readPastLibrary } from './library/load.ts';
export type {
  Claim,
  Evidence,
  Outcome,
  Study,
  StudyEffect,
  UnreadStudy,
} from './library/study.ts';
export { COMPARATORS, DOMAINS } from './library/study.ts';
export { type LoadResult, loadKnowledge } from './load.ts';
export { type Answers, answerProblems } from './measures/answers.ts';
export {
  concerns,
  directionOf,
  type Measures,
  pointRange,
  pointsOf,
  responseOf,
  scalesOf,
} from './measures/measures.ts';
export {
  type Direction,
  type Measure,
  type MeasureAsk,
  type MeasureBands,
  MeasureCases,
  type MeasureItem,
  type MeasureNoise,
  type MeasureResponse,
  type MeasureScale,
  type MeasureSets,
  type MeasureThreshold,
} from './measures/schema.ts';
export type { NamedMedicine } from './medicine-names.ts';
export { countWords, gradeOf, longEnough, sentencesIn } from './reading-age.ts';
export {
  createSearch,
  describeMatch,
  type Found,
  type Match,
  type Search,
  type SearchKind,
} from './search.ts';
export * from './subjects.ts';
export { type Atom, atomKey, factsIn, type Term, termsOf } from './when.ts';
export { editDistance, nearestWords, normalise } from './words.ts';
