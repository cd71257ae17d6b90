import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ReadStudies, readStudies, type StudyTable } from './studies.ts';

function tableIn(read: ReadStudies): StudyTable {
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}
const issuesIn = (read: ReadStudies) => (read.ok ? [] : read.issues);

// dat.bcg as metadat has it; its first trial's log risk ratio and variance are -0.8893 and 0.3256 in metafor's
// own documentation of escalc().
const BCG = `trial,author,year,tpos,tneg,cpos,cneg,ablat,alloc
1,Aronson,1948,4,119,11,128,44,random
2,"Ferguson & Simes",1949,6,300,29,274,55,random`;

test('the layout of metadat is read as it is', () => {
  const { measure, studies, readAs } = tableIn(readStudies(BCG));
  expect(measure).toBe('RR');
  expect(readAs).toMatch(/with and without the event/);
  expect(studies[0]).toEqual({
    name: 'Aronson 1948',
    people: 262,
    year: 1948,
    yi: expect.closeTo(-0.8893, 4),
    vi: expect.closeTo(0.3256, 4),
  });
  expect(studies[1]?.name).toBe('Ferguson & Simes 1949');
});

test.each([
  ['effects and variances', 'yi,vi\n-0.5,0.04', 'GEN', -0.5, 0.04],
  ['effects and standard errors', 'yi,sei\n-0.5,0.2', 'GEN', -0.5, 0.04],
  // 5 - 6 = -1; 1²/10 + 2²/20 = 0.3.
  ['means of two arms', 'm1i,sd1i,n1i,m2i,sd2i,n2i\n5,1,10,6,2,20', 'MD', -1, 0.3],
  // (1 + 4 - 2·0.5·1·2)/10 = 0.3.
  ['two measurements', 'm1i,sd1i,m2i,sd2i,ni,ri\n5,1,6,2,10,.5', 'MC', -1, 0.3],
  // 4/10 - 2/10 = 0.2; 4·6/1000 + 2·8/1000 = 0.04.
  ['events of all people', 'ai,n1i,ci,n2i\n4,10,2,10', 'RD', 0.2, 0.04],
  // r = .6, n = 17: .64²/16.
  ['correlations', 'ri,ni\n0.6,17', 'COR', 0.6, 0.0256],
] as const)('%s are read', (_, text, measure, yi, vi) => {
  const { studies } = tableIn(readStudies(text, { measure }));
  expect(studies).toEqual([
    expect.objectContaining({ yi: expect.closeTo(yi, 12), vi: expect.closeTo(vi, 12) }),
  ]);
});

test('a table pasted from a spreadsheet has tabs, and may have decimal commas', () => {
  const { studies } = tableIn(readStudies('Study\tyi\tvi\r\nLi 2014\t−0,62\t0,04\r\n'));
  expect(studies).toEqual([{ name: 'Li 2014', yi: -0.62, vi: 0.04 }]);
});

test('a study with a missing number is left out and named', () => {
  const { studies, leftOut } = tableIn(readStudies('study,yi,vi\nA,1,NA\nB,2,1\n\nC,,\nD,1,1'));
  expect(studies.map(({ name }) => name)).toEqual(['B', 'D']);
  expect(leftOut).toEqual([
    { line: 2, name: 'A', message: 'vi missing' },
    { line: 5, name: 'C', message: 'yi, vi missing' },
  ]);
});

test('a name has no line breaks and no commands to a terminal', () => {
  const { studies } = tableIn(readStudies('study,yi,vi\n"\u001b[31mRed\nher\u0007ring",1,1'));
  expect(studies[0]?.name).toBe('[31mRed her ring');
});

test('moderators are read beside the effects, of the studies that stay', () => {
  const { moderators } = tableIn(
    readStudies('yi,vi,weeks\n1,1,4\nNA,1,5\n2,1,6', { moderators: ['weeks'] }),
  );
  expect(moderators).toEqual([{ name: 'weeks', values: [4, 6] }]);
});

test.each([
  ['a word for a number', 'yi,vi\n1,1\n2,some', 3, /vi is "some", not a number/],
  ['a decimal comma among commas', 'yi,vi\n1,0,5', 2, /3 cells, and only 2 column names/],
  ['a variance of 0', 'study,yi,vi\nA,1,0', 2, /A: the study has a variance of 0/],
  [
    'a standard deviation of 0',
    'm1i,sd1i,n1i,m2i,sd2i,n2i\n5,0,10,6,2,20',
    2,
    /first arm \(0\) must be above 0/,
  ],
  ['more events than people', 'ai,n1i,ci,n2i\n14,10,2,10', 2, /must be 0 or more/],
  ['a correlation of 2', 'ri,ni\n2,17', 2, /between -1 and 1/],
  ['nothing', '', 1, /nothing in it/],
  ['column names alone', 'yi,vi\n', 1, /no study below/],
  [
    'no column that is known',
    'a,b\n1,2',
    1,
    /no columns that can be pooled: there must be yi vi, or/,
  ],
  ['a column twice', 'yi,yi,vi\n1,2,3', 1, /column yi is there twice/],
  ['an open quotation mark', 'study,yi,vi\n"A,1,2', 1, /never closed/],
])('%s is refused, with its line', (_, text, line, message) => {
  expect(issuesIn(readStudies(text))).toEqual([{ line, message: expect.stringMatching(message) }]);
});

test('a measure that the columns do not give is refused', () => {
  const read = readStudies('ri,ni\n0.5,20', { measure: 'OR' });
  expect(issuesIn(read)).toEqual([
    {
      line: 1,
      message: 'OR cannot be made from correlations and numbers of people (ZCOR, COR can)',
    },
  ]);
});

test('a moderator that is not there is refused', () => {
  const read = readStudies('yi,vi\n1,2', { moderators: ['weeks'] });
  expect(issuesIn(read)).toEqual([{ line: 1, message: 'there is no column weeks' }]);
});

test('whatever text is given, the studies are numbers or the mistakes have lines', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'yi',
      'vi',
      'sei',
      'ri',
      'ni',
      '1',
      '0',
      '-2',
      '1e400',
      'NA',
      '"',
      'x',
      '',
      '0,5',
    ),
    fc.string({ maxLength: 4 }),
  );
  const text = fc
    .array(fc.array(word, { maxLength: 5 }), { maxLength: 6 })
    .chain((lines) =>
      fc
        .constantFrom(',', ';', '\t')
        .map((mark) => lines.map((line) => line.join(mark)).join('\n')),
    );
  fc.assert(
    fc.property(text, fc.boolean(), (body, headed) => {
      const read = readStudies(headed ? `yi,vi\n${body}` : body);
      if (read.ok)
        for (const { yi, vi } of read.value.studies)
          expect([yi, vi].every(Number.isFinite)).toBe(true);
      else for (const { line } of read.issues) expect(line).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});
