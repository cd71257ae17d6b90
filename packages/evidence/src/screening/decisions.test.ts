import { expect, it } from 'vitest';
import { nameOfPaper, readDecisions } from './decisions.ts';

const PAPERS = new Set(['PMID 1', '10.1000/b', '=SUM(A1) in titles']);
const HEAD = 'paper,title,reader,stage,decision,reason\n';

it('reads who decided what, and leaves rows without a decision', () => {
  const text = `${HEAD}PMID 1,Hands,Ann,,In,\n10.1000/b,Feet,Ann,full-text,out,"no group, no control"\nPMID 1,Hands,Ben,title,,\n'=SUM(A1) in titles,x,Ann,title,out,\n`;
  expect(readDecisions(text, PAPERS)).toEqual({
    decisions: [
      { paper: 'PMID 1', reader: 'Ann', stage: 'title', isIn: true },
      {
        paper: '10.1000/b',
        reader: 'Ann',
        stage: 'full-text',
        isIn: false,
        reason: 'no group, no control',
      },
      { paper: '=SUM(A1) in titles', reader: 'Ann', stage: 'title', isIn: false },
    ],
    issues: [],
  });
});

it('names each row that cannot be meant, with its line', () => {
  const rows = [
    'PMID 9,,Ann,,in,',
    'PMID 1,,Ann,,maybe,',
    'PMID 1,,Ann,abstract,in,',
    'PMID 1,,,,in,',
    'PMID 1,,Ann,full-text,out,',
  ];
  const { decisions, issues } = readDecisions(`${HEAD}${rows.join('\n')}\n`, PAPERS);
  expect(decisions).toEqual([]);
  expect(issues).toEqual([
    { line: 2, why: '"PMID 9" is not among the papers of this search' },
    { line: 3, why: 'the decision is "in" or "out", not "maybe"' },
    { line: 4, why: 'the stage is "title" or "full-text", not "abstract"' },
    { line: 5, why: 'it is not said who decided' },
    { line: 6, why: 'a paper that was read in full is left out with a reason' },
  ]);
  expect(readDecisions('paper,decision\n', PAPERS).issues).toEqual([
    { line: 1, why: 'it lacks the column reader, stage, reason' },
  ]);
});

it('names a paper by PubMed, else its DOI, else its title', () => {
  expect(nameOfPaper({ pmid: '1', doi: '10.1/a', title: 'T' })).toBe('PMID 1');
  expect(nameOfPaper({ doi: '10.1/a', title: 'T' })).toBe('10.1/a');
  expect(nameOfPaper({ title: 'T' })).toBe('T');
});
