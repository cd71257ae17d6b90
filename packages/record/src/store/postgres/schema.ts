/** The tables on PostgreSQL, and the steps that lead to them. A step that was released is never edited: add one. */
import { ACCOUNT_TABLES_SQL } from '@assuage/accounts';
import { DESTROY_FILES_SQL, fileTable } from '../file-table.ts';
import { readModelTables } from '../read-model-tables.ts';
import { DESTROY_SQL, retentionTables } from '../retention-tables.ts';
import { reviewTable } from '../review-table.ts';

/** Owns nothing and sees one practice at a time. */
export const APP_ROLE = 'assuage_app';

/** Ordered by code points, as SQLite orders, whatever the language of the server. */
const TEXT = 'TEXT COLLATE "C"';

/** Refuses, in words, what no right should allow anyway; not even the owner does it by mistake. */
const neverChanged = (table: string, words: string, unless = '') => `
CREATE FUNCTION ${table}_is_never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN ${unless}RAISE EXCEPTION '${words}'; END $$;
CREATE TRIGGER ${table}_is_never_changed BEFORE UPDATE OR DELETE ON ${table}
  FOR EACH ROW EXECUTE FUNCTION ${table}_is_never_changed();
CREATE TRIGGER ${table}_is_never_emptied BEFORE TRUNCATE ON ${table}
  FOR EACH STATEMENT EXECUTE FUNCTION ${table}_is_never_changed();
`;

const UNLESS_DESTROYED = `
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT 1 FROM tombstone WHERE practice = OLD.practice AND client = OLD.client)
    THEN RETURN OLD;
    END IF;
  END IF;
  `;

export const STEPS: readonly string[] = [
  `
  CREATE TABLE practice (
    id ${TEXT} NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    therapist TEXT NOT NULL CHECK (therapist::json IS NOT NULL),
    demo INTEGER NOT NULL CHECK (demo IN (0, 1))
  );

  CREATE TABLE entry (
    practice ${TEXT} NOT NULL REFERENCES practice (id),
    client ${TEXT} NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 1),
    id ${TEXT} NOT NULL,
    kind TEXT NOT NULL,
    v INTEGER NOT NULL,
    happened TEXT NOT NULL,
    entered TEXT NOT NULL,
    author TEXT NOT NULL CHECK (author::json IS NOT NULL),
    body TEXT NOT NULL CHECK (body::json IS NOT NULL),
    previous TEXT,
    hash TEXT NOT NULL,
    PRIMARY KEY (practice, client, position),
    UNIQUE (practice, id),
    CHECK (position > 1 OR kind = 'client')
  );
  ${neverChanged('entry', 'entries are never changed or deleted: add an amendment')}

  CREATE FUNCTION entry_follows_its_predecessor() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.previous IS DISTINCT FROM (
      SELECT hash FROM entry
      WHERE practice = NEW.practice AND client = NEW.client AND position = NEW.position - 1
    ) THEN RAISE EXCEPTION 'an entry follows the newest of its journal';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER entry_follows_its_predecessor BEFORE INSERT ON entry
    FOR EACH ROW EXECUTE FUNCTION entry_follows_its_predecessor();

  ${ACCOUNT_TABLES_SQL}
  ${neverChanged('audit', 'the audit is never changed or deleted')}

  ${readModelTables(TEXT, { table: '', inKey: '' })}
  `,
  `
  ${retentionTables(TEXT, '')}
  ${neverChanged('tombstone', 'tombstones are never changed or deleted')}

  CREATE OR REPLACE FUNCTION entry_is_never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' THEN
      IF EXISTS (SELECT 1 FROM tombstone WHERE practice = OLD.practice AND client = OLD.client)
      THEN RETURN OLD;
      END IF;
    END IF;
    RAISE EXCEPTION 'entries are never changed or deleted: add an amendment';
  END $$;

  CREATE FUNCTION entry_is_not_of_a_destroyed_record() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM tombstone WHERE practice = NEW.practice AND client = NEW.client)
    THEN RAISE EXCEPTION 'the record of this client was destroyed';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER entry_is_not_of_a_destroyed_record BEFORE INSERT ON entry
    FOR EACH ROW EXECUTE FUNCTION entry_is_not_of_a_destroyed_record();

  CREATE FUNCTION tombstone_waits_for_holds() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM hold
               WHERE practice = NEW.practice AND client = NEW.client AND lifted_at IS NULL)
    THEN RAISE EXCEPTION 'the record is on hold';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER tombstone_waits_for_holds BEFORE INSERT ON tombstone
    FOR EACH ROW EXECUTE FUNCTION tombstone_waits_for_holds();

  -- With the rights of whoever owns the tables: the application may delete no entry otherwise.
  CREATE FUNCTION tombstone_takes_the_entries() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  BEGIN
  ${DESTROY_SQL}
    RETURN NULL;
  END $$;
  CREATE TRIGGER tombstone_takes_the_entries AFTER INSERT ON tombstone
    FOR EACH ROW EXECUTE FUNCTION tombstone_takes_the_entries();
  `,
  `
  ${fileTable(TEXT, 'BYTEA', '')}
  -- Photos and scans are compressed already.
  ALTER TABLE file_content ALTER COLUMN bytes SET STORAGE EXTERNAL;
  ${neverChanged('file_content', 'files are never changed or deleted', UNLESS_DESTROYED)}

  CREATE TRIGGER file_content_is_not_of_a_destroyed_record BEFORE INSERT ON file_content
    FOR EACH ROW EXECUTE FUNCTION entry_is_not_of_a_destroyed_record();

  CREATE FUNCTION tombstone_takes_the_files() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  BEGIN
  ${DESTROY_FILES_SQL}
    RETURN NULL;
  END $$;
  CREATE TRIGGER tombstone_takes_the_files AFTER INSERT ON tombstone
    FOR EACH ROW EXECUTE FUNCTION tombstone_takes_the_files();
  `,
  `
  CREATE INDEX entry_trial ON entry (practice, client) WHERE kind = 'trial';
  `,
  `
  ${reviewTable(TEXT, 'body::json IS NOT NULL', '')}
  ${neverChanged('review_step', 'steps of a review are never changed or deleted')}
  `,
];

export const SCHEMA_VERSION = STEPS.length;

/** The version is known by a table without a key, so that every key begins with the practice. */
export const VERSION_TABLE = `
CREATE TABLE IF NOT EXISTS assuage_schema (version INTEGER NOT NULL);
`;

/**
 * What the role of the application may do: everything with the rows of the one practice that its
 * transaction names, but for what is never changed. Run again after every step, for new tables.
 */
export const RIGHTS = `
DO $$
DECLARE its record;
BEGIN
  FOR its IN
    SELECT relname AS name FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
      AND EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = 'practice')
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', its.name);
    EXECUTE format('DROP POLICY IF EXISTS own_practice ON %I', its.name);
    EXECUTE format(
      'CREATE POLICY own_practice ON %I TO ${APP_ROLE} USING (practice = current_setting(''assuage.practice'', true))',
      its.name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO ${APP_ROLE}', its.name);
  END LOOP;
END $$;
REVOKE UPDATE, DELETE ON entry, audit, tombstone, file_content, review_step FROM ${APP_ROLE};

-- Which practices there are is all that is seen of the others.
ALTER TABLE practice ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS every_practice ON practice;
CREATE POLICY every_practice ON practice FOR SELECT TO ${APP_ROLE} USING (true);
DROP POLICY IF EXISTS own_practice ON practice;
CREATE POLICY own_practice ON practice TO ${APP_ROLE} USING (id = current_setting('assuage.practice', true));
GRANT SELECT, INSERT, UPDATE ON practice TO ${APP_ROLE};
GRANT SELECT ON assuage_schema TO ${APP_ROLE};
`;
