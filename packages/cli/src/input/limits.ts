/** Suggestions for ids of limits and rules. */
import { nearestWords, normalise } from '@assuage/knowledge';
import type { Engine } from '@assuage/safety';

export function nearestLimits(engine: Engine, text: string): string[] {
  return nearestWords(text, idsOf(engine), 4);
}

/** Ids that have the text somewhere in them. */
export function limitsWith(engine: Engine, text: string): string[] {
  const typed = normalise(text);
  return idsOf(engine).filter((id) => typed !== '' && normalise(id).includes(typed));
}

const idsOf = (engine: Engine): string[] =>
  engine.rules.flatMap(({ rule, limits }) => [rule.id, ...limits.map(({ id }) => id)]);
