/** The library looked through: which studies and claims are about what, and what is known of a condition. */
import type { Claim, Evidence, Library, Study, UnreadStudy } from '@assuage/knowledge';
import { type GradedFinding, gradeFinding } from './certainty.ts';

/**
 * How far anybody has looked. `no-evidence`: somebody searched, and nobody has tried it; that is not "no
 * effect". `not-looked-at`: nobody has searched for this library, so nothing may be concluded at all.
 */
export type EvidenceState = 'studied' | 'no-evidence' | 'not-looked-at';

export interface WhatIsKnown {
  readonly condition: string;
  readonly state: EvidenceState;
  /** For lay people. Left out where nobody has looked. */
  readonly plain?: string;
  readonly findings: readonly GradedFinding[];
  /** Why there is no evidence. */
  readonly none?: string;
  /** Studies in which people were treated, newest first. */
  readonly studies: readonly Study[];
  /** What others have pooled or reviewed, shown as they published it, newest first. */
  readonly published: readonly Study[];
  /** Papers whose results nobody has read. */
  readonly unread: readonly UnreadStudy[];
  readonly claims: readonly Claim[];
  readonly gaps: readonly string[];
  readonly freshness: Freshness;
}

/** How old what is known is. */
export interface Freshness {
  /** How far a search went that somebody wrote down, and in which paper. */
  readonly searched?: { readonly until: string; readonly by: Study };
  /** The year of the newest paper here, read or not. */
  readonly newest?: number;
}

export interface Shelf {
  study(id: string): Study | undefined;
  unreadStudy(id: string): UnreadStudy | undefined;
  claim(id: string): Claim | undefined;
  /** @param id of a condition or a technique */
  studiesOf(id: string): readonly Study[];
  /** @param id of a condition or a technique */
  claimsOf(id: string): readonly Claim[];
  /** The claims that name a study, on whichever side. */
  claimsNaming(studyId: string): readonly Claim[];
  /** @param condition any id: of what is not in the library nothing is known */
  whatIsKnown(condition: string): WhatIsKnown;
}

const REVIEWS: ReadonlySet<Study['design']> = new Set([
  'meta-analysis',
  'systematic-review',
  'evidence-map',
  'narrative-review',
  'guideline',
]);

/** Whether it reports on other studies, whose people it must not count again. */
export const isReview = ({ design }: Pick<Study, 'design'>): boolean => REVIEWS.has(design);

export function createShelf(library: Library): Shelf {
  const studies = new Map(library.studies.map((study) => [study.id, study]));
  const unread = new Map(library.unread.map((paper) => [paper.id, paper]));
  const claims = new Map(library.claims.map((claim) => [claim.id, claim]));
  const evidence = new Map(library.evidence.map((about) => [about.id, about]));

  const studiesOf = (id: string) =>
    library.studies
      .filter(({ conditions, technique }) => conditions.includes(id) || technique.ids.includes(id))
      .sort(newestFirst);
  const claimsOf = (id: string) =>
    library.claims.filter(
      ({ conditions, techniques }) => conditions.includes(id) || techniques.includes(id),
    );

  return {
    study: (id) => studies.get(id),
    unreadStudy: (id) => unread.get(id),
    claim: (id) => claims.get(id),
    studiesOf,
    claimsOf,
    claimsNaming: (id) =>
      library.claims.filter((claim) =>
        [...claim.for, ...claim.against, ...claim.beside].includes(id),
      ),
    whatIsKnown(condition) {
      const about = evidence.get(condition);
      const here = studiesOf(condition).filter(({ conditions }) => conditions.includes(condition));
      const notRead = library.unread.filter(({ conditions }) => conditions.includes(condition));
      const years = [...here, ...notRead].flatMap(({ year }) => year ?? []);
      const by = about?.searched && studies.get(about.searched.by);
      return {
        condition,
        state: stateOf(about, here),
        ...(about ? { plain: about.plain } : {}),
        findings: (about?.findings ?? []).map((finding) => gradeFinding(finding, studies)),
        ...(about?.none ? { none: about.none.because } : {}),
        studies: here.filter((study) => !isReview(study)),
        published: here.filter(isReview),
        unread: notRead,
        claims: claimsOf(condition),
        gaps: about?.gaps ?? [],
        freshness: {
          ...(about?.searched && by ? { searched: { until: about.searched.until, by } } : {}),
          ...(years.length > 0 ? { newest: Math.max(...years) } : {}),
        },
      };
    },
  };
}

function stateOf(about: Evidence | undefined, studies: readonly Study[]): EvidenceState {
  if (about) return about.none ? 'no-evidence' : 'studied';
  return studies.length > 0 ? 'studied' : 'not-looked-at';
}

const newestFirst = (a: Study, b: Study): number =>
  (b.year ?? 0) - (a.year ?? 0) || (a.id < b.id ? -1 : 1);
