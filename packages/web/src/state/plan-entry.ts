/** A plan as it is kept: what was shown, with the limits and the questions that were open. */
import type { Plan } from '@assuage/planning';
import type { Standing } from './derive.ts';
import type { BodyOf, ClientRecord } from './record.ts';

export function planBody(plan: Plan, { envelope, questions }: Standing): BodyOf<'plan'> {
  return {
    release: plan.release,
    plan: {
      ...plan,
      segments: plan.segments.map((segment) => ({ ...segment, places: [...segment.places] })),
    },
    envelope: {
      decision: envelope.decision,
      limits: envelope.limits.map(({ compiled }) => compiled.id),
      questions: questions.map(({ id }) => id),
    },
  };
}

export type KeptPlan = ClientRecord['plans'][number];

/** Today's plan as it was last kept. */
export const planOn = (record: ClientRecord, today: string): KeptPlan | undefined =>
  record.plans.findLast(({ on }) => on.slice(0, 10) === today);

/** Answers have changed since: the limits that hold now are not those that the plan was made with. */
export function isOldPlan(kept: KeptPlan, { envelope }: Standing): boolean {
  const then = [...kept.envelope.limits].sort();
  const now = envelope.limits.map(({ compiled }) => compiled.id).sort();
  return kept.envelope.decision !== envelope.decision || then.join() !== now.join();
}
