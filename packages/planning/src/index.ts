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
