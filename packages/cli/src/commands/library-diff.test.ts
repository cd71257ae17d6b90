import type { Library } from '@assuage/knowledge';
import { readKnowledge, readLibrary } from '@assuage/knowledge/node';
import { expect, test } from 'vitest';
import { compareShelves } from './library-diff.ts';

const read = readLibrary();
const scored = readKnowledge();
if (!read.ok || !scored.ok) throw new Error('the shipped knowledge has mistakes');
const { library } = read;
const { measures } = scored;
const shelves = { library, measures };

test('a changed verdict, a finding that is less sure, a lost study and a new measure are told', () => {
  const [study, ...studies] = library.studies;
  const now: Library = {
    ...library,
    studies,
    claims: library.claims.map((claim) =>
      claim.id === 'lowers-cortisol' ? { ...claim, verdict: 'mixed' } : claim,
    ),
    evidence: library.evidence.map((known) =>
      known.id === 'osteoarthritis'
        ? {
            ...known,
            findings: known.findings.map((finding, i) =>
              i === 0 ? { ...finding, certainty: 'low' } : finding,
            ),
          }
        : known,
    ),
  };
  const [first] = measures.measures;
  if (!first || !study) throw new Error('nothing to change');
  const more = { ...measures, measures: [...measures.measures, { ...first, id: 'zz-new' }] };
  expect(compareShelves(shelves, { library: now, measures: more })).toEqual({
    isWhole: true,
    changes: [
      { kind: 'study', id: study.id, change: 'removed', keys: [], says: [] },
      {
        kind: 'claim',
        id: 'lowers-cortisol',
        change: 'changed',
        keys: ['verdict'],
        says: ['contradicted, high → mixed, high'],
      },
      {
        kind: 'evidence',
        id: 'osteoarthritis',
        change: 'changed',
        keys: ['findings'],
        says: ['pain, stiffness and function together: helps, moderate → helps, low'],
      },
      { kind: 'measure', id: 'zz-new', change: 'added', keys: [], says: [] },
    ],
  });
});

test('a release whose studies cannot be read is still compared in its measures, and that is said', () => {
  expect(compareShelves({ library: undefined, measures }, shelves)).toEqual({
    isWhole: false,
    changes: [],
  });
});
