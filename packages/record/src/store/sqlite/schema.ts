/** The tables, and the steps that lead to them. A step that was released is never edited: add one. */
import type { DatabaseSync } from 'node:sqlite';
import { ACCOUNT_TABLES_SQL } from '@assuage/accounts';
import { DESTROY_FILES_SQL, fileTable } from '../file-table.ts';
import { readModelTables } from '../read-model-tables.ts';
import { DESTROY_SQL, retentionTables } from '../retention-tables.ts';
import { reviewTable } from '../review-table.ts';

export const STEPS: readonly string[] = [
  `
  CREATE TABLE practice (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    therapist TEXT NOT NULL CHECK (json_valid(therapist)),
    demo INTEGER NOT NULL CHECK (demo IN (0, 1))
  ) STRICT;

  CREATE TABLE entry (
    practice TEXT NOT NULL REFERENCES practice (id),
    client TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 1),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    v INTEGER NOT NULL,
    happened TEXT NOT NULL,
    entered TEXT NOT NULL,
    author TEXT NOT NULL CHECK (json_valid(author)),
    body TEXT NOT NULL CHECK (json_valid(body)),
    previous TEXT,
    hash TEXT NOT NULL,
    PRIMARY KEY (practice, client, position),
    UNIQUE (practice, id),
    CHECK (position > 1 OR kind = 'client')
  ) STRICT;

  CREATE INDEX entry_appointment ON entry (practice, body ->> 'starts') WHERE kind = 'appointment';
  CREATE INDEX entry_client ON entry (practice, happened, id) WHERE kind = 'client';

  CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
  BEGIN SELECT RAISE(ABORT, 'entries are never changed: add an amendment'); END;

  CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry
  BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;

  -- INSERT OR REPLACE would delete without the trigger above.
  CREATE TRIGGER entry_is_never_replaced BEFORE INSERT ON entry
  WHEN EXISTS (SELECT 1 FROM entry WHERE practice = NEW.practice AND id = NEW.id)
    OR EXISTS (SELECT 1 FROM entry
               WHERE practice = NEW.practice AND client = NEW.client AND position = NEW.position)
  BEGIN SELECT RAISE(ABORT, 'entries are never replaced'); END;

  CREATE TRIGGER entry_follows_its_predecessor BEFORE INSERT ON entry
  WHEN NEW.previous IS NOT (SELECT hash FROM entry
                            WHERE practice = NEW.practice AND client = NEW.client
                              AND position = NEW.position - 1)
  BEGIN SELECT RAISE(ABORT, 'an entry follows the newest of its journal'); END;
  `,
  `
  ${ACCOUNT_TABLES_SQL}

  CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END;

  CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit is never deleted'); END;

  CREATE TRIGGER audit_is_never_replaced BEFORE INSERT ON audit
  WHEN EXISTS (SELECT 1 FROM audit WHERE practice = NEW.practice AND id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'the audit is never replaced'); END;
  `,
  `
  ${readModelTables('TEXT', { table: 'STRICT', inKey: 'STRICT, WITHOUT ROWID' })}
  DROP INDEX entry_appointment;
  DROP INDEX entry_client;
  `,
  `
  ${retentionTables('TEXT', 'STRICT')}

  DROP TRIGGER entry_is_never_deleted;
  CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry
  WHEN NOT EXISTS (SELECT 1 FROM tombstone
                   WHERE practice = OLD.practice AND client = OLD.client)
  BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;

  CREATE TRIGGER entry_is_not_of_a_destroyed_record BEFORE INSERT ON entry
  WHEN EXISTS (SELECT 1 FROM tombstone WHERE practice = NEW.practice AND client = NEW.client)
  BEGIN SELECT RAISE(ABORT, 'the record of this client was destroyed'); END;

  CREATE TRIGGER tombstone_is_never_changed BEFORE UPDATE ON tombstone
  BEGIN SELECT RAISE(ABORT, 'tombstones are never changed'); END;

  CREATE TRIGGER tombstone_is_never_deleted BEFORE DELETE ON tombstone
  BEGIN SELECT RAISE(ABORT, 'tombstones are never deleted'); END;

  CREATE TRIGGER tombstone_is_never_replaced BEFORE INSERT ON tombstone
  WHEN EXISTS (SELECT 1 FROM tombstone WHERE practice = NEW.practice AND client = NEW.client)
  BEGIN SELECT RAISE(ABORT, 'tombstones are never replaced'); END;

  CREATE TRIGGER tombstone_waits_for_holds BEFORE INSERT ON tombstone
  WHEN EXISTS (SELECT 1 FROM hold
               WHERE practice = NEW.practice AND client = NEW.client AND lifted_at IS NULL)
  BEGIN SELECT RAISE(ABORT, 'the record is on hold'); END;

  CREATE TRIGGER tombstone_takes_the_entries AFTER INSERT ON tombstone
  BEGIN
  ${DESTROY_SQL}
  END;
  `,
  `
  ${fileTable('TEXT', 'BLOB', 'STRICT')}

  CREATE TRIGGER file_content_is_never_changed BEFORE UPDATE ON file_content
  BEGIN SELECT RAISE(ABORT, 'files are never changed'); END;

  CREATE TRIGGER file_content_is_never_deleted BEFORE DELETE ON file_content
  WHEN NOT EXISTS (SELECT 1 FROM tombstone
                   WHERE practice = OLD.practice AND client = OLD.client)
  BEGIN SELECT RAISE(ABORT, 'files are never deleted'); END;

  CREATE TRIGGER file_content_is_never_replaced BEFORE INSERT ON file_content
  WHEN EXISTS (SELECT 1 FROM file_content
               WHERE practice = NEW.practice AND client = NEW.client AND sha256 = NEW.sha256)
  BEGIN SELECT RAISE(ABORT, 'files are never replaced'); END;

  CREATE TRIGGER file_content_is_not_of_a_destroyed_record BEFORE INSERT ON file_content
  WHEN EXISTS (SELECT 1 FROM tombstone WHERE practice = NEW.practice AND client = NEW.client)
  BEGIN SELECT RAISE(ABORT, 'the record of this client was destroyed'); END;

  CREATE TRIGGER tombstone_takes_the_files AFTER INSERT ON tombstone
  BEGIN
  ${DESTROY_FILES_SQL}
  END;
  `,
  `
  CREATE INDEX entry_trial ON entry (practice, client) WHERE kind = 'trial';
  `,
  `
  ${reviewTable('TEXT', 'json_valid(body)', 'STRICT')}

  CREATE TRIGGER review_step_is_never_changed BEFORE UPDATE ON review_step
  BEGIN SELECT RAISE(ABORT, 'steps of a review are never changed'); END;

  CREATE TRIGGER review_step_is_never_deleted BEFORE DELETE ON review_step
  BEGIN SELECT RAISE(ABORT, 'steps of a review are never deleted'); END;

  CREATE TRIGGER review_step_is_never_replaced BEFORE INSERT ON review_step
  WHEN EXISTS (SELECT 1 FROM review_step WHERE practice = NEW.practice AND id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'steps of a review are never replaced'); END;
  `,
];

/** A file before this one has no read models yet, or others: they are filled from its entries. */
const READ_MODELS_SINCE = 3;

export const SCHEMA_VERSION = STEPS.length;

/**
 * Brings the tables from the version they have to the newest. It belongs in a transaction.
 *
 * @returns whether the read models must now be filled
 */
export function migrate(database: DatabaseSync, from: number): boolean {
  for (const step of STEPS.slice(from)) database.exec(step);
  database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  return from < READ_MODELS_SINCE;
}
