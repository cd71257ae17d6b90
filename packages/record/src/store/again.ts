import type { Compilable, CompiledQuery } from 'kysely';
import type { Writing } from './tables.ts';

/** By database, then by name. */
const texts = new WeakMap<object, Map<string, CompiledQuery>>();

/**
 * Runs a query that is run for every entry: its text is made once for each kind of database, not every time, which
 * takes longer than running it.
 *
 * @param name the same only for what has the same text
 * @param build the query with these very values
 * @param values in the order in which the text asks for them
 */
export async function again<Row>(
  rows: Writing,
  name: string,
  build: () => Compilable<Row>,
  values: readonly unknown[],
): Promise<Row[]> {
  const database = rows.getExecutor().adapter;
  const known = texts.get(database) ?? new Map<string, CompiledQuery>();
  texts.set(database, known);
  const query = known.get(name) ?? build().compile();
  known.set(name, query);
  if (query.parameters.length !== values.length)
    throw new Error(
      `${name}: ${query.parameters.length} values are asked for, not ${values.length}`,
    );
  const result = await rows.executeQuery({ ...query, parameters: values });
  return result.rows as Row[];
}
