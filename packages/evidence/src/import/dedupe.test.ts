import { expect, it } from 'vitest';
import { dedupe } from './dedupe.ts';
import type { Paper } from './paper.ts';

const paper = (title: string, more: Partial<Paper> = {}): Paper => ({
  line: 1,
  title,
  authors: [],
  types: [],
  ...more,
});
const LONG = 'Massage therapy for osteoarthritis of the knee';
const bys = (...papers: Paper[]) => dedupe(papers, []).duplicates.map(({ by }) => by);

it('knows a paper by its number in PubMed and by its DOI, whatever its title', () => {
  expect(bys(paper('One', { pmid: '1' }), paper('Eins', { pmid: '1' }))).toEqual(['pmid']);
  expect(bys(paper('One', { doi: '10.1/a' }), paper('Eins', { doi: '10.1/a' }))).toEqual(['doi']);
});

it('knows it by its title, whatever its accents, case and signs', () => {
  expect(bys(paper(LONG), paper('MASSAGE-therapy for ostéoarthritis of the knee!'))).toEqual([
    'title',
  ]);
});

it('keeps apart what has the same title and another number, DOI or year', () => {
  expect(bys(paper(LONG, { pmid: '1' }), paper(LONG, { pmid: '2' }))).toEqual([]);
  expect(bys(paper(LONG, { doi: '10.1/a' }), paper(LONG, { doi: '10.1/b' }))).toEqual([]);
  expect(bys(paper(LONG, { year: 2006 }), paper(LONG, { year: 2012 }))).toEqual([]);
  // In print a year after it was online.
  expect(bys(paper(LONG, { year: 2018 }), paper(LONG, { year: 2019 }))).toEqual(['title']);
  expect(bys(paper('Massage therapy'), paper('Massage therapy'))).toEqual([]);
});

it('follows a chain: the third shares its number with the second, and the second its DOI with the first', () => {
  const [first, second, third] = [
    paper('One', { doi: '10.1/a' }),
    paper('Two', { doi: '10.1/a', pmid: '7' }),
    paper('Three', { pmid: '7' }),
  ];
  const { candidates, duplicates } = dedupe([first, second, third], []);
  expect(candidates).toEqual([first]);
  expect(duplicates).toEqual([
    { paper: second, of: first, by: 'doi' },
    { paper: third, of: first, by: 'pmid' },
  ]);
});

it('names the paper of the library that is there already', () => {
  const library = [{ id: 'perlman-2018-oa', doi: '10.1007/S11606-018-4763-5' }];
  const { candidates, duplicates } = dedupe(
    [paper('A', { doi: '10.1007/s11606-018-4763-5' })],
    library,
  );
  expect(candidates).toEqual([]);
  expect(duplicates).toMatchObject([{ of: 'perlman-2018-oa', by: 'doi' }]);
});
