/** What the use-cases of accounts work with. Clock and database come from outside. */
import { randomUUIDv7 } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Site } from './passkeys.ts';
import type { AccountTables } from './tables.ts';
import type { Vault } from './vault.ts';

export type Rows = Transaction<AccountTables>;

export interface Context {
  readonly practice: string;
  readonly site: Site;
  readonly vault: Vault;
  readonly now: () => Date;
  /** `SCRYPT_COST`, but for tests. */
  readonly scryptCost: number;
  /** One transaction in which only the rows of the practice are seen. */
  readonly run: <Result>(work: (rows: Rows) => Promise<Result>) => Promise<Result>;
}

/** Where a request comes from. */
export interface Caller {
  /** The network address. */
  readonly address: string;
  /** "Firefox on Linux" */
  readonly device: string;
}

/** The part of a UUID of version 7 that is its millisecond. */
const MILLISECOND = 13;
let last = '';

/**
 * Time-ordered, within a millisecond too: what this program notes later sorts later. It waits for the next
 * millisecond at most, and not at all when the clock was set back.
 */
export function newId(): string {
  let id = randomUUIDv7();
  while (id <= last && id.startsWith(last.slice(0, MILLISECOND))) id = randomUUIDv7();
  last = id;
  return id;
}

const MS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

export const instant = ({ now }: Pick<Context, 'now'>): string => now().toISOString();
export const inFuture = (context: Context, amount: number, unit: keyof typeof MS): string =>
  new Date(context.now().getTime() + amount * MS[unit]).toISOString();
