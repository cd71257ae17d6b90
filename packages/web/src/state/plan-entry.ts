/** A plan as it is kept: what was shown, with the limits and the questions that were open. */
import type { Plan } from '@assuage/planning';
import type { Standing } from './derive.ts';
import { addDays } from './moment.ts';
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

const LATE_DAYS = 30;
/** Sessions of the last weeks that were started and never signed: the last plan of each such day, newest first. */
export function unsignedPlans(record: ClientRecord, today: string): KeptPlan[] {
  const signedDays = new Set(record.sessions.map(({ on }) => on.slice(0, 10)));
  const oldest = addDays(today, -LATE_DAYS);
  const byDay = new Map(record.plans.map((plan) => [plan.on.slice(0, 10), plan]));
  return [...byDay]
    .filter(([day]) => day < today && day >= oldest && !signedDays.has(day))
    .map(([, plan]) => plan)
    .reverse();
}

/** Answers have changed since: the limits that hold now are not those that the plan was made with. */
export function isOldPlan(kept: KeptPlan, { envelope }: Standing): boolean {
  const then = [...kept.envelope.limits].sort();
  const now = envelope.limits.map(({ compiled }) => compiled.id).sort();
  return kept.envelope.decision !== envelope.decision || then.join() !== now.join();
}
