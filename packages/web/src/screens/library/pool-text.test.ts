import { expect, test } from 'vitest';
import type { Candidate, Extraction } from '../../state/review.ts';
import { poolTables } from './pool-text.ts';

const ratio = (estimate: number): Extraction['numbers'] => ({
  as: 'effect',
  measure: 'RR',
  estimate,
  low: 1,
  high: 4,
});
const read = (by: string, numbers: Extraction['numbers'], cohort = 'one') => ({
  id: `${by} ${cohort}`,
  account: by,
  by,
  at: '2026-03-01T09:00:00.000Z',
  body: {
    kind: 'extraction',
    paper: 'x',
    outcome: by === 'Kim' ? 'Relief' : 'relief ',
    against: 'rest',
    cohort,
    where: 'table 2',
    numbers,
  } satisfies Extraction,
});
const paper = (author: string, extractions: Candidate['extractions'], at = 'in'): Candidate => ({
  name: author,
  paper: { title: `Paper of ${author}`, authors: [author], types: [], year: 2019 },
  standing: (at === 'in' ? { at } : { at: 'undecided', stage: 'title' }) as Candidate['standing'],
  stage: 'full-text',
  mine: undefined,
  isWaiting: false,
  words: [],
  extractions,
});

test('a ratio goes over as its logarithm with the standard error of its interval', () => {
  const [table] = poolTables([paper('Field', [read('Jo', ratio(2))])]);
  expect(table).toMatchObject({ kind: 'RR', against: 'rest', studies: 1, leftOut: [] });
  const [head, row = ''] = (table?.csv ?? '').split('\r\n');
  expect(head).toBe('study,yi,sei');
  const [study, yi, sei] = row.split(',');
  expect(study).toBe('Field 2019');
  // ln 2 = 0.693147; (ln 4 - ln 1) / (2 × 1.959964) = 1.386294 / 3.919928 = 0.353653
  expect(Number(yi)).toBeCloseTo(Math.LN2, 6);
  expect(Number(sei)).toBeCloseTo(0.353653, 6);
});

test('people who are in two papers are counted once, and numbers that readers differ on not at all', () => {
  const [table] = poolTables([
    paper('Field', [read('Jo', ratio(2)), read('Kim', ratio(2))]),
    paper('Again', [read('Jo', ratio(3))]),
    paper('Differ', [read('Jo', ratio(2), 'two'), read('Kim', ratio(2.5), 'two')]),
    paper('Open', [read('Jo', ratio(2), 'three')], 'undecided'),
  ]);
  expect(table?.studies).toBe(1);
  expect(table?.leftOut).toEqual([
    { title: 'Paper of Again', why: 'same-people' },
    { title: 'Paper of Differ', why: 'readers-differ' },
  ]);
});

test('means, counts and each kind of effect are tables of their own', () => {
  const means = { as: 'means', mean1: 4, sd1: 2, n1: 30, mean2: 5, sd2: 2, n2: 31 } as const;
  const tables = poolTables([
    paper('Field', [read('Jo', means)]),
    paper('Lee', [read('Jo', ratio(2), 'two')]),
  ]);
  expect(tables.map(({ kind, csv }) => [kind, csv.split('\r\n')[0]])).toEqual([
    ['means', 'study,m1i,sd1i,n1i,m2i,sd2i,n2i'],
    ['RR', 'study,yi,sei'],
  ]);
  expect(tables[0]?.csv).toContain('Field 2019,4,2,30,5,2,31');
});
