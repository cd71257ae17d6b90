export { checkMeasureCases, type MeasureCaseReport } from './measures/cases.ts';
export {
  type Change,
  type ChangeResult,
  changeOf,
  type NoiseReading,
  type ThresholdReading,
} from './measures/change.ts';
export { type Asked, asksFor, type Choice, dueMeasures } from './measures/due.ts';
export {
  type Answers,
  type BandReading,
  type NoScore,
  type Score,
  type ScoreResult,
  score,
} from './measures/score.ts';
export type { Series } from './verdict/autoregression.ts';
export { type Posterior, type Prior, posteriorOf } from './verdict/bayes.ts';
export { type Effect, type Estimate, estimate } from './verdict/reml.ts';
