export { makePlan } from './make-plan.ts';
export type {
  Advice,
  Alongside,
  PainLevel,
  PainMark,
  Plan,
  PlanInput,
  Segment,
  Substitution,
  Why,
} from './plan.ts';
