/** Whole numbers that add up to a whole, by the largest remainder; equal remainders go to the first. */
export function wholeShares(shares: readonly number[], whole: number): readonly number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const exact = shares.map((share) => (share / total) * whole);
  const floors = exact.map(Math.floor);
  const rest = whole - floors.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact
    .map((share, i) => ({ i, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of byRemainder.slice(0, rest)) floors[i] = (floors[i] ?? 0) + 1;
  return floors;
}
