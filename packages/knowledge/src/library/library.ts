import type { Claim, Evidence, Study, UnreadStudy } from './study.ts';

/** What studies found and what is said of them, checked: every id in it leads somewhere. Plain data. */
export interface Library {
  /** Hash of the content of all knowledge, this library in it. */
  readonly release: string;
  readonly studies: readonly Study[];
  readonly unread: readonly UnreadStudy[];
  readonly claims: readonly Claim[];
  /** By condition. */
  readonly evidence: readonly Evidence[];
}
