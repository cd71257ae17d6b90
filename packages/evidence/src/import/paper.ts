/** A paper that a search found, whatever program wrote it down. */

export interface Paper {
  /** Line of the file on which it begins, from 1. */
  readonly line: number;
  readonly title: string;
  /** As the file has them: "Perlman AI" or "Perlman, Adam". */
  readonly authors: readonly string[];
  readonly year?: number;
  readonly journal?: string;
  readonly pmid?: string;
  /** In lower case, without the address before it. */
  readonly doi?: string;
  readonly url?: string;
  readonly abstract?: string;
  /** What PubMed says that it is: "Randomized Controlled Trial". */
  readonly types: readonly string[];
}

/** Something in the file that could not be read, and where. */
export interface Unreadable {
  readonly line: number;
  readonly why: string;
}

export interface ReadPapers {
  readonly papers: readonly Paper[];
  readonly unreadable: readonly Unreadable[];
}

/** What the formats have in common, before it is tidied. */
export interface RawPaper {
  readonly line: number;
  readonly title?: string | undefined;
  readonly authors?: readonly string[];
  /** Any text with a year in it: "2012 Oct", "2014//". */
  readonly date?: string | undefined;
  readonly journal?: string | undefined;
  readonly pmid?: string | undefined;
  /** The first that holds a DOI counts. */
  readonly dois?: readonly string[];
  readonly url?: string | undefined;
  readonly abstract?: string | undefined;
  readonly types?: readonly string[];
}

/** @returns nothing readable where there is no title: nobody could screen it */
export function paperOf(raw: RawPaper): Paper | Unreadable {
  const title = tidy(raw.title).replace(/\.$/, '');
  const year = /\b(1[89]|20)\d\d\b/.exec(raw.date ?? '')?.[0];
  const doi = raw.dois?.map(doiIn).find((found) => found !== undefined) ?? doiIn(raw.url ?? '');
  if (title === '')
    return {
      line: raw.line,
      why: `it has no title${doi === undefined ? '' : ` (its DOI is ${doi})`}`,
    };
  const texts = { journal: tidy(raw.journal), url: tidy(raw.url), abstract: tidy(raw.abstract) };
  return {
    line: raw.line,
    title,
    authors: (raw.authors ?? []).map(tidy).filter((author) => author !== ''),
    types: raw.types ?? [],
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(/^\d{1,8}$/.test(raw.pmid ?? '') ? { pmid: `${Number(raw.pmid)}` } : {}),
    ...(doi === undefined ? {} : { doi }),
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')),
  };
}

export const isPaper = (read: Paper | Unreadable): read is Paper => 'title' in read;

export const sorted = (read: readonly (Paper | Unreadable)[]): ReadPapers => ({
  papers: read.filter(isPaper),
  unreadable: read.filter((one): one is Unreadable => !isPaper(one)),
});

/** A DOI as a number, a link, or with words around it; in lower case, since DOIs have no case. */
export const doiIn = (text: string): string | undefined =>
  /\b10\.\d{4,9}\/[^\s"<>]{1,300}/
    .exec(decoded(text))?.[0]
    .replace(/[.,;)\]]+$/, '')
    .toLowerCase();

/** Links escape the signs of old DOIs. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const tidy = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
