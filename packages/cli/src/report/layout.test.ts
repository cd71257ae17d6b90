import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, wordList } from './layout.ts';

test('a long text is folded, and its lines stand under its first word', () => {
  expect(fold('one two '.repeat(12).trim(), '  - ')).toBe(
    `  - ${'one two '.repeat(9).trim()} one\n    ${'two one '.repeat(2)}two`,
  );
});

test('no line is wider than 80 columns unless one word is', () => {
  const word = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => !/\s/u.test(text));
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const lines = fold(words.join(' '), '    ').split('\n');
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
      expect(lines.join(' ').split(/\s+/u).filter(Boolean)).toEqual(words);
    }),
  );
});

test('words in a sentence', () => {
  expect(wordList([])).toBe('');
  expect(wordList(['a'])).toBe('a');
  expect(wordList(['a', 'b', 'c'], 'or')).toBe('a, b or c');
});
