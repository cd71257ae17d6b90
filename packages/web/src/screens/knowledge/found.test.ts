import { createSearch, factsOf } from '@assuage/knowledge';
import { readKnowledge } from '@assuage/knowledge/node';
import { expect, test } from 'vitest';
import { linksFor, linksNear } from './found.ts';

const loaded = readKnowledge();
if (!loaded.ok) throw new Error('the knowledge cannot be read');
const { knowledge } = loaded;
const search = createSearch(knowledge);
const nameOf = (id: string): string =>
  factsOf(knowledge).find((fact) => fact.id === id)?.name ?? id;
const labels = (typed: string): string[] =>
  linksFor(search, nameOf, typed).map(({ label }) => label);

test('a slip leads to the illness that was meant', () => {
  expect(linksFor(search, nameOf, 'rheumatoid artritis')[0]).toEqual({
    id: 'rheumatoid-arthritis',
    label: 'Rheumatoid arthritis',
  });
});

test('a brand name says which medicine it is', () => {
  expect(labels('humira')[0]).toBe('Humira (TNF inhibitors)');
});

test('one page is offered once, and never more than eight', () => {
  const ids = linksFor(search, nameOf, 'a').map(({ id }) => id);
  expect(ids).toHaveLength(8);
  expect(new Set(ids).size).toBe(8);
});

test('a place of the body is no page', () => {
  expect(labels('left knee')).toEqual([]);
});

test('an address that leads nowhere offers what is near', () => {
  expect(linksNear(search, nameOf, 'rheumatoid-artritis')[0]?.id).toBe('rheumatoid-arthritis');
  expect(linksNear(search, nameOf, 'xqzvwk')).toEqual([]);
});
