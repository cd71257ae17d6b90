/** How hard a text is to read. For tests of what clients are shown. */

const wordsIn = (text: string): string[] =>
  text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];

export const sentencesIn = (text: string): string[] =>
  text.split(/(?<=[.?!:])\s+/).filter((sentence) => wordsIn(sentence).length > 0);

/** Groups of vowels, less a silent e at the end; a number is read as one short word. */
function syllablesIn(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length <= 3) return 1;
  const spoken = letters
    .replace(/(?:[^laeiouy]es|[^tdaeiouy]ed|[^laeiouy]e)$/, (end) => end.charAt(0))
    .replace(/^y/, '');
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}

/**
 * The Flesch-Kincaid grade level: 0.39 words a sentence + 11.8 syllables a word - 15.59.
 *
 * Made for passages, so a text of a few words is not judged by it: see `longEnough`.
 *
 * @source Kincaid et al. (1975) Derivation of New Readability Formulas, Naval Technical Training, p. 14
 */
export function gradeOf(text: string): number {
  const words = wordsIn(text);
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return (
    0.39 * (words.length / Math.max(1, sentencesIn(text).length)) +
    11.8 * (syllables / words.length) -
    15.59
  );
}

/** The least number of words for which a grade says something. */
export const longEnough = (text: string): boolean => wordsIn(text).length >= 8;

export const countWords = (text: string): number => wordsIn(text).length;
