import { expect, test } from 'vitest';
import { refusalOf, sizeText } from './files.ts';

test.each([
  [840, '840 bytes'],
  [999, '999 bytes'],
  [1000, '1 KB'],
  [63_700, '64 KB'],
  [999_499, '999 KB'],
  [999_500, '1 MB'],
  [2_430_000, '2.4 MB'],
  [10_000_000, '10 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeText(bytes)).toBe(words);
});

test('a file that is empty or too large is not sent, and it is said why', () => {
  expect(refusalOf({ size: 0 })).toBe('This file is empty');
  expect(refusalOf({ size: 10_000_000 })).toBeUndefined();
  expect(refusalOf({ size: 10_000_001 })).toMatch(/^This file is larger than 10 MB\./);
});
