/** The same paper found twice: by its number in PubMed, its DOI, or its title. */
import { doiIn, type Paper } from './paper.ts';

/** What is known of a paper in the library. */
export interface KnownPaper {
  readonly id: string;
  readonly title?: string | undefined;
  readonly year?: number | undefined;
  readonly pmid?: string | undefined;
  readonly doi?: string | undefined;
}

export type SameBy = 'pmid' | 'doi' | 'title';
export interface Duplicate<P extends Paper> {
  readonly paper: P;
  /** The one that is kept: a candidate before it, or the id of a paper in the library. */
  readonly of: P | string;
  readonly by: SameBy;
}
export interface Deduped<P extends Paper> {
  readonly candidates: readonly P[];
  readonly duplicates: readonly Duplicate<P>[];
}

/** Shorter titles ("Massage therapy") are shared by many papers. */
const FEWEST_WORDS = 4;

/**
 * The first of several is kept. Titles count only where nothing contradicts them: another number in PubMed,
 * another DOI, or years more than one apart are another paper (an update of a review has the same title).
 */
export function dedupe<P extends Paper>(
  papers: readonly P[],
  library: readonly KnownPaper[],
): Deduped<P> {
  const seen = new Map<string, Entry<P>[]>();
  const file = (entry: Entry<P>) => {
    for (const [by, key] of keysOf(entry)) {
      const name = `${by} ${key}`;
      seen.set(name, [...(seen.get(name) ?? []), entry]);
    }
  };
  for (const paper of library) file({ ...paper, doi: doiIn(paper.doi ?? ''), is: paper.id });

  const candidates: P[] = [];
  const duplicates: Duplicate<P>[] = [];
  for (const paper of papers) {
    const entry: Entry<P> = { ...paper, is: paper };
    const same = keysOf(entry).flatMap(([by, key]) =>
      (seen.get(`${by} ${key}`) ?? [])
        .filter((other) => by !== 'title' || !contradicts(entry, other))
        .map((other) => ({ by, of: other.is })),
    )[0];
    if (same) duplicates.push({ paper, ...same });
    else candidates.push(paper);
    // Filed in either case: its other numbers may lead to a third.
    file({ ...entry, is: same?.of ?? paper });
  }
  return { candidates, duplicates };
}

interface Entry<P> extends Omit<KnownPaper, 'id'> {
  readonly is: P | string;
}

function keysOf({ pmid, doi, title }: Omit<KnownPaper, 'id'>): [SameBy, string][] {
  const words = title === undefined ? [] : wordsOf(title);
  return [
    ...(pmid === undefined ? [] : [['pmid', pmid] as [SameBy, string]]),
    ...(doi === undefined ? [] : [['doi', doi] as [SameBy, string]]),
    ...(words.length < FEWEST_WORDS ? [] : [['title', words.join(' ')] as [SameBy, string]]),
  ];
}

const contradicts = (a: Omit<KnownPaper, 'id'>, b: Omit<KnownPaper, 'id'>): boolean =>
  differ(a.pmid, b.pmid) ||
  differ(a.doi, b.doi) ||
  (a.year !== undefined && b.year !== undefined && Math.abs(a.year - b.year) > 1);
const differ = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b;

/** Without accents, case and punctuation, which programs write differently. */
const wordsOf = (title: string): string[] =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
