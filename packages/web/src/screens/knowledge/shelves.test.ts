import type { HandbookIndex, SubjectLink } from '@assuage/handbook';
import { expect, test } from 'vitest';
import { listsOf } from './shelves.ts';

const link = (kind: SubjectLink['kind'], id: string): SubjectLink => ({ kind, id, name: id });
const clot = link('finding', 'clot');
const index: HandbookIndex = {
  release: 'r1',
  groups: [
    { kind: 'condition', title: 'Illnesses', links: [link('condition', 'lupus')] },
    { kind: 'finding', title: 'Signs', links: [clot, link('finding', 'tired')] },
    { kind: 'technique', title: 'Techniques', links: [link('technique', 'swedish')] },
  ],
  redFlags: [clot],
  counts: { conditions: 1, medicines: 0, findings: 2, techniques: 1, rules: 0, sources: 0 },
};

test('the red flags come before the other findings, each told once', () => {
  expect(listsOf(index).map(({ links }) => links.map(({ id }) => id))).toEqual([
    ['lupus'],
    ['clot'],
    ['tired'],
    ['swedish'],
  ]);
});
