import { expect, test } from 'vitest';
import { newId } from './context.ts';

test('ids that were made later sort later, also within a millisecond', () => {
  const ids = Array.from({ length: 5000 }, newId);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(5000);
});
