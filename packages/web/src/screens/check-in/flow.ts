/** Which question comes next. Pure: a step is found again from its id and the answers alone. */
import type { OpenQuestion } from '@assuage/safety';
import type { Draft } from './draft.ts';
import type { FollowUp } from './follow-ups.ts';

export type Step =
  | { readonly id: FixedStep }
  | { readonly id: string; readonly followUp: FollowUp };
export type FixedStep =
  | 'ill'
  | 'worse'
  | 'joint'
  | 'joint-where'
  | 'leg'
  | 'news'
  | 'pain'
  | 'pain-where'
  | 'check';

const followUpId = ({ kind, id }: Pick<OpenQuestion, 'kind' | 'id'>): string => `ask-${kind}-${id}`;

/** Every step that the answers so far call for, in order. */
export function stepsOf(draft: Draft, followUps: readonly FollowUp[]): Step[] {
  return [
    { id: 'ill' },
    { id: 'worse' },
    { id: 'joint' },
    ...(draft.joint === 'yes' ? [{ id: 'joint-where' } as const] : []),
    { id: 'leg' },
    { id: 'news' },
    { id: 'pain' },
    ...((draft.pain ?? 0) > 0 ? [{ id: 'pain-where' } as const] : []),
    ...followUps.map((followUp) => ({ id: followUpId(followUp.question), followUp })),
    { id: 'check' },
  ];
}

export function isAnswered(draft: Draft, step: Step): boolean {
  if ('followUp' in step) return step.followUp.answer !== undefined;
  switch (step.id) {
    case 'ill':
    case 'worse':
    case 'joint':
    case 'leg':
    case 'news':
    case 'pain':
      return draft[step.id] !== undefined;
    case 'joint-where':
    case 'pain-where':
      return draft.mapsDone.includes(step.id);
    case 'check':
      return false;
  }
}

/** The first step without an answer; at the end the check of all answers. */
export function nextStep(draft: Draft, steps: readonly Step[]): Step {
  return steps.find((step) => !isAnswered(draft, step)) ?? { id: 'check' };
}

/**
 * The step that an address means: the one that it names, as long as nothing before it is open. So a
 * reload stays where it was, and nobody skips a question by its address.
 */
export function stepAt(draft: Draft, steps: readonly Step[], id: string | undefined): Step {
  const next = nextStep(draft, steps);
  const wanted = steps.findIndex((step) => step.id === id);
  const furthest = steps.findIndex((step) => step.id === next.id);
  return steps[wanted >= 0 && wanted <= furthest ? wanted : furthest] ?? next;
}

export function stepBefore(steps: readonly Step[], step: Step): Step | undefined {
  return steps[steps.findIndex(({ id }) => id === step.id) - 1];
}
