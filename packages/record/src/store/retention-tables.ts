/** The tables of holds and tombstones, in SQL that SQLite and PostgreSQL both read. */

/**
 * @param text the type of a text that is ordered by its code points
 * @param after what follows a table
 */
export const retentionTables = (text: string, after: string) => `
ALTER TABLE practice ADD COLUMN jurisdiction TEXT;

CREATE TABLE hold (
  practice ${text} NOT NULL REFERENCES practice (id),
  id ${text} NOT NULL,
  client ${text} NOT NULL,
  reason TEXT NOT NULL,
  placed_by TEXT NOT NULL,
  placed_at ${text} NOT NULL,
  lifted_by TEXT,
  lifted_at TEXT,
  PRIMARY KEY (practice, id)
) ${after};
CREATE INDEX hold_client ON hold (practice, client) WHERE lifted_at IS NULL;

CREATE TABLE tombstone (
  practice ${text} NOT NULL REFERENCES practice (id),
  client ${text} NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  entries INTEGER NOT NULL CHECK (entries > 0),
  hash TEXT NOT NULL,
  destroyed_at ${text} NOT NULL,
  destroyed_by TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  rule TEXT NOT NULL,
  PRIMARY KEY (practice, client)
) ${after};
`;

/** With its tombstone a record goes, in an order that breaks no reference. */
export const DESTROY_SQL = ['appointment', 'client_word', 'client', 'entry']
  .map(
    (table) =>
      `DELETE FROM ${table} WHERE practice = NEW.practice AND ${table === 'client' ? 'id' : 'client'} = NEW.client;`,
  )
  .join('\n  ');
