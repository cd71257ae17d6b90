/** The knowledge as pages: plain data, for whatever shows it. */
import type { Fact, Goal, LimitKind, Source, Technique } from '@assuage/knowledge';
import type { CitedSource, Sure } from '@assuage/safety';

export type Subject = Fact | Technique;
export type SubjectKind = Subject['kind'];

export interface SubjectLink {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly name: string;
}

export interface HandbookLimit {
  readonly id: string;
  readonly kind: LimitKind;
  /** What it changes, one sentence, with nobody in mind. */
  readonly says: string;
  readonly basis: 'cited' | 'judgement';
  readonly sure: Sure;
  /** For `judgement`: what it leans on. */
  readonly sources: readonly CitedSource[];
}

export interface HandbookRule {
  readonly id: string;
  /** The subject whose file holds it. */
  readonly about: SubjectLink;
  /** "Rheumatoid arthritis and weeks on steroids without a break (12 or more)" */
  readonly when: string;
  /** What `when` names. Empty for a rule that holds for everyone. */
  readonly facts: readonly SubjectLink[];
  readonly because: string;
  readonly limits: readonly HandbookLimit[];
  /** Milder sources; the rule follows the stricter ones. */
  readonly disagree: readonly CitedSource[];
}

/** A few short sentences for lay people. */
export interface HandbookSection {
  readonly title: string;
  readonly sentences: readonly string[];
}

/** What a technique is used for, and how well that is known. */
export interface HandbookHelp {
  readonly goal: Goal;
  readonly level: Technique['helps'][number]['level'];
  /** "very low": how sure that is, where it was graded. */
  readonly sure?: string;
  /** Only for clients with one of these. Empty: anyone. */
  readonly for: readonly SubjectLink[];
  readonly sources: readonly CitedSource[];
}

export interface HandbookCode {
  readonly system: 'ICD-10' | 'ICD-10-CM' | 'ATC';
  readonly code: string;
}

/** A single medicine of a class. */
export interface HandbookMedicine {
  /** The generic name. */
  readonly name: string;
  /** Brands, and other words for it. */
  readonly also: readonly string[];
}

export interface HandbookPage {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly name: string;
  readonly also: readonly string[];
  readonly plain: string;
  /** How a client is asked. */
  readonly ask?: string;
  readonly redFlag: boolean;
  readonly sections: readonly HandbookSection[];
  readonly symptoms: readonly string[];
  readonly organs: readonly string[];
  readonly codes: readonly HandbookCode[];
  readonly broader: readonly SubjectLink[];
  readonly narrower: readonly SubjectLink[];
  /** The medicines of a class, by name. */
  readonly names: readonly HandbookMedicine[];
  /** Those in its own file. */
  readonly rules: readonly HandbookRule[];
  /**
   * Rules of other subjects that depend on this one or on something broader; for a technique, those that
   * leave it out.
   */
  readonly rulesElsewhere: readonly HandbookRule[];
  /** Least and most pressure of a technique, 0 to 5. */
  readonly pressure?: readonly [number, number];
  /** What to offer when a technique is out, nearest first. */
  readonly nearest: readonly SubjectLink[];
  readonly helps: readonly HandbookHelp[];
  /** What the page itself rests on; the rules carry their own. */
  readonly sources: readonly CitedSource[];
  /** "knowledge/conditions/rheumatoid-arthritis.yaml" */
  readonly file: string;
}

export interface HandbookGroup {
  readonly kind: SubjectKind;
  readonly title: string;
  /** By name. */
  readonly links: readonly SubjectLink[];
}

export interface HandbookIndex {
  readonly release: string;
  readonly groups: readonly HandbookGroup[];
  /** Findings that need a clinician and not a massage. */
  readonly redFlags: readonly SubjectLink[];
  readonly counts: Readonly<Record<`${SubjectKind}s` | 'rules' | 'sources', number>>;
}

/** A source, and what rests on it. */
export interface HandbookSource extends Omit<Source, 'kind'> {
  readonly rules: readonly HandbookRule[];
  /** Pages whose description or client text rests on it. */
  readonly pages: readonly SubjectLink[];
}

export interface Handbook {
  readonly index: HandbookIndex;
  page(id: string): HandbookPage | undefined;
  rule(id: string): HandbookRule | undefined;
  /** By title. */
  sources(): readonly HandbookSource[];
}
