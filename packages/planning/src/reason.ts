import type { FiredLimit } from '@assuage/safety';

/** Why, from the one limit that tells most: what was stated goes before what is only not ruled out. */
export function reasonIn(limits: readonly FiredLimit[]): string | undefined {
  const limit = limits.find(({ stated }) => stated) ?? limits[0];
  if (!limit) return undefined;
  const { because } = limit.compiled.rule.rule;
  return limit.stated ? because : `${because} (Not answered yet, so counted as yes.)`;
}
