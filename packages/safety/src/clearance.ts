/** The only things that loosen: a clinician's clearance, and a therapist's recorded departure. */
import { type CompiledLimit, decisionRank } from './engine.ts';

/** A clinician's dated, expiring permission that lifts named limits. Dates are `YYYY-MM-DD`. */
export interface Clearance {
  readonly kind: 'clearance';
  readonly limits: readonly string[];
  readonly by: string;
  readonly from: string;
  /** The last day on which it counts. */
  readonly until: string;
}
/** A therapist's decision to go beyond named limits in one session, with the reason on record. */
export interface Departure {
  readonly kind: 'departure';
  readonly limits: readonly string[];
  readonly by: string;
  readonly reason: string;
  readonly on: string;
}
export type Permission = Clearance | Departure;

const NOT_TODAY = decisionRank('not-today');
const REFER_NOW = decisionRank('refer-now');

/** A clearance never lifts `refer-now`; a departure lifts nothing from `not-today` upwards. */
export function canLift(kind: Permission['kind'], limit: CompiledLimit): boolean {
  if (limit.kind !== 'decision') return true;
  return limit.amount < (kind === 'clearance' ? REFER_NOW : NOT_TODAY);
}

export const isInForce = (permission: Permission, today: string): boolean =>
  permission.kind === 'clearance'
    ? permission.from <= today && today <= permission.until
    : permission.on === today;
