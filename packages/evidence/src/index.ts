export type { Answer } from './pooling/answer.ts';
export type { Effect } from './pooling/effect.ts';
export {
  type Interval,
  type PredictionConvention,
  predictionInterval,
  type SpreadInterval,
  spreadInterval,
} from './pooling/intervals.ts';
export {
  type Coefficient,
  type Fit,
  type Heterogeneity,
  type Model,
  type Moderator,
  pool,
  RECOMMENDED,
  type Test,
} from './pooling/model.ts';
export { METHODS, type Method } from './pooling/tau2.ts';
