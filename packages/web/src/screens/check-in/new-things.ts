/** What can be new since the last session: each is a fact under `something-new`. */
export const NEW_THINGS = [
  'new-numbness-or-weakness',
  'new-sight-change',
  'recent-fall-or-injury',
  'recent-operation',
  'new-medicine',
  'new-skin-problem',
  'pregnancy-possible',
] as const;
export type NewThing = (typeof NEW_THINGS)[number];
