/** `assuage evidence import FILE…`: the papers of a search, each once, and what could not be read. Pure. */
import {
  dedupe,
  type KnownPaper,
  type Paper,
  type PaperFormat,
  readPapers,
  type Unreadable,
} from '@assuage/evidence';

export interface FoundFile {
  readonly name: string;
  readonly text: string;
}

interface Found extends Paper {
  readonly file: string;
}

export interface ImportReport {
  /** Records in all files that could be read: candidates and duplicates. */
  readonly found: number;
  readonly files: readonly { readonly file: string; readonly format: PaperFormat }[];
  readonly candidates: readonly Found[];
  readonly duplicates: readonly {
    readonly paper: Found;
    /** The id in the library, or the place of the record that is kept. */
    readonly of: string;
    readonly inLibrary: boolean;
    readonly by: 'pmid' | 'doi' | 'title';
  }[];
  readonly unreadable: readonly (Unreadable & { readonly file: string })[];
  /** Files of no known format. */
  readonly refused: readonly { readonly file: string; readonly why: string }[];
}

/** @param library every paper in it, those whose results nobody has read as well */
export function reportImport(
  files: readonly FoundFile[],
  library: readonly KnownPaper[],
): ImportReport {
  const read = files.map(({ name, text }) => ({ file: name, ...readPapers(text) }));
  const fine = read.filter((one) => one.ok);
  const papers = fine.flatMap(({ file, papers }) => papers.map((paper) => ({ ...paper, file })));
  const { candidates, duplicates } = dedupe<Found>(papers, library);
  return {
    found: papers.length,
    files: fine.map(({ file, format }) => ({ file, format })),
    candidates,
    duplicates: duplicates.map(({ paper, of, by }) =>
      typeof of === 'string'
        ? { paper, of, inLibrary: true, by }
        : { paper, of: placeOf(of), inLibrary: false, by },
    ),
    unreadable: fine.flatMap(({ file, unreadable }) => unreadable.map((one) => ({ file, ...one }))),
    refused: read.flatMap((one) => (one.ok ? [] : [{ file: one.file, why: one.why }])),
  };
}

const BY = { pmid: 'the same PMID', doi: 'the same DOI', title: 'the same title' } as const;

/** One block to a list, the candidates first; counts last. */
export function formatImport(report: ImportReport): string {
  const { candidates, duplicates, unreadable, refused } = report;
  const blocks = [
    block('Not in the library yet:', candidates.flatMap(paperLines)),
    block(
      'Left out:',
      duplicates.flatMap(({ paper, of, inLibrary, by }) => [
        `  ${placeOf(paper)}: ${paper.title}`,
        `    ${BY[by]} as ${inLibrary ? `${of}, in the library` : of}`,
      ]),
    ),
    block('Could not be read:', [
      ...refused.map(({ file, why }) => `  ${file}: ${why}`),
      ...unreadable.map((one) => `  ${placeOf(one)}: ${one.why}`),
    ]),
  ].filter((text) => text !== '');
  const own = duplicates.filter(({ inLibrary }) => inLibrary).length;
  const counts = `${count(report.found, 'record')} read: ${candidates.length} new, ${duplicates.length - own} found twice, ${own} in the library already; ${count(unreadable.length + refused.length, 'place')} could not be read`;
  return `${[...blocks, counts].join('\n\n')}\n`;
}

const block = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : [title, ...lines].join('\n');

function paperLines(paper: Found): string[] {
  const [first, ...others] = paper.authors;
  const ids = [
    paper.pmid === undefined ? [] : [`PMID ${paper.pmid}`],
    paper.doi === undefined ? [] : [`doi ${paper.doi}`],
  ].flat();
  const about = [
    first === undefined ? '' : others.length > 0 ? `${first} and others` : first,
    paper.year === undefined ? 'year not given' : `${paper.year}`,
    paper.journal ?? '',
    ...ids,
    ...paper.types.filter((type) => /trial|review|meta/i.test(type)),
  ].filter((text) => text !== '');
  return [`  ${paper.title}`, `    ${about.join('; ')}`];
}

const placeOf = ({ file, line }: { readonly file: string; readonly line: number }): string =>
  `${file}:${line}`;
const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`;
