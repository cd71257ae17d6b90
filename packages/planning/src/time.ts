/** Sharing whole minutes out. */

export const LEAST_MINUTES = 3;
/** Longer on one place tires it, whoever the client is. */
const MOST_MINUTES = 15;
/** One piece of work for about so many minutes: fewer, longer pieces are calmer than many short ones. */
const MINUTES_A_PIECE = 7;

export interface Claim {
  readonly weight: number;
  /** The most minutes that the places allow. */
  readonly cap: number;
  /** Gets time before everything else: it hurts there. */
  readonly first: boolean;
}

/**
 * Shares minutes among claims by weight: at least 3 and at most 15 each, and never more than the places
 * allow. The first claims get time; others join them until the minutes are used.
 *
 * @param claims in order: those that come first, then the others, the greatest first
 * @returns the minutes of each claim, in the same order; 0 for those left out
 */
export function shareMinutes(minutes: number, claims: readonly Claim[]): number[] {
  const shares = claims.map(() => 0);
  const possible = claims.flatMap(({ cap }, i) => (cap >= LEAST_MINUTES ? [i] : []));
  const wanted = Math.max(
    Math.round(minutes / MINUTES_A_PIECE),
    possible.filter((i) => claims[i]?.first).length,
    1,
  );
  let left = minutes;
  let joined = 0;
  const room = (i: number) => Math.min(claims[i]?.cap ?? 0, MOST_MINUTES) - (shares[i] ?? 0);
  const join = () => {
    const next = possible[joined];
    if (next === undefined || left < LEAST_MINUTES) return false;
    shares[next] = LEAST_MINUTES;
    left -= LEAST_MINUTES;
    joined += 1;
    return true;
  };
  while (joined < wanted && join());
  while (left > 0) {
    const open = possible.slice(0, joined).filter((i) => room(i) > 0);
    // The next minute goes to the greatest claim per minute given (D'Hondt's method).
    const claimOf = (i: number) => (claims[i]?.weight ?? 0) / (shares[i] ?? 1);
    const next = open.reduce<number | undefined>(
      (best, i) => (best === undefined || claimOf(i) > claimOf(best) ? i : best),
      undefined,
    );
    if (next === undefined) {
      if (!join()) break;
      continue;
    }
    shares[next] = (shares[next] ?? 0) + 1;
    left -= 1;
  }
  return shares;
}
