/** What a result of a test does not say. It stands in every report. */
import { UNBLINDED } from '../verdict/wording.ts';
import type { TestReport } from './report.ts';

/** Fewer schedules than this and the randomisation test cannot reach 1 in 20 on two sides. */
const FOR_ONE_IN_TWENTY = 40;

export function limitsOf({ design, sessions, reactions, fixed }: TestReport): readonly string[] {
  return [
    UNBLINDED[design.compares],
    'Nothing hid the order of the periods from the person or the therapist.',
    'It holds for this person, these weeks and this outcome, and says nothing of others.',
    'The model supposes a straight trend, even ups and downs, days missing by chance and an effect that comes and goes with the period. What lasts into the next period makes the difference look smaller.',
    ...(design.allowed < FOR_ONE_IN_TWENTY
      ? [`Of ${design.allowed} schedules the randomisation test cannot reach 1 in 20.`]
      : []),
    fixed.hash === undefined
      ? 'Nothing proves that the plan was fixed beforehand.'
      : 'The hash proves what was fixed, not when.',
    ...(sessions ? [] : ['Whether the sessions were given as planned is not known here.']),
    ...(reactions ? [] : ['Harms are not known here.']),
  ];
}
