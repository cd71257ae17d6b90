/** The rows of the journal, the same on SQLite and PostgreSQL. Every key begins with the practice. */
import type { AccountTables } from '@assuage/accounts';
import type { Kysely, Transaction } from 'kysely';

export interface Tables extends AccountTables {
  practice: {
    id: string;
    name: string;
    /** JSON */
    therapist: string;
    /** 0 or 1 */
    demo: number;
    /** The id of a place in `jurisdictions/`; null: none is chosen. */
    jurisdiction: string | null;
  };
  entry: EntryRow;
  /** Read model: who the client is by the newest word, and the head of the client's chain. */
  client: {
    practice: string;
    id: string;
    /** JSON: the body of the entry that says who the client is */
    details: string;
    /** When that entry happened, and its id: the newest by both is the one that counts. */
    said_on: string;
    said_in: string;
    /** The name as it is compared: lower case, without accents, every word behind a space. */
    name: string;
    /** Of the newest entry received: how many there are, its hash, and when it came. */
    position: number;
    hash: string;
    last_entered: string;
  };
  /** Read model: one row for each word of a client's name, so that a search finds its beginning. */
  client_word: {
    practice: string;
    word: string;
    client: string;
    /** As in `client`; a search for several words needs no other row. */
    name: string;
  };
  /** Read model: what is in the calendar. */
  appointment: {
    practice: string;
    entry: string;
    client: string;
    starts: string;
    minutes: number;
  };
  /** What files hold, by their SHA-256 in hexadecimal; an entry of the kind `file` names it. */
  file_content: {
    practice: string;
    client: string;
    sha256: string;
    bytes: Uint8Array;
  };
  hold: {
    practice: string;
    id: string;
    client: string;
    reason: string;
    placed_by: string;
    placed_at: string;
    lifted_by: string | null;
    lifted_at: string | null;
  };
  /** A practice's own review of papers, of which nothing is ever changed or deleted. */
  review_step: {
    practice: string;
    id: string;
    account: string;
    account_name: string;
    at: string;
    /** JSON */
    body: string;
  };
  /** In the place of the entries of a client whose record was destroyed. */
  tombstone: {
    practice: string;
    client: string;
    from_date: string;
    to_date: string;
    entries: number;
    hash: string;
    destroyed_at: string;
    destroyed_by: string;
    reason: string;
    rule: string;
  };
}

export interface EntryRow {
  practice: string;
  client: string;
  /** 1, 2, 3 … in the order in which a client's entries were received. */
  position: number;
  id: string;
  kind: string;
  v: number;
  happened: string;
  entered: string;
  /** JSON */
  author: string;
  /** JSON with its keys in order */
  body: string;
  previous: string | null;
  hash: string;
}

/** Where queries run. */
export type Rows = Kysely<Tables>;
export type Writing = Transaction<Tables>;

/** Made anew from the entries at any time; in the order in which they can be emptied. */
export const READ_MODELS = ['appointment', 'client_word', 'client'] as const;
