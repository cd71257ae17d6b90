import { expect, test } from 'vitest';
import { countWords, gradeOf, namesFrom, sentencesIn } from './reading-age.ts';

test('the opening of the Gettysburg Address is far above grade 6', () => {
  // 30 words, 1 sentence, 47 syllables by hand: 0.39·30 + 11.8·47/30 − 15.59 = 14.6
  const text =
    'Four score and seven years ago our fathers brought forth on this continent, a new nation, conceived in Liberty, and dedicated to the proposition that all men are created equal.';
  expect(countWords(text)).toBe(30);
  expect(gradeOf(text)).toBeGreaterThan(11);
});

test('words of one syllable in short sentences are grade 0 or below', () => {
  // 6 words and 6 syllables a sentence: 0.39·6 + 11.8·1 − 15.59 = −1.45
  expect(gradeOf('The cat sat on the mat. The dog sat by the door.')).toBeCloseTo(-1.45, 1);
});

test('sentences end at a full stop, a question mark or a colon', () => {
  expect(sentencesIn('Call now: 911. Are you ill? Yes.')).toHaveLength(4);
});

test('the name of an illness is one word of its sentence, and its syllables do not count', () => {
  const names = namesFrom(['Giant cell arteritis', "Crohn's disease"]);
  // 5 words in the sentence, 4 of them plain with 4 syllables: 0.39·5 + 11.8·1 − 15.59 = −1.84
  expect(gradeOf('You have giant cell arteritis now, friend.', names)).toBeCloseTo(
    gradeOf('You have it now, friend.'),
    10,
  );
  expect(gradeOf('Crohn’s disease is not rare here.', names)).toBeCloseTo(-1.84, 2);
});
