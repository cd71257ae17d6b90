/** Brings a database to the newest tables. One program at a time; the others wait and find it done. */
import { sql } from 'kysely';
import { JournalError } from '../../journal.ts';
import type { Rows } from '../tables.ts';
import type { Pool } from './pool.ts';
import { APP_ROLE, RIGHTS, SCHEMA_VERSION, STEPS, VERSION_TABLE } from './schema.ts';

/** "ASUG": the number of the lock that whoever changes tables holds. */
const LOCK = 0x41535547;

/**
 * @param where for people
 * @throws JournalError when the tables are those of a newer program or of another one
 */
export async function migrate({ db }: Pool, where: string): Promise<void> {
  if ((await versionOf(db)) === SCHEMA_VERSION) return;
  await db.transaction().execute(async (rows) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(rows);
    const version = await versionOf(rows);
    if (version === SCHEMA_VERSION) return;
    if (version > SCHEMA_VERSION) throw newer(where, version);
    if (version === 0) await refuseOthers(rows, where);
    await makeRole(rows);
    await sql.raw(VERSION_TABLE).execute(rows);
    for (const step of STEPS.slice(version)) await sql.raw(step).execute(rows);
    await sql.raw(RIGHTS).execute(rows);
    await sql`delete from assuage_schema`.execute(rows);
    await sql`insert into assuage_schema values (${SCHEMA_VERSION})`.execute(rows);
  });
}

async function versionOf(rows: Rows): Promise<number> {
  // Asked of the catalogue itself: what `to_regclass` knows may be older than the lock.
  const known = await sql`select from pg_class
    where relname = 'assuage_schema' and relnamespace = current_schema()::regnamespace`.execute(
    rows,
  );
  if (known.rows.length === 0) return 0;
  const found = await sql<{ version: number }>`select version from assuage_schema`.execute(rows);
  return found.rows[0]?.version ?? 0;
}

async function refuseOthers(rows: Rows, where: string): Promise<void> {
  const { rows: found } = await sql<{
    name: string;
  }>`select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm') limit 1`.execute(
    rows,
  );
  if (found[0])
    throw new JournalError(
      'not-ours',
      `${where} is the database of another program (it has ${found[0].name}). Choose an empty database; this one was not changed.`,
    );
}

const newer = (where: string, version: number): JournalError =>
  new JournalError(
    'newer',
    `${where} was written by a newer Assuage (its format is ${version}, this program knows up to ${SCHEMA_VERSION}). Update Assuage, or choose another database; this one was not changed.`,
  );

/** Roles belong to the whole server, so another database may make it at the same moment. */
const makeRole = async (rows: Rows): Promise<void> => {
  await sql
    .raw(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '${APP_ROLE}') THEN
          CREATE ROLE ${APP_ROLE} NOLOGIN;
        END IF;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END $$;
      -- Who made a role is not always allowed to take it.
      DO $$ BEGIN
        SET LOCAL ROLE ${APP_ROLE};
        RESET ROLE;
      EXCEPTION WHEN insufficient_privilege THEN
        EXECUTE format('GRANT ${APP_ROLE} TO %I', current_user);
      END $$;
      DO $$ BEGIN
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO ${APP_ROLE}', current_schema());
      END $$;
    `)
    .execute(rows);
};
