import { expect, test } from 'vitest';
import { body } from '../testing/body.ts';
import { cleared, leveled, type Mark, toggled, toggledAll, undone } from './marks.ts';

const pain = (place: string, level: 1 | 2 | 3 = 2): Mark => ({ kind: 'pain', place, level });

test('a tap marks a place and says so', () => {
  const start = [pain('knee-front-right'), pain('knee-back-right')];
  expect(toggled(body, start, pain('calf-right'))).toEqual({
    marks: [...start, pain('calf-right')],
    says: 'Right calf added. 3 places marked.',
  });
});

test('a second tap takes it back', () => {
  const once = toggled(body, [], pain('calf-right'));
  expect(toggled(body, once.marks, pain('calf-right'))).toEqual({
    marks: [],
    says: 'Right calf removed. No places marked.',
  });
});

test('a set marks what is missing and keeps the levels that are there', () => {
  const start = [pain('calf-right', 3)];
  const both = [pain('calf-right'), pain('calf-left')];
  expect(toggledAll('Both calves', start, both)).toEqual({
    marks: [pain('calf-right', 3), pain('calf-left')],
    says: 'Both calves added. 2 places marked.',
  });
});

test('a set that is marked already is taken back', () => {
  const both = [pain('calf-right', 3), pain('calf-left')];
  expect(toggledAll('Both calves', [...both, pain('palm-left')], both).marks).toEqual([
    pain('palm-left'),
  ]);
});

test('a level is set for one place', () => {
  const start = [pain('calf-right'), pain('calf-left')];
  expect(leveled(body, start, 'calf-left', 3)).toEqual({
    marks: [pain('calf-right'), pain('calf-left', 3)],
    says: 'Left calf: severe.',
  });
});

test('clearing and undoing say how many places are left', () => {
  expect(cleared()).toEqual({ marks: [], says: 'No places marked.' });
  expect(undone([pain('calf-right')])?.says).toBe('Undone. 1 place marked.');
  expect(undone(undefined)).toBeUndefined();
});
