/** "Did you mean" for ids of limits and rules. */
import { didYouMean, nearestWords, normalise } from '@assuage/knowledge';
import type { Engine } from '@assuage/safety';

export function nearestLimits(engine: Engine, text: string): string {
  const ids = engine.rules.flatMap(({ rule, limits }) => [rule.id, ...limits.map(({ id }) => id)]);
  const near = nearestWords(text, ids, 4);
  const typed = normalise(text);
  return didYouMean(
    near.length > 0 ? near : ids.filter((id) => typed !== '' && normalise(id).includes(typed)),
  );
}
