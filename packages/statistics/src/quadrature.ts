/** Points and weights: the integral of f is about Σ weight · f(node). */
export interface Quadrature {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

/**
 * Gauss–Legendre quadrature with n points on [from, to], exact for polynomials up to degree 2n − 1. The
 * nodes are the zeros of the Legendre polynomial, by Newton's method from Tricomi's approximation.
 */
export function gaussLegendre(n: number, from: number, to: number): Quadrature {
  const nodes: number[] = [];
  const weights: number[] = [];
  const half = (to - from) / 2;
  const middle = (from + to) / 2;
  for (let i = n; i >= 1; i -= 1) {
    let x = Math.cos((Math.PI * (i - 0.25)) / (n + 0.5));
    let slope = 0;
    for (let round = 0; round < 100; round += 1) {
      let current = 1;
      let previous = 0;
      for (let j = 0; j < n; j += 1)
        [current, previous] = [((2 * j + 1) * x * current - j * previous) / (j + 1), current];
      slope = (n * (x * current - previous)) / (x * x - 1);
      const step = current / slope;
      x -= step;
      if (Math.abs(step) <= 1e-15) break;
    }
    nodes.push(middle + half * x);
    weights.push((2 * half) / ((1 - x * x) * slope * slope));
  }
  return { nodes, weights };
}
