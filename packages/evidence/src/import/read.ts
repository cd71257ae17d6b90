/** Papers from a file of any format that is known, told by what stands in it and not by its name. */
import { readBibtex } from './bibtex.ts';
import type { ReadPapers } from './paper.ts';
import { readPubmedXml } from './pubmed-xml.ts';
import { readMedline, readRis } from './tagged.ts';

export type PaperFormat = 'PubMed XML' | 'MEDLINE' | 'RIS' | 'BibTeX';

export type ReadFile =
  | ({ readonly ok: true; readonly format: PaperFormat } & ReadPapers)
  | { readonly ok: false; readonly why: string };

const FORMATS: readonly (readonly [PaperFormat, RegExp, (text: string) => ReadPapers])[] = [
  ['PubMed XML', /^\s*<(\?xml|!DOCTYPE|\w)/, readPubmedXml],
  ['MEDLINE', /^PMID *- ?\d/m, readMedline],
  ['RIS', /^TY {1,2}- ?/m, readRis],
  ['BibTeX', /^\s*@\s*\w+\s*[{(]/m, readBibtex],
];

/** @param text a whole file; each record that cannot be read is named with its line, and the rest is read */
export function readPapers(text: string): ReadFile {
  const own = text.replace(/^\uFEFF/, '');
  for (const [format, sign, read] of FORMATS)
    if (sign.test(own)) return { ok: true, format, ...read(own) };
  return {
    ok: false,
    why: 'it is neither PubMed XML, MEDLINE (nbib), RIS nor BibTeX: export the search again in one of these',
  };
}
