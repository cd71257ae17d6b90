/** The tables of the read models, in SQL that SQLite and PostgreSQL both read. */

/**
 * @param text the type of a text that is ordered by its code points
 * @param rows what follows a table, and what follows one whose rows lie in their key
 */
export const readModelTables = (text: string, rows: { table: string; inKey: string }) => `
CREATE TABLE client (
  practice ${text} NOT NULL REFERENCES practice (id),
  id ${text} NOT NULL,
  details TEXT NOT NULL,
  said_on ${text} NOT NULL,
  said_in ${text} NOT NULL,
  name ${text} NOT NULL,
  position INTEGER NOT NULL,
  hash TEXT NOT NULL,
  last_entered TEXT NOT NULL,
  PRIMARY KEY (practice, id)
) ${rows.table};
CREATE INDEX client_name ON client (practice, name, id);

CREATE TABLE client_word (
  practice ${text} NOT NULL REFERENCES practice (id),
  word ${text} NOT NULL,
  client ${text} NOT NULL,
  name ${text} NOT NULL,
  PRIMARY KEY (practice, word, client)
) ${rows.inKey};

CREATE TABLE appointment (
  practice ${text} NOT NULL REFERENCES practice (id),
  entry ${text} NOT NULL,
  client ${text} NOT NULL,
  starts ${text} NOT NULL,
  minutes INTEGER NOT NULL,
  PRIMARY KEY (practice, entry),
  FOREIGN KEY (practice, entry) REFERENCES entry (practice, id),
  FOREIGN KEY (practice, client) REFERENCES client (practice, id)
) ${rows.table};
CREATE INDEX appointment_starts ON appointment (practice, starts, entry);
CREATE INDEX appointment_client ON appointment (practice, client);
CREATE INDEX entry_appointment_change ON entry (practice, client) WHERE kind = 'appointment-change';
`;
