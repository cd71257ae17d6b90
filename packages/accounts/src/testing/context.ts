/** A context on a real SQLite database in memory, with a clock that a test moves. */
import { randomBytes } from 'node:crypto';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import { onTestFinished } from 'vitest';
import type { Caller, Context } from '../context.ts';
import { ACCOUNT_TABLES_SQL } from '../schema.ts';
import type { AccountTables } from '../tables.ts';
import { createVault } from '../vault.ts';

export const PASSWORD = 'green kettle on the stove';
export const CALLER: Caller = { address: '192.0.2.7', device: 'Firefox on Linux' };
const START = Date.parse('2026-03-02T09:00:00Z');

export function testContext(origin = 'http://localhost:4600') {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE practice (id TEXT NOT NULL PRIMARY KEY);');
  database.exec("INSERT INTO practice VALUES ('harbour');");
  database.exec(ACCOUNT_TABLES_SQL);
  const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
  const db = new Kysely<AccountTables>({
    dialect: new SqliteDialect({
      database: {
        close: () => database.close(),
        prepare: (sql) => {
          const statement = database.prepare(sql);
          return {
            reader: statement.columns().length > 0,
            all: (parameters) => statement.all(...values(parameters)),
            run: (parameters) => statement.run(...values(parameters)),
            iterate: (parameters) => statement.iterate(...values(parameters)),
          };
        },
      },
    }),
  });
  onTestFinished(() => db.destroy());
  let time = START;
  const context: Context = {
    practice: 'harbour',
    site: { origin, name: 'Harbour Massage' },
    vault: createVault(randomBytes(32)),
    now: () => new Date(time),
    scryptCost: 8,
    run: (work) => db.transaction().execute(work),
  };
  const pass = (minutes: number) => {
    time += minutes * 60_000;
  };
  /** Everything that stands in the database, as one text. */
  const dump = (): string =>
    ['account', 'account_session', 'ticket', 'recovery_code', 'audit', 'attempt']
      .map((table) => JSON.stringify(database.prepare(`SELECT * FROM ${table}`).all()))
      .join('\n');
  return { context, pass, dump };
}
