/** The places of a limit, in words. */
import type { AtItem } from '@assuage/knowledge';
import type { Engine } from '@assuage/safety';

export const describeAt = (engine: Engine, at: readonly AtItem[]): string =>
  at
    .map((item) => {
      if (typeof item === 'string') return engine.body.label(item);
      if ('of' in item) return `where "${engine.fact(item.of)?.name}" is`;
      if ('beyond' in item)
        return `further from the trunk on the same limb than "${engine.fact(item.beyond)?.name}" is`;
      return `around where "${engine.fact(item.around)?.name}" is`;
    })
    .join('; ');
