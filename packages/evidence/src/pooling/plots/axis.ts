import type { Scale } from '../scale.ts';

export interface Tick {
  /** Where, on the scale that effects are pooled on. */
  readonly at: number;
  readonly label: string;
}

/** About five round numbers between two: 1, 2 or 5 times a power of ten apart. */
export function roundNumbers(low: number, high: number): number[] {
  const rough = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const value = (first + i) * step;
    return Number(value.toPrecision(12));
  });
}

/** The ticks of an axis, at numbers that are round where people read them. */
export function ticksFor(scale: Scale, low: number, high: number): Tick[] {
  const [from, to] = [scale.shown(low), scale.shown(high)];
  // Ratios beyond what a number holds have no round ones among them.
  if (!Number.isFinite(to) || (scale.none === 1 && !(from > 0))) return [];
  const values = scale.none === 1 && to / from > 4 ? roundRatios(from, to) : roundNumbers(from, to);
  return values
    .map((value) => ({ at: scale.pooled(value), label: String(value).replace('-', '−') }))
    .filter(({ at }) => at >= low - 1e-9 && at <= high + 1e-9);
}

/** 1, 2 and 5 times powers of ten; over a wide range powers of ten alone, as few as still read well. */
function roundRatios(from: number, to: number): number[] {
  const [first, last] = [Math.floor(Math.log10(from)), Math.ceil(Math.log10(to))];
  const apart = Math.max(1, Math.ceil((last - first) / 6));
  const factors = to / from <= 1000 ? [1, 2, 5] : [1];
  const powers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return powers
    .filter((power) => power % apart === 0)
    .flatMap((power) => factors.map((factor) => Number((factor * 10 ** power).toPrecision(12))));
}
