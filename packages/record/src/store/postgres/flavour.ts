/** A journal in a PostgreSQL database. Every transaction names its practice, and sees no other. */
import { sql } from 'kysely';
import type { Flavour, Work } from '../flavour.ts';
import type { Rows, Writing } from '../tables.ts';
import { inWords, mayTryAgain } from './errors.ts';
import type { Pool } from './pool.ts';

/** How often a write is tried when another one was in its way. */
const ATTEMPTS = 5;

export class PostgresFlavour implements Flavour {
  readonly where: string;
  readonly locksRows = true;
  readonly #pool: Pool;

  /** @param pool whose connections have taken the role of the application */
  constructor(pool: Pool, where: string) {
    this.#pool = pool;
    this.where = where;
  }

  async read<Result>(
    practice: string | null,
    run: (rows: Rows) => Promise<Result>,
  ): Promise<Result> {
    try {
      return await this.#pool.db.transaction().execute(async (rows) => {
        await sql`select set_config('assuage.practice', ${practice ?? ''}, true)`.execute(rows);
        return run(rows);
      });
    } catch (error) {
      throw inWords(error, 'cannot-read', this.where);
    }
  }

  async write<Result>(
    practice: string,
    work: Work,
    run: (rows: Writing) => Promise<Result>,
  ): Promise<Result> {
    for (let attempt = 1; ; attempt++)
      try {
        return await this.#pool.db.transaction().execute(async (rows) => {
          await enter(rows, practice, work);
          return run(rows);
        });
      } catch (error) {
        if (attempt < ATTEMPTS && mayTryAgain(error)) continue;
        throw inWords(error, 'cannot-write', this.where);
      }
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}

/** Names the practice, and waits for whoever must not write beside this work. */
async function enter(rows: Writing, practice: string, work: Work): Promise<void> {
  const config = sql`set_config('assuage.practice', ${practice}, true)`;
  // The first number says what the lock is for: 1 the accounts of a practice, 2 its journal.
  if (work === 'append')
    await sql`select ${config}, pg_advisory_xact_lock_shared(2, hashtext(${practice}))`.execute(
      rows,
    );
  else if (work === 'accounts')
    await sql`select ${config}, pg_advisory_xact_lock(1, hashtext(${practice}))`.execute(rows);
  else await sql`select ${config}, pg_advisory_xact_lock(2, hashtext(${practice}))`.execute(rows);
}
