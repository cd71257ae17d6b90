/** What differs between the databases that keep a journal. Everything else is one code. */
import type { Rows, Writing } from './tables.ts';

/** What a piece of work does to the journal, which decides beside whom it may run. */
export type Work =
  /** Adds entries; several may be committed together. */
  | 'append'
  /** Alone among the accounts of the practice, so that what it read still holds when it writes. */
  | 'accounts'
  /** Alone in the journal of the practice. */
  | 'alone';

export interface Flavour {
  /** The file, or the server and the database: for people, never with a password. */
  readonly where: string;
  /**
   * Reads what was committed.
   *
   * @param practice the only one whose rows are seen; null: only the list of practices is
   */
  read<Result>(practice: string | null, run: (rows: Rows) => Promise<Result>): Promise<Result>;
  /** All that `run` writes, or nothing. When the promise resolves it is on the disk. */
  write<Result>(
    practice: string,
    work: Work,
    run: (rows: Writing) => Promise<Result>,
  ): Promise<Result>;
  /** Whether writers work side by side, so that a row must be locked before it is built upon. */
  readonly locksRows: boolean;
  close(): Promise<void>;
}
