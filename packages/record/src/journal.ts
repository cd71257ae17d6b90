/** What every store of journals promises, whatever database is behind it. */
import type { AccountTables } from '@assuage/accounts';
import type { Transaction } from 'kysely';
import { type ClientDetails, type ClientRecord, foldClient } from './client-record.ts';
import type { Entry, NewEntry } from './entries.ts';
import type { RetentionStore } from './retention.ts';
import type { ReviewStore } from './review.ts';

/** The tenant. Every key begins with its id, and one practice never sees another's entries. */
export interface Practice {
  readonly id: string;
  readonly name: string;
  readonly therapist: {
    readonly name: string;
    /** Ids of the techniques that need training and that the therapist has it for. */
    readonly training: readonly string[];
  };
  /** Everything in it is invented. */
  readonly demo: boolean;
  /** The place whose rules hold, an id from `jurisdictions/`. Left out: none is chosen. */
  readonly jurisdiction?: string;
}

export interface DayAppointment {
  readonly client: string;
  readonly entry: string;
  readonly starts: string;
  readonly minutes: number;
}

export interface FoundClients {
  readonly clients: readonly ClientDetails[];
  /** How many there are, those included that were not returned. */
  readonly found: number;
  /** There are so many that nobody counted further than `found`, and those returned are some of them. */
  readonly more: boolean;
}

/**
 * Journals of the clients of all practices. Entries are only ever added: appending an entry that is
 * already there changes nothing, so an unanswered request may simply be sent again.
 */
export interface Journal {
  /** The file, or the database and its server: for people, never with a password. */
  readonly where: string;
  practices(): Promise<Practice[]>;
  /** Adds a practice together with its first entries, or nothing. */
  found(practice: Practice, entries: readonly NewEntry[], entered: string): Promise<void>;
  /**
   * Adds all entries, or none. When the promise resolves they are on the disk.
   *
   * @param entered the instant of receipt, ISO 8601 in UTC
   * @param contents the bytes that entries of the kind `file` name, in any order
   * @throws JournalError `conflict` when an entry with the same id says something else;
   *   `no-content` when the bytes of a file are missing or are not what its entry says;
   *   `unknown-client` when neither the journal nor an earlier entry says who the client is
   */
  append(
    practice: string,
    entries: readonly NewEntry[],
    entered: string,
    contents?: readonly Uint8Array[],
  ): Promise<void>;
  /** The bytes that a file of this client has; undefined when it has none such. */
  fileContent(practice: string, client: string, sha256: string): Promise<Uint8Array | undefined>;
  /** In the order in which they were received. */
  entries(practice: string, client: string): Promise<Entry[]>;
  /**
   * Everyone's entries, client by client in the order of their ids: as they were received, in the version in
   * which they were written, so that their chains can be verified.
   */
  received(practice: string): AsyncIterable<readonly Entry[]>;
  /** Everyone, by name. */
  clients(practice: string): Promise<ClientDetails[]>;
  /**
   * Those in whose names every word of the text begins a word, by name; for an empty text, everyone.
   *
   * @param most how many to return
   */
  findClients(practice: string, text: string, most: number): Promise<FoundClients>;
  /** One transaction on the tables of `@assuage/accounts`, in which only the practice's rows are meant. */
  inAccounts<Result>(
    practice: string,
    work: (rows: Transaction<AccountTables>) => Promise<Result>,
  ): Promise<Result>;
  /** The name, the therapist and the place of a practice, as they are from now on. */
  changePractice(practice: Omit<Practice, 'demo'>): Promise<void>;
  /** Keeping and destroying whole records. */
  readonly retention: RetentionStore;
  /** The practice's own review of papers. */
  readonly review: ReviewStore;
  /** The ids of those who have had, or have, a within-person test. */
  tested(practice: string): Promise<string[]>;
  /** Everyone's appointments on a date (`YYYY-MM-DD`), by start. */
  appointmentsOn(practice: string, date: string): Promise<DayAppointment[]>;
  close(): Promise<void>;
}

export type JournalErrorCode =
  | 'conflict'
  | 'unknown-client'
  | 'no-content'
  | 'held'
  | 'cannot-open'
  | 'cannot-read'
  | 'cannot-write'
  | 'not-ours'
  | 'newer'
  | 'damaged';

/** What a person can cause, or must mend. */
export class JournalError extends Error {
  readonly code: JournalErrorCode;
  /** The id of the entry at fault, if one is. */
  readonly entry: string | undefined;

  constructor(
    code: JournalErrorCode,
    message: string,
    details: { entry?: string; cause?: unknown } = {},
  ) {
    super(message, { cause: details.cause });
    this.name = 'JournalError';
    this.code = code;
    this.entry = details.entry;
  }
}

export const recordOf = async (
  journal: Pick<Journal, 'entries'>,
  practice: string,
  client: string,
): Promise<ClientRecord | undefined> => foldClient(await journal.entries(practice, client));
