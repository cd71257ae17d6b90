/** The gamma function's relatives, from one series: Stirling's error. */

const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * δ(x) = ln Γ(x) − [(x − ½) ln x − x + ½ ln 2π] for x > 0 (Abramowitz & Stegun 6.1.41). Below 12, where
 * the series is too short, by δ(x) = δ(x + 1) + (x + ½) ln(1 + 1/x) − 1.
 */
export function stirlingError(x: number): number {
  let shift = 0;
  let at = x;
  while (at < 12) {
    shift += (at + 0.5) * Math.log1p(1 / at) - 1;
    at += 1;
  }
  const r = 1 / (at * at);
  const series =
    1 / 12 -
    r *
      (1 / 360 -
        r * (1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - r * (691 / 360360 - r * (1 / 156))))));
  return shift + series / at;
}

/** The natural logarithm of Γ(x), for x > 0; NaN elsewhere. */
export function lgamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  if (Math.abs(x - 1) < 0.25) return lgammaNearTwo(x - 1) - Math.log(x);
  if (Math.abs(x - 2) < 0.25) return lgammaNearTwo(x - 2);
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingError(x);
}

/** ln Γ(2 + z), which is 0 at z = 0: as the distance from there, or its digits would cancel. */
function lgammaNearTwo(z: number): number {
  const n = 12;
  let sum = (n - 0.5) * Math.log1p(z / n) + z * Math.log(n + z) - z;
  sum += stirlingError(n + z) - stirlingError(n);
  for (let j = 2; j < n; j += 1) sum -= Math.log1p(z / j);
  return sum;
}

/** The derivative of ln Γ at x > 0 (Abramowitz & Stegun 6.3.5 and 6.3.18); NaN elsewhere. */
export function digamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  let shift = 0;
  let at = x;
  while (at < 12) {
    shift -= 1 / at;
    at += 1;
  }
  const r = 1 / (at * at);
  const series =
    r *
    (1 / 12 -
      r * (1 / 120 - r * (1 / 252 - r * (1 / 240 - r * (1 / 132 - r * (691 / 32760 - r / 12))))));
  return shift + Math.log(at) - 0.5 / at - series;
}

/**
 * Hedges' exact small-sample correction J(m) = Γ(m/2) / (√(m/2) Γ((m − 1)/2)) with m degrees of freedom
 * (Hedges 1981). 0 at m = 1; NaN below.
 */
export function hedgesJ(m: number): number {
  if (!(m >= 1)) return Number.NaN;
  if (m === 1) return 0;
  const x = m / 2;
  const y = x - 0.5;
  return Math.exp(-(x - 1) * Math.log1p(-0.5 / x) - 0.5 + stirlingError(x) - stirlingError(y));
}
