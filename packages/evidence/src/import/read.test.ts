import { describe, expect, it } from 'vitest';
import type { Paper } from './paper.ts';
import { readPapers } from './read.ts';

/** What came of a file: its papers and what could not be read. */
const read = (text: string) => {
  const file = readPapers(text);
  if (!file.ok) throw new Error(file.why);
  return file;
};
const first = (text: string): Paper | undefined => read(text).papers[0];

const ARTICLE = `<PubmedArticle><MedlineCitation><PMID Version="1">0012345</PMID><Article>
<Journal><JournalIssue><PubDate><Year>2019</Year><Season>Summer</Season></PubDate></JournalIssue><Title>Journal of Hands</Title></Journal>
<ArticleTitle>Massage of <i>sore</i> knees &amp; hips.</ArticleTitle>
<ELocationID EIdType="pii">S1</ELocationID><ELocationID EIdType="doi">10.1000/ABC.1</ELocationID>
<Abstract><AbstractText Label="AIM">To see.</AbstractText><AbstractText>We saw.</AbstractText></Abstract>
<AuthorList><Author><LastName>Muñoz</LastName><ForeName>Ana</ForeName><Initials>A</Initials></Author><Author><CollectiveName>Knee Group</CollectiveName></Author></AuthorList>
<PublicationTypeList><PublicationType>Randomized Controlled Trial</PublicationType></PublicationTypeList></Article>
<CommentsCorrectionsList><CommentsCorrections><PMID>999</PMID></CommentsCorrections></CommentsCorrectionsList></MedlineCitation>
<PubmedData><ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.1000/other</ArticleId></ArticleIdList></Reference></ReferenceList></PubmedData></PubmedArticle>`;
const xml = (inside: string) =>
  `<?xml version="1.0"?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD" "https://example.org/x.dtd">\n<PubmedArticleSet>\n${inside}\n</PubmedArticleSet>`;

describe("PubMed's XML", () => {
  it('gives the paper, and nothing of the papers that it quotes', () => {
    expect(first(xml(ARTICLE))).toEqual({
      line: 4,
      title: 'Massage of sore knees & hips',
      authors: ['Muñoz A', 'Knee Group'],
      year: 2019,
      journal: 'Journal of Hands',
      pmid: '12345',
      doi: '10.1000/abc.1',
      abstract: 'To see. We saw.',
      types: ['Randomized Controlled Trial'],
    });
  });

  it('leaves the DOI out where only a paper that it quotes has one', () => {
    expect(first(xml(ARTICLE.replace(/<ELocationID.*<\/ELocationID>/, '')))?.doi).toBeUndefined();
  });

  it('gives the year of a range of months', () => {
    const months = ARTICLE.replace(
      /<PubDate>.*<\/PubDate>/,
      '<PubDate><MedlineDate>1998 Dec-1999 Jan</MedlineDate></PubDate>',
    );
    expect(first(xml(months))?.year).toBe(1998);
  });

  it('is read up to where it breaks off, and says where that is', () => {
    const { papers, unreadable } = read(xml(`${ARTICLE}\n<PubmedArticle><PMID>1</PubmedArticle>`));
    expect(papers).toHaveLength(1);
    expect(unreadable).toEqual([
      { line: 13, why: 'the XML breaks off here: unexpected close tag.' },
    ]);
  });

  it('reads summaries of papers, and leaves those of other databases', () => {
    const summary = (items: string) =>
      `<eSummaryResult><DocSum><Id>77</Id>${items}</DocSum></eSummaryResult>`;
    const item = (name: string, inside: string) => `<Item Name="${name}" Type="x">${inside}</Item>`;
    const paper = summary(
      item('PubDate', '2001 Jun') +
        item('AuthorList', item('Author', 'Smith J') + item('Author', 'Lee K')) +
        item('Title', 'Feet and hands.') +
        item('FullJournalName', 'Feet') +
        item('ArticleIds', item('doi', '10.1000/feet')),
    );
    expect(first(paper)).toMatchObject({
      title: 'Feet and hands',
      authors: ['Smith J', 'Lee K'],
      year: 2001,
      pmid: '77',
      doi: '10.1000/feet',
    });
    expect(read(summary(item('Title', 'a protein'))).unreadable[0]?.why).toContain(
      'another database',
    );
  });

  it('says that the answer to a search holds numbers only', () => {
    const ids = '<eSearchResult><IdList><Id>1</Id><Id>2</Id></IdList></eSearchResult>';
    expect(read(ids)).toMatchObject({
      papers: [],
      unreadable: [{ why: expect.stringContaining('2 numbers and no records') }],
    });
  });
});

describe('MEDLINE', () => {
  const record = `PMID- 321
DP  - 2012 Oct
TI  - Massage for hands that
      are stiff.
LID - S0140(12)1 [pii]
LID - 10.1000/stiff [doi]
AB  - We tried it.
AU  - Qiao S
AU  - Shen G
PT  - Journal Article
JT  - Medical hands
`;
  it('joins lines that go on, and takes the DOI among other numbers', () => {
    expect(first(`\n${record}`)).toEqual({
      line: 2,
      title: 'Massage for hands that are stiff',
      authors: ['Qiao S', 'Shen G'],
      year: 2012,
      journal: 'Medical hands',
      pmid: '321',
      doi: '10.1000/stiff',
      abstract: 'We tried it.',
      types: ['Journal Article'],
    });
  });

  it('names a record without a title, and reads the next', () => {
    const { papers, unreadable } = read(`PMID- 1\nLID - 10.1000/x [doi]\n\n${record}`);
    expect(papers.map(({ pmid }) => pmid)).toEqual(['321']);
    expect(unreadable).toEqual([{ line: 1, why: 'it has no title (its DOI is 10.1000/x)' }]);
  });
});

describe('RIS', () => {
  it('is read with a mark at its beginning, numbers between records and Windows line ends', () => {
    const text = `\uFEFF1.\r\nTY  - JOUR\r\nT1  - Sore\r\n hands\r\nA1  - Marx, Karl\r\nY1  - 2014//\r\nJF  - Hands\r\nSP  -\r\nDO  - http://dx.doi.org/10.1000%2FABC\r\nER  - \r\n\r\n2.\r\nTY  - JOUR\r\nTI  - Feet\r\nUR  - https://pubmed.ncbi.nlm.nih.gov/55/\r\nER  -`;
    expect(read(text).papers).toMatchObject([
      {
        line: 2,
        title: 'Sore hands',
        authors: ['Marx, Karl'],
        year: 2014,
        journal: 'Hands',
        doi: '10.1000/abc',
      },
      { title: 'Feet', pmid: '55' },
    ]);
  });

  it('survives a record that nobody closed, and names a tag outside of any', () => {
    const { papers, unreadable } = read(
      'TY  - JOUR\nTI  - One\nTY  - JOUR\nTI  - Two\nER  -\nAU  - Lost\n',
    );
    expect(papers.map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(unreadable).toEqual([
      { line: 6, why: 'AU stands outside a record: no TY line comes before it' },
    ]);
  });
});

describe('BibTeX', () => {
  it('reads braces, quotes, joined strings and accents', () => {
    const text = `@string{jh = "Journal of Hands"}
@comment{ @article{not, title={Left out}} }
@Article{key1,
  title = {Massage of {RA} hands: {\\"U}ber H\\'{e}l\\\`ene},
  author = "Mu{\\~n}oz, Ana and S{\\o}rensen, B.",
  journal = jh # { and Feet},
  year = 2019, doi = {https://doi.org/10.1000/XYZ}
}`;
    expect(read(text).papers).toEqual([
      {
        line: 3,
        title: 'Massage of RA hands: Über Hélène',
        authors: ['Muñoz, Ana', 'Sørensen, B.'],
        year: 2019,
        journal: 'Journal of Hands and Feet',
        doi: '10.1000/xyz',
        types: [],
      },
    ]);
  });

  it('names an entry whose brace is never closed, and reads the next', () => {
    const { papers, unreadable } = read(
      '@article{a, title = {Open\n@article{b, title = {Closed}}\n',
    );
    expect(unreadable).toEqual([{ line: 1, why: 'the brace of this @article is never closed' }]);
    expect(papers.map(({ title }) => title)).toEqual(['Closed']);
  });
});

it('says what it takes when a file is something else', () => {
  expect(readPapers('Title,Year\nHands,2019\n')).toEqual({
    ok: false,
    why: expect.stringContaining('neither PubMed XML, MEDLINE (nbib), RIS nor BibTeX'),
  });
});
