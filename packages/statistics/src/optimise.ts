/** Brent's methods (1973, "Algorithms for minimization without derivatives", chapters 4 and 5). */

const EPSILON = 2 ** -52;

/**
 * The x between low and high at which f changes sign, to the last digits a double holds.
 * @throws RangeError when f has the same sign at both ends.
 */
export function root(f: (x: number) => number, low: number, high: number): number {
  let [a, b, fa, fb] = [low, high, f(low), f(high)];
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!(fa * fb < 0)) throw new RangeError(`no change of sign between ${low} and ${high}`);
  let [c, fc, step, last] = [a, fa, b - a, b - a];
  for (;;) {
    if (fb > 0 === fc > 0) [c, fc, step, last] = [a, fa, b - a, b - a];
    if (Math.abs(fc) < Math.abs(fb)) [a, b, c, fa, fb, fc] = [b, c, b, fb, fc, fb];
    const tolerance = 2 * EPSILON * Math.abs(b);
    const half = (c - b) / 2;
    if (Math.abs(half) <= tolerance || fb === 0) return b;
    const interpolated = interpolation(a, b, c, fa, fb, fc);
    if (
      Math.abs(last) >= tolerance &&
      Math.abs(fa) > Math.abs(fb) &&
      Math.abs(interpolated) < Math.min(1.5 * Math.abs(half), Math.abs(last) / 2) &&
      interpolated * half > 0
    )
      [last, step] = [step, interpolated];
    else [last, step] = [half, half];
    [a, fa] = [b, fb];
    b +=
      Math.abs(step) > tolerance ? step : Math.sign(half) * Math.max(tolerance, Number.MIN_VALUE);
    fb = f(b);
  }
}

/** The step from b to the root of the line or inverse parabola through the points. */
function interpolation(
  a: number,
  b: number,
  c: number,
  fa: number,
  fb: number,
  fc: number,
): number {
  const s = fb / fa;
  if (a === c) return ((c - b) * s) / (s - 1);
  const q = fa / fc;
  const r = fb / fc;
  return (s * ((c - b) * q * (q - r) - (b - a) * (r - 1))) / -((q - 1) * (r - 1) * (s - 1));
}

/** Where a function with one minimum between low and high has it, and the value there. */
export function minimum(
  f: (x: number) => number,
  low: number,
  high: number,
): { x: number; value: number } {
  const golden = (3 - Math.sqrt(5)) / 2;
  let [a, b] = [low, high];
  let x = a + golden * (b - a);
  let [w, v] = [x, x];
  let fx = f(x);
  let [fw, fv] = [fx, fx];
  let [step, last] = [0, 0];
  for (let round = 0; round < 500; round += 1) {
    const middle = (a + b) / 2;
    const tolerance = Math.sqrt(EPSILON) * Math.abs(x) * 0.5 + 1e-11;
    if (Math.abs(x - middle) <= 2 * tolerance - (b - a) / 2) break;
    const r = (x - w) * (fx - fv);
    const q = (x - v) * (fx - fw);
    const p = (x - v) * q - (x - w) * r;
    const denominator = 2 * (q - r);
    const parabolic = -p / denominator;
    const inside = x + parabolic > a + 2 * tolerance && x + parabolic < b - 2 * tolerance;
    if (denominator !== 0 && Math.abs(parabolic) < Math.abs(last) / 2 && inside)
      [last, step] = [step, parabolic];
    else {
      last = x < middle ? b - x : a - x;
      step = golden * last;
    }
    const u = x + (Math.abs(step) >= tolerance ? step : Math.sign(step || 1) * tolerance);
    const fu = f(u);
    if (fu <= fx) {
      if (u < x) b = x;
      else a = x;
      [v, fv, w, fw, x, fx] = [w, fw, x, fx, u, fu];
    } else {
      if (u < x) a = u;
      else b = u;
      if (fu <= fw || w === x) [v, fv, w, fw] = [w, fw, u, fu];
      else if (fu <= fv || v === x || v === w) [v, fv] = [u, fu];
    }
  }
  return { x, value: fx };
}
