import { type Answer, answer, refuse } from './answer.ts';
import { type Effect, usable } from './effect.ts';
import { type Coefficient, coefficientOf } from './model.ts';
import { sum } from './numbers.ts';

/**
 * What one site says of its effects at one τ², with weights w = 1/(v + τ²): the sums of w, wy, wy², w², w²y,
 * w²y² and w³. Asked often enough, exact sums give away single variances: they may only be sent under secure
 * addition, where nobody sees one site's.
 */
export interface SiteSums {
  readonly k: number;
  readonly w: number;
  readonly wy: number;
  readonly wyy: number;
  readonly w2: number;
  readonly w2y: number;
  readonly w2yy: number;
  readonly w3: number;
}

/** At the site: its sums at the τ² that is asked for. */
export function siteSums(effects: readonly Effect[], tau2: number): Answer<SiteSums> {
  const checked = usable(effects);
  if (!checked.ok) return checked;
  if (!(tau2 >= 0)) return refuse(`there is no spread of ${tau2}`);
  const over = (f: (w: number, y: number) => number): number =>
    sum(effects.map(({ yi, vi }) => f(1 / (vi + tau2), yi)));
  return answer({
    k: effects.length,
    w: over((w) => w),
    wy: over((w, y) => w * y),
    wyy: over((w, y) => w * y * y),
    w2: over((w) => w * w),
    w2y: over((w, y) => w * w * y),
    w2yy: over((w, y) => w * w * y * y),
    w3: over((w) => w * w * w),
  });
}

export function addSums(all: readonly SiteSums[]): SiteSums {
  const over = (f: (sums: SiteSums) => number): number => sum(all.map(f));
  return {
    k: over(({ k }) => k),
    w: over(({ w }) => w),
    wy: over(({ wy }) => wy),
    wyy: over(({ wyy }) => wyy),
    w2: over(({ w2 }) => w2),
    w2y: over(({ w2y }) => w2y),
    w2yy: over(({ w2yy }) => w2yy),
    w3: over(({ w3 }) => w3),
  };
}

export interface FederatedFit {
  readonly k: number;
  /** With the Hartung–Knapp interval (`knha`). */
  readonly pooled: Coefficient;
  readonly tau2: number;
  readonly q: number;
  /** How often all sites were asked. */
  readonly rounds: number;
}

const ROUNDS = 200;

/**
 * REML over sites that keep their effects: asks for the sum over all sites at one τ² after another, and comes to
 * what pooling all effects in one place gives.
 */
export function federatedReml(ask: (tau2: number) => SiteSums): Answer<FederatedFit> {
  const first = ask(0);
  if (first.k < 2) return refuse('one study cannot be pooled: there is nothing to pool it with');
  const q = first.wyy - first.wy ** 2 / first.w;
  let sums = first;
  let tau2 = 0;
  for (let rounds = 1; rounds <= ROUNDS; rounds += 1) {
    const { k, w, wy, wyy, w2, w2y, w2yy, w3 } = sums;
    const information = w2 - (2 * w3) / w + (w2 / w) ** 2;
    if (![k, w, wy, wyy, w2, w2y, w2yy, w3].every(Number.isFinite) || !(w > 0 && information > 0))
      return refuse('a site answered with sums that no studies have');
    const mean = wy / w;
    const score = w2yy - 2 * mean * w2y + mean ** 2 * w2 - w + w2 / w;
    const next = Math.max(0, tau2 + score / information);
    const moved = Math.abs(next - tau2);
    if (moved <= 1e-13 * tau2) {
      const se = Math.sqrt(Math.max(0, wyy - mean ** 2 * w) / (k - 1) / w);
      return answer({ k, pooled: coefficientOf('pooled', mean, se, k - 1), tau2, q, rounds });
    }
    tau2 = next;
    sums = ask(tau2);
  }
  return refuse('the spread between studies was not reached');
}

/** The four sums that a site sends once: of how many people, of their effects, squared effects and variances. */
export interface SiteSummary {
  readonly k: number;
  readonly sumY: number;
  readonly sumYY: number;
  readonly sumV: number;
}

/** A smaller site says too much about single people. */
export const FEWEST_PEOPLE = 5;

/** At the site: its four sums, rounded to four decimals; fewer than five effects are not summed. */
export function siteSummary(effects: readonly Effect[]): Answer<SiteSummary> {
  if (effects.length < FEWEST_PEOPLE)
    return refuse(`${effects.length} people are too few to be summed: ${FEWEST_PEOPLE} or more`);
  const checked = usable(effects);
  if (!checked.ok) return checked;
  const rounded = (values: number[]): number => Math.round(sum(values) * 1e4) / 1e4;
  return answer({
    k: effects.length,
    sumY: rounded(effects.map(({ yi }) => yi)),
    sumYY: rounded(effects.map(({ yi }) => yi * yi)),
    sumV: rounded(effects.map(({ vi }) => vi)),
  });
}

/**
 * One answer from every site and no second question: the plain mean with its t interval, and Hedges' estimate of
 * the spread. Loses a little precision, and tells nothing of a person beyond a mean and a spread.
 */
export function oneShot(
  sites: readonly SiteSummary[],
): Answer<{ readonly pooled: Coefficient; readonly tau2: number }> {
  const small = sites.findIndex(({ k }) => !(k >= FEWEST_PEOPLE));
  if (small >= 0)
    return refuse(`site ${small + 1} sums fewer than ${FEWEST_PEOPLE} people and cannot be used`);
  const k = sum(sites.map((site) => site.k));
  if (k === 0) return refuse('there is no site');
  const mean = sum(sites.map(({ sumY }) => sumY)) / k;
  const variance = Math.max(0, (sum(sites.map(({ sumYY }) => sumYY)) - k * mean ** 2) / (k - 1));
  const within = sum(sites.map(({ sumV }) => sumV)) / k;
  if (!Number.isFinite(mean) || !Number.isFinite(variance) || !Number.isFinite(within))
    return refuse('a site answered with something that is not a number');
  const pooled = coefficientOf('pooled', mean, Math.sqrt(variance / k), k - 1);
  return answer({ pooled, tau2: Math.max(0, variance - within) });
}
