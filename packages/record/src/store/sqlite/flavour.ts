/** A journal in one SQLite file. A durable commit costs one write to the disk, so appends share it. */
import type { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { Kysely, sql } from 'kysely';
import { JournalError } from '../../journal.ts';
import type { Flavour, Work } from '../flavour.ts';
import type { Rows, Tables, Writing } from '../tables.ts';
import { NodeSqliteDialect } from './dialect.ts';
import { isSqliteError, SQLITE } from './sqlite-error.ts';

/** So many wait for one commit at most. */
const MOST_TOGETHER = 200;

interface Waiting {
  readonly run: (rows: Writing) => Promise<unknown>;
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
}

export class SqliteFlavour implements Flavour {
  readonly where: string;
  /** One writes at a time. */
  readonly locksRows = false;
  readonly #database: DatabaseSync;
  readonly #db: Kysely<Tables>;
  #waiting: Waiting[] = [];
  #committing: Promise<void> | undefined;

  constructor(database: DatabaseSync, path: string) {
    this.#database = database;
    this.#db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) });
    this.where = path;
  }

  async read<Result>(_: string | null, run: (rows: Rows) => Promise<Result>): Promise<Result> {
    try {
      return await run(this.#db);
    } catch (error) {
      throw this.#inWords(error, 'cannot-read');
    }
  }

  write<Result>(_: string, work: Work, run: (rows: Writing) => Promise<Result>): Promise<Result> {
    if (work !== 'append') return this.#commit(run);
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.push({ run, resolve, reject });
      this.#committing ??= this.#commitWaiting();
    });
  }

  async close(): Promise<void> {
    await this.#committing;
    await this.#db.destroy();
    // Kysely leaves a database alone on which it has run no query.
    if (this.#database.isOpen) this.#database.close();
  }

  async #commit<Result>(run: (rows: Writing) => Promise<Result>): Promise<Result> {
    try {
      return await this.#db.transaction().execute(run);
    } catch (error) {
      throw this.#inWords(error, 'cannot-write');
    }
  }

  async #commitWaiting(): Promise<void> {
    while (this.#waiting.length > 0) {
      // Whatever arrives at the same time goes along.
      await setImmediate();
      await this.#commitTogether(this.#waiting.splice(0, MOST_TOGETHER));
    }
    this.#committing = undefined;
  }

  /** One commit for all; each succeeds or fails by itself. */
  async #commitTogether(group: readonly Waiting[]): Promise<void> {
    try {
      const answers = await this.#commit((rows) =>
        group.length === 1
          ? alone(rows, group)
          : eachInItsSavepoint(rows, group, () => this.#database.isTransaction),
      );
      for (const answer of answers) answer();
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  #inWords(error: unknown, code: 'cannot-read' | 'cannot-write'): unknown {
    if (isSqliteError(error, SQLITE.corrupt)) return damaged(this.where, error);
    if (!isSqliteError(error, SQLITE.readOnly, SQLITE.inputOutput, SQLITE.full, SQLITE.busy))
      return error;
    return new JournalError(
      code,
      code === 'cannot-write'
        ? `Nothing was saved: ${this.where} cannot be written (${error.message}). Check that the disk is not full and that no other program holds the file.`
        : `${this.where} cannot be read (${error.message}). Check the disk, and that no other program holds the file.`,
      { cause: error },
    );
  }
}

export const damaged = (path: string, cause: unknown): JournalError =>
  new JournalError(
    'damaged',
    `${path} is damaged. Put the newest backup in its place, and keep the damaged file: parts of it can often be saved.`,
    { cause },
  );

type Answer = () => void;

async function alone(rows: Writing, [one]: readonly Waiting[]): Promise<Answer[]> {
  const result = await one?.run(rows);
  return [() => one?.resolve(result as never)];
}

async function eachInItsSavepoint(
  rows: Writing,
  group: readonly Waiting[],
  isOpen: () => boolean,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const { run, resolve, reject } of group) {
    await sql`savepoint one`.execute(rows);
    try {
      const result = await run(rows);
      answers.push(() => resolve(result as never));
    } catch (error) {
      // SQLite itself gave the whole transaction up: then it failed for everyone, for this reason.
      if (!isOpen()) throw error;
      await sql`rollback to one`.execute(rows);
      answers.push(() => reject(error));
    }
    await sql`release one`.execute(rows);
  }
  return answers;
}
