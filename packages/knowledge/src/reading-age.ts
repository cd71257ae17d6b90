/** How hard a text is to read. For checks of what clients are shown. */

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

/** Names of one or several words ("giant cell arteritis"), looked up in a text in any case. */
export interface Names {
  has(words: string): boolean;
  readonly longest: number;
}

const keyOf = (words: readonly string[]): string =>
  words.join(' ').toLowerCase().replaceAll('’', "'");

export function namesFrom(all: Iterable<string>): Names {
  const keys = new Set<string>();
  let longest = 0;
  for (const name of all) {
    const words = wordsIn(name);
    keys.add(keyOf(words));
    longest = Math.max(longest, words.length);
  }
  return { has: (key) => keys.has(key), longest };
}

const NO_NAMES = namesFrom([]);

/** The words that are no part of a name, and how many names there are. */
function withoutNames(text: string, names: Names): { plain: string[]; named: number } {
  const words = wordsIn(text);
  const plain: string[] = [];
  let named = 0;
  for (let i = 0; i < words.length; ) {
    let length = Math.min(names.longest, words.length - i);
    while (length > 0 && !names.has(keyOf(words.slice(i, i + length)))) length--;
    if (length > 0) named++;
    else plain.push(words[i] ?? '');
    i += Math.max(1, length);
  }
  return { plain, named };
}

/**
 * The Flesch-Kincaid grade level: 0.39 words a sentence + 11.8 syllables a word - 15.59.
 *
 * Made for passages, so a text of a few words is not judged by it: see `longEnough`.
 *
 * @param names what a reader of this text knows already, above all what their illness and their
 *   medicines are called. A name is one word of its sentence, however many words it has, and its
 *   syllables do not count, neither for nor against the text.
 * @source Kincaid et al. (1975) Derivation of New Readability Formulas, Naval Technical Training, p. 14
 */
export function gradeOf(text: string, names: Names = NO_NAMES): number {
  const { plain, named } = withoutNames(text, names);
  const syllables = plain.reduce((sum, word) => sum + syllablesIn(word), 0);
  return (
    0.39 * ((plain.length + named) / Math.max(1, sentencesIn(text).length)) +
    11.8 * (syllables / Math.max(1, plain.length)) -
    15.59
  );
}

/** The least number of words for which a grade says something. */
export const longEnough = (text: string): boolean => wordsIn(text).length >= 8;

export const countWords = (text: string): number => wordsIn(text).length;
