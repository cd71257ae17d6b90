/** The limits of a rule that rest on the same ground, told once. Pure. */
import type { HandbookLimit } from './page.ts';

export interface LimitGroup extends Pick<HandbookLimit, 'basis' | 'sure' | 'sources'> {
  readonly id: string;
  readonly says: readonly string[];
}

/** @param limits in the order of the file; the groups keep it */
export function groupLimits(limits: readonly HandbookLimit[]): LimitGroup[] {
  const groups = new Map<string, LimitGroup>();
  for (const { id, says, basis, sure, sources } of limits) {
    const ground = JSON.stringify([
      basis,
      sources.map((source) => [source.id, source.locator, source.says]),
    ]);
    const group = groups.get(ground);
    groups.set(
      ground,
      group
        ? { ...group, says: [...group.says, says] }
        : { id, says: [says], basis, sure, sources },
    );
  }
  return [...groups.values()];
}
