import { type Answer, answer, refuse } from './answer.ts';
import type { Effect } from './effect.ts';
import { type Fit, pool } from './model.ts';
import { at } from './numbers.ts';

/** How the number of missing studies is estimated: L0 by the sum of ranks, R0 by the longest run of them. */
export type Counter = 'L0' | 'R0';

export interface TrimAndFill {
  /** Where studies are supposed to be missing. */
  readonly side: 'left' | 'right';
  readonly missing: number;
  readonly missingSe: number;
  /** The mirror images that were put in, of the most extreme study last. */
  readonly filled: readonly Effect[];
  /** The fit with them. A "what if", never the result. */
  readonly fit: Fit;
}

const ROUNDS = 100;

/**
 * Duval and Tweedie's trim and fill (2000, Biometrics 56:455): what the result would be if the funnel were
 * asymmetric only because studies on one side were never published. Without a side, the one opposite to where small
 * studies lie. Every round is fitted with the estimator of the fit, to its last digit.
 */
export function trimAndFill(
  fit: Fit,
  counter: Counter,
  wanted?: 'left' | 'right',
): Answer<TrimAndFill> {
  if (fit.moderators.length > 0) return refuse('trim and fill has no meaning with moderators');
  const side = wanted ?? likelySide(fit);
  if (typeof side !== 'string') return side;
  const sign = side === 'right' ? -1 : 1;
  const sorted = fit.effects
    .map(({ yi, vi }) => ({ yi: sign * yi, vi }))
    .sort((a, b) => a.yi - b.yi);
  const k = sorted.length;
  let missing = 0;
  let missingSe = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = missing;
    const trimmed = centreOf(sorted.slice(0, k - missing), fit);
    if (!trimmed.ok) return trimmed;
    const centre = trimmed.value;
    ({ missing, missingSe } = counted(
      sorted.map(({ yi }) => yi - centre),
      counter,
    ));
    if (missing > k - 1) return refuse('more studies would be missing than there are');
    if (missing !== before) continue;
    const filled = sorted
      .slice(k - missing)
      .map(({ yi, vi }) => ({ yi: sign * (2 * centre - yi), vi }));
    const whole = pool([...fit.effects, ...filled], fit);
    return whole.ok ? answer({ side, missing, missingSe, filled, fit: whole.value }) : whole;
  }
  return refuse('the number of missing studies does not settle');
}

function likelySide(fit: Fit): 'left' | 'right' | { ok: false; why: string } {
  const values = fit.effects.map(({ vi }) => Math.sqrt(vi));
  const slope = pool(fit.effects, { ...fit, moderators: [{ name: 'standard error', values }] });
  if (!slope.ok) return slope;
  return (slope.value.coefficients[1]?.estimate ?? 0) < 0 ? 'right' : 'left';
}

/** The pooled effect of what is left; of one study, its own. */
function centreOf(effects: readonly Effect[], model: Fit): Answer<number> {
  const [only] = effects;
  if (only && effects.length === 1) return answer(only.yi);
  const fit = pool(effects, model);
  return fit.ok ? answer(fit.value.coefficients[0].estimate) : fit;
}

/** How many are missing, from the signed ranks of the distances to the centre. */
function counted(
  distances: readonly number[],
  counter: Counter,
): { missing: number; missingSe: number } {
  const k = distances.length;
  const order = distances.map((_, i) => i);
  order.sort((a, b) => Math.abs(at(distances, a)) - Math.abs(at(distances, b)) || a - b);
  const ranks = order.map((place, rank) => Math.sign(at(distances, place)) * (rank + 1));
  if (counter === 'R0') {
    const lastOnTheLeft = Math.max(0, ...ranks.filter((rank) => rank < 0).map((rank) => -rank));
    const raw = k - lastOnTheLeft - 1;
    return { missing: Math.max(0, raw), missingSe: Math.sqrt(2 * Math.max(0, raw) + 2) };
  }
  const positive = ranks.filter((rank) => rank > 0).reduce((all, rank) => all + rank, 0);
  const raw = (4 * positive - k * (k + 1)) / (2 * k - 1);
  const variance =
    (k * (k + 1) * (2 * k + 1) +
      10 * raw ** 3 +
      27 * raw ** 2 +
      17 * raw -
      18 * k * raw ** 2 -
      18 * k * raw +
      6 * k ** 2 * raw) /
    24;
  return {
    missing: Math.max(0, Math.round(raw)),
    missingSe: (4 * Math.sqrt(Math.max(0, variance))) / (2 * k - 1),
  };
}
