import { readPapers } from '@assuage/evidence';
import { describe, expect, test } from 'vitest';
import { batchOf, foldReview, type ReviewBody, type ReviewStep, withSteps } from './review.ts';

let count = 0;
const step = (account: string, body: ReviewBody): ReviewStep => ({
  id: String(count++).padStart(3, '0'),
  account,
  by: account,
  at: '2026-03-01T09:00:00.000Z',
  body,
});
const paper = (pmid: string, title = `Massage of hands, trial ${pmid}`) => ({
  title,
  authors: [],
  types: [],
  pmid,
});
const search = (on: string, papers: ReturnType<typeof paper>[], duplicates = 0): ReviewBody => ({
  kind: 'search',
  where: 'PubMed',
  query: '',
  on,
  papers,
  duplicates,
  unreadable: 0,
});
const word = (decision: 'in' | 'maybe' | 'out', more: object = {}): ReviewBody => ({
  kind: 'screening',
  paper: 'PMID 1',
  stage: 'title',
  decision,
  ...more,
});
const fold = (steps: ReviewStep[], waiting: Parameters<typeof foldReview>[0]['waiting'] = []) =>
  foldReview({ me: 'jo', steps, waiting });
const first = (steps: ReviewStep[]) => fold(steps).candidates[0];
const FOUND = step('jo', search('2026-02-01', [paper('1')]));

describe('a review', () => {
  test('has a paper once that two people brought at the same moment, and counts it as found twice', () => {
    const { candidates, flow, lastSearched } = fold([
      step('jo', search('2026-02-01', [paper('1'), paper('2')], 3)),
      step('kim', search('2026-01-15', [paper('2')])),
    ]);
    expect(candidates.map(({ name }) => name)).toEqual(['PMID 1', 'PMID 2']);
    // 2 papers, 3 left out before, and 1 that both brought
    expect(flow).toMatchObject({ identified: 6, duplicates: 4, screened: 2 });
    expect(lastSearched).toBe('2026-02-01');
  });

  test('takes the newest word of a reader, and "perhaps" leads to the full text', () => {
    const steps = [FOUND, step('jo', word('out')), step('jo', word('maybe'))];
    expect(first(steps)).toMatchObject({
      standing: { at: 'undecided', stage: 'full-text' },
      mine: undefined,
    });
    expect(first(steps)?.words).toHaveLength(2);
  });

  test('ends a disagreement by what readers agreed on, and keeps the own word apart', () => {
    const disputed = [FOUND, step('jo', word('in')), step('kim', word('out'))];
    expect(first(disputed)).toMatchObject({ standing: { at: 'disputed' }, mine: 'in' });
    const settled = [...disputed, step('jo', word('out', { agreed: true, reason: 'no trial' }))];
    expect(first(settled)).toMatchObject({
      standing: { at: 'out', stage: 'title', reason: 'no trial' },
      mine: 'in',
    });
  });

  test('says that somebody decided where what is kept back', () => {
    const { candidates } = fold([FOUND], [{ paper: 'PMID 1', stage: 'title' }]);
    expect(candidates[0]).toMatchObject({ isWaiting: true, standing: { at: 'undecided' } });
  });
});

test('a new word stands behind the older ones, with what another said before it', () => {
  const theirs = step('kim', word('out'));
  const mine = step('jo', word('in'));
  const before = {
    me: 'jo',
    steps: [FOUND],
    waiting: [
      { paper: 'PMID 1', stage: 'title' },
      { paper: 'PMID 1', stage: 'full-text' },
    ],
  } as const;
  const after = withSteps(before, [mine, theirs]);
  expect(after.steps).toEqual([FOUND, theirs, mine]);
  expect(after.waiting).toEqual([{ paper: 'PMID 1', stage: 'full-text' }]);
  expect(withSteps(after, [mine]).steps).toHaveLength(3);
});

test('of a file, only what neither the knowledge nor an earlier search has is new', () => {
  const nbib = [
    ['1', 'Massage of hands, trial 1'],
    ['2', 'Massage of sore feet in winter'],
    ['3', 'Massage of backs at sea, a trial'],
    ['4', 'Massage of tired necks, a trial'],
  ]
    .map(([pmid, title]) => `PMID- ${pmid}\nTI  - ${title}\n`)
    .join('\n');
  const read = readPapers(nbib);
  if (!read.ok) throw new Error(read.why);
  const batch = batchOf(read, fold([FOUND]), [
    { id: 'winter-2001', title: 'Massage of Sore Feet in Winter.' },
    { id: 'sea-2002', pmid: '3' },
  ]);
  expect(batch.fresh.map(({ pmid }) => pmid)).toEqual(['4']);
  expect(batch).toMatchObject({ duplicates: 3, inKnowledge: 2, unreadable: [] });
});
