/** Keeping and destroying whole records: the one way in which entries ever go. */
import type { AccountTables } from '@assuage/accounts';
import type { Transaction } from 'kysely';

/** Why a record must be kept, whatever the rules say: a complaint, a claim, a court. */
export interface Hold {
  readonly id: string;
  readonly client: string;
  readonly reason: string;
  readonly placedBy: string;
  readonly placedAt: string;
}

/** A record as far as it matters for how long it is kept. */
export interface KeptRecord {
  readonly client: string;
  readonly name: string;
  /** Null: not known. */
  readonly born: string | null;
  /** The date of the last session; null: there was none. */
  readonly lastService: string | null;
  /** The last date on which anything was done, written, received or is booked. */
  readonly last: string;
  readonly entries: number;
  /** The head of the chain. */
  readonly hash: string;
  /** Those that are not lifted. */
  readonly holds: readonly Hold[];
}

/** What stays of a record that was destroyed. */
export interface Tombstone {
  readonly client: string;
  /** When the first and the last thing in it happened. */
  readonly from: string;
  readonly to: string;
  readonly entries: number;
  /** The head of the chain. */
  readonly hash: string;
  readonly destroyedAt: string;
  readonly destroyedBy: string;
  readonly reason: string;
  /** Under which rule. */
  readonly rule: string;
}

export interface Destruction
  extends Pick<Tombstone, 'client' | 'hash' | 'destroyedAt' | 'destroyedBy' | 'reason' | 'rule'> {}

export interface RetentionStore {
  /** Everyone, by name. */
  records(practice: string): Promise<KeptRecord[]>;
  /** The newest first. */
  tombstones(practice: string): Promise<Tombstone[]>;
  /** @throws JournalError `unknown-client` */
  hold(practice: string, hold: Hold): Promise<void>;
  /** @returns false when no such hold stands */
  lift(practice: string, client: string, hold: string, by: string, at: string): Promise<boolean>;
  /**
   * Puts a tombstone in the place of every entry of a client, and ends the links and shares to the record.
   *
   * @param also writes the audit, in the same transaction
   * @throws JournalError `unknown-client`; `held` when a hold stands; `conflict` when the head of the
   *   chain is not `hash` any more, because something was added since
   */
  destroy(
    practice: string,
    destruction: Destruction,
    also: (rows: Transaction<AccountTables>) => Promise<void>,
  ): Promise<Tombstone>;
}
