/** A clinician's "no": from its first day on, what was allowed before no longer counts. */
import type { Permission } from './clearance.ts';

/** Dates are `YYYY-MM-DD`. */
export interface Refusal {
  /** Left out: massage as a whole, so every limit. */
  readonly limits?: readonly string[];
  readonly from: string;
  /** The last day on which it is shown. What it ended stays ended. */
  readonly until: string;
}

const DAY_MS = 86_400_000;
const dayBefore = (date: string): string =>
  new Date(Date.parse(date) - DAY_MS).toISOString().slice(0, 10);

/**
 * The permissions as they count after the refusals: a clearance that is not newer than a refusal of
 * the same limits ends on the day before it, for these limits. Never loosens, and changes nothing the
 * second time. A newer clearance counts again.
 */
export function withRefusals<P extends Permission>(
  permissions: readonly P[],
  refusals: readonly Refusal[],
): P[] {
  return permissions.flatMap((permission): P[] => {
    if (permission.kind !== 'clearance') return [permission];
    const { from, until } = permission;
    const limitsByEnd = new Map<string, string[]>();
    for (const limit of permission.limits) {
      const [refused] = refusals
        .filter(({ limits }) => limits === undefined || limits.includes(limit))
        .map((refusal) => refusal.from)
        .filter((start) => start >= from && start <= until)
        .sort();
      const end = refused === undefined ? until : dayBefore(refused);
      limitsByEnd.set(end, [...(limitsByEnd.get(end) ?? []), limit]);
    }
    return [...limitsByEnd]
      .filter(([end]) => end >= from)
      .map(([end, limits]) => ({ ...permission, limits, until: end }));
  });
}
