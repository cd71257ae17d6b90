/** Connections to PostgreSQL for Kysely, with each query text prepared once on each of them. */
import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import type { Tables } from '../tables.ts';

/** As many texts are kept prepared on a connection; the queries of this package are far fewer. */
const MOST_PREPARED = 300;
/** A list of many values is another text for each length, so it is not worth keeping. */
const MOST_PARAMETERS = 64;
const CONNECT_MS = 5000;

const INT8 = 20;
/** Numbers that count or number something are far below 2^53. */
const types = {
  getTypeParser: (oid: number, format: 'text' | 'binary' = 'text') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text'),
};

export interface Pool {
  readonly db: Kysely<Tables>;
  close(): Promise<void>;
}

/** @param onConnect SQL that runs first on every connection */
export function connect(url: string, size: number, onConnect: string): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    types,
    application_name: 'assuage',
  });
  // A connection that ends while nobody uses it: the next query opens another one.
  pool.on('error', () => {});
  // One that ends while it is in use fails the query in progress, or the next one, which says so.
  pool.on('connect', (client) => client.on('error', () => {}));
  const wrapped = new WeakMap<pg.PoolClient, Promise<PostgresPoolClient>>();
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    await pool.end();
  };
  const dialect = new PostgresDialect({
    pool: {
      options: {},
      end: close,
      connect: async () => {
        const client = await pool.connect();
        let ready = wrapped.get(client);
        if (!ready) {
          ready = client.query(onConnect).then(() => withPreparedStatements(client));
          wrapped.set(client, ready);
        }
        try {
          return await ready;
        } catch (error) {
          client.release(true);
          throw error;
        }
      },
    },
  });
  return { db: new Kysely<Tables>({ dialect }), close };
}

const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_PREPARED) return known;
  const name = `assuage_${names.size}`;
  names.set(text, name);
  return name;
}

function withPreparedStatements(client: pg.PoolClient): PostgresPoolClient {
  let broken = false;
  const query = async (text: string, values: readonly unknown[]) => {
    const few = values.length > 0 && values.length <= MOST_PARAMETERS;
    const name = few ? nameOf(text) : undefined;
    try {
      return await client.query({ ...(name && { name }), text, values: [...values] });
    } catch (error) {
      // What comes from the server has a severity; without one the connection itself failed.
      if (!(error instanceof Error && 'severity' in error)) broken = true;
      throw error;
    }
  };
  // Kysely asks with a text and its values; the cursor it could also pass is for streams, which nobody uses.
  return {
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy === true || broken),
  };
}
