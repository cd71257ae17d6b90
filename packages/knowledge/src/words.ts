/** Distance between words as typed, and the nearest known word to suggest. */

/** Optimal string alignment distance: insert, delete, replace, or swap two neighbours, cost 1 each. */
export function editDistance(a: string, b: string): number {
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + cost,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (older[j - 2] ?? 0) + 1);
      current.push(best);
    }
    older = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** Lower case, without accents and punctuation, single spaces: how words are compared. */
export const normalise = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The known words within `most` edits of `word` (a third of its length at most), nearest first. */
export function nearestWords(word: string, known: Iterable<string>, most = 2): string[] {
  const target = normalise(word);
  const limit = Math.min(most, Math.max(1, Math.floor(target.length / 3)));
  return [...new Set(known)]
    .filter((candidate) => Math.abs(normalise(candidate).length - target.length) <= limit)
    .map((candidate) => ({ candidate, distance: editDistance(target, normalise(candidate)) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || a.candidate.localeCompare(b.candidate))
    .map(({ candidate }) => candidate);
}
