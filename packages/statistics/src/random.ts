import { normalQuantile } from './distributions.ts';

/** A stream of pseudo-random numbers; not for secrets. */
export interface RandomStream {
  /** Uniform on (0, 1), never 0 or 1. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /**
   * A whole number from 0 to below − 1, each equally likely.
   * @throws RangeError when below is less than 1
   */
  integer(below: number): number;
}

/**
 * The stream of a seed: xoshiro128** (Blackman & Vigna 2021), its state from the seed's UTF-16 by
 * FNV-1a and splitmix32. `uniform` and `integer` give the same numbers in every JavaScript engine, so that a stored seed
 * reproduces a drawn schedule.
 */
export function seededRandom(seed: string): RandomStream {
  let hash = 0x811c9dc5;
  for (let i = 0; i < seed.length; i += 1) {
    const unit = seed.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  const state = [0, 0, 0, 0].map(() => {
    hash = (hash + 0x9e3779b9) | 0;
    let z = hash ^ (hash >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  });
  let [a = 0, b = 0, c = 0, d = 0] = state;
  const rotate = (x: number, by: number) => (x << by) | (x >>> (32 - by));

  const bits = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
  const uniform = () => ((bits() >>> 6) * 2 ** 26 + (bits() >>> 6) + 0.5) / 2 ** 52;
  return {
    uniform,
    normal: () => normalQuantile(uniform()),
    integer(below) {
      if (!(below >= 1)) throw new RangeError(`no whole number is below ${below}`);
      const fair = 2 ** 32 - (2 ** 32 % below);
      for (;;) {
        const drawn = bits();
        if (drawn < fair) return drawn % below;
      }
    },
  };
}
