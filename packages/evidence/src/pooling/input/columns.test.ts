import { expect, test } from 'vitest';
import { otherColumns } from './columns.ts';

test('what is not pooled itself may be a subgroup, and a moderator where it has only numbers', () => {
  const text = 'study;tpos;tneg;cpos;cneg;Weeks;dose\nA;1;2;3;4;2,5;long\nB;1;2;3;4;NA;short';
  expect(otherColumns(text)).toEqual({ words: ['study', 'Weeks', 'dose'], numbers: ['Weeks'] });
});

test('a column without a number, and a table that is none, offer nothing', () => {
  expect(otherColumns('yi,vi,empty\n1,1,').numbers).toEqual([]);
  expect(otherColumns('')).toEqual({ words: [], numbers: [] });
  expect(otherColumns('"yi')).toEqual({ words: [], numbers: [] });
});
