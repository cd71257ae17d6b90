/** Studies, claims and evidence as pages: plain data, in words, for whatever shows it. */
import type { EvidenceState } from '@assuage/evidence';
import type { Claim } from '@assuage/knowledge';
import type { SubjectLink } from '../page.ts';

/** A paper in one line. */
export interface StudyLine {
  readonly id: string;
  /** "Perlman and others, 2018" */
  readonly name: string;
  readonly design: string;
  readonly summary: string;
  /** False: nobody has read its results, so it has no page; `address` leads to the paper. */
  readonly isRead: boolean;
  readonly address: string;
}

export interface ClaimLink {
  readonly id: string;
  readonly claim: string;
  readonly verdict: Claim['verdict'];
  /** "Not supported" */
  readonly verdictWords: string;
}

export interface ClaimPage extends ClaimLink {
  /** "high": how sure the verdict is. */
  readonly sure: Claim['sure'];
  readonly plain: string;
  /** The reasons for lay people. */
  readonly because: string;
  /** The reasons in the terms of the studies. */
  readonly why: string;
  /** What may be said instead. */
  readonly say?: string;
  /** A popular page that makes the claim. */
  readonly seenAt?: string;
  readonly about: readonly SubjectLink[];
  readonly for: readonly StudyLine[];
  readonly against: readonly StudyLine[];
  readonly beside: readonly StudyLine[];
  readonly file: string;
}

export interface StudyOutcome {
  readonly measure: string;
  /** "WOMAC, after 8 weeks, against usual care; lower is better" */
  readonly how: string;
  /** "In favour of massage" */
  readonly shows: string;
  /** Effects, arms and what the source printed, a sentence each. */
  readonly numbers: readonly string[];
}

export interface StudyPage extends StudyLine {
  readonly title: string;
  /** It reports on other studies: shown as published, never as our own. */
  readonly isPublishedReview: boolean;
  /** "Authors", "Perlman A, et al." and so on, in the order in which they are read. */
  readonly facts: readonly { readonly term: string; readonly text: string }[];
  readonly outcomes: readonly StudyOutcome[];
  readonly flags: readonly string[];
  readonly about: readonly SubjectLink[];
  readonly claims: readonly ClaimLink[];
  readonly file: string;
}

export interface EvidenceFinding {
  readonly outcome: string;
  /** "light touch" */
  readonly against: string;
  readonly says: string;
  readonly plain: string;
  /** "moderate" */
  readonly certainty: string;
  /** "Trials start at high. One step down for risk of bias: … That leaves moderate." */
  readonly steps: readonly string[];
  readonly studies: readonly StudyLine[];
}

/** What is known about massage with a condition, or which studies and claims a technique has. */
export interface EvidenceSection {
  /** Left out for a technique. */
  readonly state?: EvidenceState;
  /** The state in a sentence. */
  readonly stateWords?: string;
  readonly plain?: string;
  readonly none?: string;
  readonly findings: readonly EvidenceFinding[];
  readonly published: readonly StudyLine[];
  readonly studies: readonly StudyLine[];
  readonly unread: readonly StudyLine[];
  readonly claims: readonly ClaimLink[];
  readonly gaps: readonly string[];
  /** How old it is. */
  readonly freshness?: string;
  /** Why the studies are not pooled here, or that they could be. */
  readonly pooling: readonly string[];
}

export interface EvidencePages {
  readonly counts: Readonly<Record<'studies' | 'unread' | 'claims' | 'conditions', number>>;
  /** As the files stand: what is most often said first. */
  claims(): readonly ClaimPage[];
  claim(id: string): ClaimPage | undefined;
  /** What is said of these conditions and techniques, and of massage of any kind. */
  claimsAbout(subjects: readonly string[]): {
    readonly these: readonly ClaimLink[];
    readonly general: readonly ClaimLink[];
  };
  /** By name. */
  studies(): readonly StudyPage[];
  study(id: string): StudyPage | undefined;
  /** The study behind a source that a rule or a page cites, where its results were read. */
  studyOfSource(sourceId: string): StudyLine | undefined;
  /** Papers whose results nobody has read. */
  unread(): readonly StudyLine[];
  /** @returns nothing for what is neither a condition nor a technique */
  of(subjectId: string): EvidenceSection | undefined;
  /**
   * What is known of massage with a condition in one sentence, for a letter to a clinician; of the technique
   * where it was studied. Nothing where nobody has looked.
   */
  sentence(condition: string, technique?: string): string | undefined;
  /** The conditions on which there is a word, with how sure the best finding is. */
  conditions(): readonly {
    readonly link: SubjectLink;
    readonly stateWords: string;
    readonly plain: string;
  }[];
}
