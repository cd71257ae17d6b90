export type { Series } from './verdict/autoregression.ts';
export { type Posterior, type Prior, posteriorOf } from './verdict/bayes.ts';
export { type Effect, type Estimate, estimate } from './verdict/reml.ts';
