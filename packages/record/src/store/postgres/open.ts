/** Opens a database on a PostgreSQL server, or says what is wrong with it and what to do. */
import { JournalError } from '../../journal.ts';
import { inWords } from './errors.ts';
import { PostgresFlavour } from './flavour.ts';
import { migrate } from './migrate.ts';
import { connect, type Pool } from './pool.ts';
import { APP_ROLE } from './schema.ts';

const POOL_SIZE = 10;
const MOST_CONNECTIONS = 1000;

/**
 * @param url `postgres://user:password@host:5432/database`; `?pool=20` sets how many connections are
 *   held at most. The user owns the database the first time; later, a member of `assuage_app` will do
 * @throws JournalError that names the server and the database, never the password
 */
export async function openPostgres(url: string): Promise<PostgresFlavour> {
  const { address, size, where } = addressOf(url);
  try {
    // Who owns the tables makes them, on a connection of its own.
    const owner = connect(address, 1, 'SET client_min_messages = warning');
    try {
      await migrate(owner, where);
    } finally {
      await owner.close();
    }
    return new PostgresFlavour(asApplication(address, size), where);
  } catch (error) {
    throw inWords(error, 'cannot-open', where);
  }
}

/** Row-level security is in force for this role, and it may not change an entry. */
const asApplication = (address: string, size: number): Pool =>
  connect(address, size, `SET ROLE ${APP_ROLE}; SET synchronous_commit = on`);

function addressOf(url: string): { address: string; size: number; where: string } {
  const parsed = URL.parse(url);
  const refuse = (why: string) =>
    new JournalError(
      'cannot-open',
      `The address of the database will not do: ${why} Write it as postgres://user:password@host:5432/database.`,
    );
  if (!parsed) throw refuse('it is no address.');
  const database = decodeURIComponent(parsed.pathname.slice(1));
  if (database === '') throw refuse('it names no database.');
  const size = Number(parsed.searchParams.get('pool') ?? POOL_SIZE);
  if (!Number.isInteger(size) || size < 1 || size > MOST_CONNECTIONS)
    throw refuse(`pool must be a whole number from 1 to ${MOST_CONNECTIONS}.`);
  parsed.searchParams.delete('pool');
  const host = parsed.host || parsed.searchParams.get('host') || 'this computer';
  return {
    address: parsed.href,
    size,
    where: `PostgreSQL database ${database} on ${host}`,
  };
}
