import { expect, test } from 'vitest';
import { formatImport, reportImport } from './evidence-import.ts';

const RIS = `TY  - JOUR
TI  - A new trial of hands that hurt
AU  - Lee, K
AU  - Roe, J
PY  - 2026
DO  - 10.1000/new
ER  -
TY  - JOUR
TI  - Massage of knees
DO  - 10.1000/KNOWN
ER  -
TY  - JOUR
AU  - Nobody
ER  -
`;
const NBIB = `PMID- 5
TI  - A new trial of hands that hurt.
DP  - 2026 Jan
`;
const LIBRARY = [{ id: 'knees-2020', doi: '10.1000/known' }];

test('a search in two programs is one list: new papers, those found twice, those known, and the unreadable', () => {
  const files = [
    { name: 'a.ris', text: RIS },
    { name: 'b.nbib', text: NBIB },
    { name: 'c.csv', text: 'Title\nHands\n' },
  ];
  expect(formatImport(reportImport(files, LIBRARY))).toBe(`Not in the library yet:
  A new trial of hands that hurt
    Lee, K and others; 2026; doi 10.1000/new

Left out:
  a.ris:8: Massage of knees
    the same DOI as knees-2020, in the library
  b.nbib:1: A new trial of hands that hurt
    the same title as a.ris:1

Could not be read:
  c.csv: it is neither PubMed XML, MEDLINE (nbib), RIS nor BibTeX: export the search again in one of these
  a.ris:12: it has no title

3 records read: 1 new, 1 found twice, 1 in the library already; 2 places could not be read
`);
});
