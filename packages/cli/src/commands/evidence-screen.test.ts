import { expect, test } from 'vitest';
import { reportImport } from './evidence-import.ts';
import { formatScreening, reportScreening, sheetOf } from './evidence-screen.ts';

const RIS = [
  'Hands that hurt and are rubbed',
  'Feet that hurt and are rubbed',
  'Rats that are rubbed by a machine',
]
  .map((title, i) => `TY  - JOUR\nTI  - ${title}\nDO  - 10.1000/${i}\nER  -\n`)
  .join('');
const found = reportImport([{ name: 'a.ris', text: RIS + RIS.slice(0, RIS.indexOf('ER')) }], []);

/** The sheet as a reader fills it in: who, and what of each paper in turn. */
const filled = (reader: string, decisions: readonly string[]) => ({
  name: `${reader}.csv`,
  text: decisions.reduce(
    (text, decision, i) =>
      text.replace(new RegExp(`(10\\.1000/${i},.*),,title,,`), `$1,${reader},title,${decision},`),
    sheetOf(found),
  ),
});

test('two filled sheets give the flow, how well they agree, and what is still open', () => {
  const full = {
    name: 'full.csv',
    text: 'paper,reader,stage,decision,reason\n10.1000/0,agreed,full-text,in,\n',
  };
  const sheets = [filled('Ann', ['in', 'in', 'out']), filled('Ben', ['in', 'out', 'out']), full];
  const report = reportScreening(found, sheets);
  expect(report.issues).toEqual([]);
  // Alike on 2 of 3; by chance 2/3·1/3 + 1/3·2/3 = 4/9; kappa = (2/3 − 4/9) / (5/9) = 0.4.
  expect(formatScreening(report)).toBe(`Records identified: 4
  removed before screening, as duplicates or in the library already: 1
Records screened by title and abstract: 3
  left out: 1
  open: 0 not decided, 1 disputed
Reports assessed in full: 1
  open: 0 not decided, 0 disputed
Studies included: 1

Ann and Ben decided alike on 2 of 3; Cohen's kappa 0.40.

Included:
  10.1000/0: Hands that hurt and are rubbed

Open:
  10.1000/1: Feet that hurt and are rubbed (disputed, title)
`);
});

test('a row that cannot be meant is named with its file and line', () => {
  const sheet = { name: 'x.csv', text: 'paper,reader,stage,decision,reason\nPMID 77,Ann,,in,\n' };
  expect(reportScreening(found, [sheet]).issues).toEqual([
    { file: 'x.csv', line: 2, why: '"PMID 77" is not among the papers of this search' },
  ]);
});
