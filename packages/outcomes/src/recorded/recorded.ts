import type { FixedTest } from '../verdict/fixed.ts';

/** The part of a client's record that outcomes are read from. */
export interface RecordedOutcomes {
  readonly trials: readonly RecordedTest[];
  readonly scores: readonly {
    readonly measure: string;
    /** `2026-03-01T09:00` */
    readonly on: string;
    readonly answers: Readonly<Record<string, number>>;
  }[];
  readonly sessions: readonly { readonly on: string }[];
  readonly statements: readonly {
    readonly fact: string;
    readonly answer: 'yes' | 'no' | 'unknown';
    readonly at: string;
  }[];
}

/** A test as it was fixed, and what became of it. */
export type RecordedTest = FixedTest & {
  readonly entry: string;
  readonly on: string;
  readonly hash: string;
  /** Oldest first. */
  readonly changes: readonly RecordedChange[];
};

export type RecordedChange = { readonly on: string } & (
  | { readonly change: 'ended'; readonly why: WhyEnded; readonly note: string }
  | { readonly change: 'noted'; readonly text: string }
);

export type WhyEnded = 'client-wished' | 'therapist-wished' | 'harm' | 'settled-early' | 'other';
