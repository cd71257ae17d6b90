/** A practice may live on a server of its own among many: so says the catalogue of each database. */
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { emptyDatabase } from '../testing/database.ts';
import { temporary } from '../testing/folder.ts';
import { open } from '../testing/journal-contract.ts';
import { run } from '../testing/postgres.ts';

interface Key {
  readonly table: string;
  /** The columns of the key; behind a foreign key, those that it refers to. */
  readonly columns: readonly string[];
  readonly of?: { readonly table: string; readonly columns: readonly string[] };
}

function expectPracticeFirst(keys: readonly Key[]): void {
  // The practice table is the practice itself.
  const first = (table: string) => (table === 'practice' ? 'id' : 'practice');
  for (const { table, columns, of } of keys) {
    expect([table, columns[0]]).toEqual([table, first(table)]);
    if (of) expect([table, of.table, of.columns[0]]).toEqual([table, of.table, first(of.table)]);
  }
  const tables = new Set(keys.map(({ table }) => table));
  for (const table of ['practice', 'entry', 'client', 'client_word', 'appointment', 'audit'])
    expect([...tables]).toContain(table);
  expect(keys.filter(({ of }) => of).length).toBeGreaterThan(8);
}

test('on SQLite every key, unique index and foreign key begins with the practice', async () => {
  const file = temporary('journal.db');
  await open(file);
  const database = new DatabaseSync(file, { readOnly: true });
  const all = (sql: string, ...values: string[]) =>
    database.prepare(sql).all(...values) as Record<string, string>[];
  const tables = all(`SELECT name FROM sqlite_schema WHERE type = 'table'`).map(
    ({ name }) => name ?? '',
  );
  const keys = tables.flatMap((table): Key[] => {
    const unique = all(`SELECT name FROM pragma_index_list(?) WHERE "unique"`, table);
    const foreign = Map.groupBy(
      all('SELECT * FROM pragma_foreign_key_list(?) ORDER BY id, seq', table),
      ({ id }) => id,
    );
    return [
      {
        table,
        columns: all('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk', table).map(
          ({ name }) => name ?? '',
        ),
      },
      ...unique.map((index) => ({
        table,
        columns: all('SELECT name FROM pragma_index_info(?) ORDER BY seqno', index.name ?? '').map(
          ({ name }) => name ?? '',
        ),
      })),
      ...[...foreign.values()].map((parts) => ({
        table,
        columns: parts.map(({ from }) => from ?? ''),
        of: { table: parts[0]?.table ?? '', columns: parts.map(({ to }) => to ?? '') },
      })),
    ];
  });
  database.close();
  expectPracticeFirst(keys);
});

test('on PostgreSQL every key, unique index and foreign key begins with the practice', async () => {
  const url = await emptyDatabase();
  await open(url);
  const names = (relation: string, numbers: string) =>
    `ARRAY(SELECT attname::text FROM unnest(${numbers}) WITH ORDINALITY AS n (number, place)
       JOIN pg_attribute ON attrelid = ${relation} AND attnum = number ORDER BY place)`;
  const { rows: unique } = await run(
    url,
    `SELECT indrelid::regclass::text AS table, ${names('indrelid', 'indkey::smallint[]')} AS columns
     FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
     WHERE indisunique AND relnamespace = 'public'::regnamespace`,
  );
  const { rows: foreign } = await run(
    url,
    `SELECT conrelid::regclass::text AS table, ${names('conrelid', 'conkey')} AS columns,
       confrelid::regclass::text AS other, ${names('confrelid', 'confkey')} AS "otherColumns"
     FROM pg_constraint WHERE contype = 'f'`,
  );
  expectPracticeFirst([
    ...(unique as Key[]),
    ...foreign.map(({ table, columns, other, otherColumns }) => ({
      table: String(table),
      columns: columns as string[],
      of: { table: String(other), columns: otherColumns as string[] },
    })),
  ]);
});
