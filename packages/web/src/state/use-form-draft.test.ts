import { expect, test } from 'vitest';
import { likeEmpty } from './use-form-draft.ts';

const EMPTY = { what: 'massage', places: [] as readonly string[], until: { day: '', month: '' } };

test('a form goes on where it was left', () => {
  const kept = { what: 'photos', places: ['chest-right'], until: { day: '1', month: '3' } };
  expect(likeEmpty(EMPTY, kept)).toEqual(kept);
});

test('what has another shape is left behind, field by field', () => {
  expect(likeEmpty(EMPTY, null)).toEqual(EMPTY);
  expect(likeEmpty(EMPTY, { what: 3, places: ['a', 1], until: 'now', more: 'x' })).toEqual({
    ...EMPTY,
    places: ['a'],
  });
});
