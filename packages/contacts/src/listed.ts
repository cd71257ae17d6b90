/** What a list from another program says about each client. */
import type { DateOrder } from './days.ts';
import type { Result } from './result.ts';

/** What a column may mean. */
export const FIELDS = [
  'name',
  'first',
  'middle',
  'last',
  'born',
  'pronouns',
  'phone',
  'email',
  'address',
] as const;
export type Field = (typeof FIELDS)[number];

export interface Column {
  readonly header: string;
  /** Undefined: not imported. */
  readonly field: Field | undefined;
}

/** One row, or one card. Texts are empty where nothing is said. */
export interface ListedClient {
  /** Of the file or the sheet, counted from 1. */
  readonly line: number;
  readonly name: string;
  /** `YYYY-MM-DD`; null: not said; or what is wrong with it. */
  readonly born: Result<string | null, string>;
  readonly pronouns: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  /** What was left out. */
  readonly note?: string;
  /** Why it is nobody who can be taken. */
  readonly wrong?: string;
}

/** What only whoever knows the list can say. `wrong-column`: a column was named that is not there. */
export type Need = 'name' | 'date-order';

export interface ClientList {
  readonly kind: 'csv' | 'workbook' | 'vcard';
  /** Of a workbook: the sheet that was read, and all with something in them. */
  readonly sheet?: string;
  readonly sheets?: readonly string[];
  readonly columns: readonly Column[];
  /** Empty while something is needed. */
  readonly clients: readonly ListedClient[];
  readonly needs?: Need;
}

export interface ListOptions {
  /** By header: what a column means, whatever it is called; null: nothing. */
  readonly map?: ReadonlyMap<string, Field | null> | undefined;
  /** Left out: found out from the dates. */
  readonly dates?: DateOrder | undefined;
  /** Of a workbook. Left out: the first that is not hidden and has two rows. */
  readonly sheet?: string | undefined;
}
