import { expect, test } from 'vitest';
import { groupLimits } from './limit-groups.ts';
import type { HandbookLimit } from './page.ts';

const source = {
  id: 'a-page',
  title: 'A page',
  publisher: 'Somebody',
  url: 'https://example.org/a',
  strength: 'guideline',
  locator: 'page 3',
} as const;
const limit = (id: string, basis: 'cited' | 'judgement', locator = 'page 3'): HandbookLimit => ({
  id,
  kind: 'heat',
  says: `${id}.`,
  basis,
  sure: basis === 'cited' ? 'expert' : 'guess',
  sources: [{ ...source, locator }],
});

test('limits from the same place in the same source are told together, in their order', () => {
  const groups = groupLimits([
    limit('no-heat', 'cited'),
    limit('no-elbow', 'cited', 'page 9'),
    limit('no-cold', 'cited'),
  ]);
  expect(groups.map(({ says }) => says)).toEqual([['no-heat.', 'no-cold.'], ['no-elbow.']]);
});

test('our judgement is never told together with what a source says', () => {
  const groups = groupLimits([limit('no-heat', 'cited'), limit('light', 'judgement')]);
  expect(groups.map(({ basis, says }) => [basis, says])).toEqual([
    ['cited', ['no-heat.']],
    ['judgement', ['light.']],
  ]);
});
