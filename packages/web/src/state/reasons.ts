/** Reasons as the plan lists them, and the limits that were lifted today. */
import type { DECISIONS } from '@assuage/knowledge';
import {
  canLift,
  decisionRank,
  type Engine,
  evaluate,
  explain,
  isInForce,
  type Profile,
  type Reason,
} from '@assuage/safety';
import type { ClientRecord, Permission } from './record.ts';

/** The limits of one rule that rest on the same ground, told once. */
export interface ReasonGroup {
  readonly reason: Reason;
  readonly limits: readonly Reason[];
}

/** @param reasons most severe first; the groups keep that order */
export function groupReasons(reasons: readonly Reason[]): ReasonGroup[] {
  const groups = new Map<string, Reason[]>();
  for (const reason of reasons) {
    const key = [reason.rule, reason.sure, reason.basis, reason.release].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), reason]);
  }
  return [...groups.values()].flatMap((limits) => {
    const [first] = limits;
    if (!first) return [];
    const says = [...new Set(limits.map((reason) => reason.says))].join(' ');
    const sources = limits
      .flatMap((reason) => reason.sources)
      .filter(
        (source, i, all) =>
          all.findIndex((s) => s.id === source.id && s.locator === source.locator) === i,
      );
    return [{ reason: { ...first, says, sources }, limits }];
  });
}

/** What a therapist may go beyond, with a reason. Nothing while the session is stopped. */
export function departable(
  engine: Engine,
  limits: readonly Reason[],
  known: (typeof DECISIONS)[number],
): Reason[] {
  if (decisionRank(known) >= decisionRank('not-today')) return [];
  return limits.filter(({ limit, kind, always }) => {
    const compiled = engine.limit(limit);
    return !always && kind !== 'care' && compiled !== undefined && canLift('departure', compiled);
  });
}

export interface Lifted {
  readonly permission: Permission;
  /** What would hold without it. */
  readonly says: readonly string[];
}

/** The clearances and departures that count today and lift something, the newest last. */
export function liftedToday(
  engine: Engine,
  record: ClientRecord,
  profile: Profile,
  today: string,
): Lifted[] {
  const inForce = record.permissions.filter((permission) => isInForce(permission, today));
  if (inForce.length === 0) return [];
  const without = explain(engine, profile, evaluate(engine, profile, { today }));
  return inForce.flatMap((permission) => {
    const says = without
      .filter(({ limit }) => {
        const compiled = engine.limit(limit);
        return (
          permission.limits.includes(limit) &&
          compiled !== undefined &&
          canLift(permission.kind, compiled)
        );
      })
      .map((reason) => reason.says);
    return says.length > 0 ? [{ permission, says }] : [];
  });
}

/** What a clinician's clearance can lift, of what holds today. */
export const clearable = (engine: Engine, reasons: readonly Reason[]): Reason[] =>
  reasons.filter(({ limit, kind, always, stated }) => {
    const compiled = engine.limit(limit);
    return (
      stated &&
      !always &&
      kind !== 'care' &&
      compiled !== undefined &&
      canLift('clearance', compiled)
    );
  });
