/** The table of the bytes of files, in SQL that SQLite and PostgreSQL both read. */

/**
 * @param text the type of a text that is ordered by its code points
 * @param bytes the type of bytes
 * @param after what follows the table
 */
export const fileTable = (text: string, bytes: string, after: string) => `
CREATE TABLE file_content (
  practice ${text} NOT NULL REFERENCES practice (id),
  client ${text} NOT NULL,
  sha256 ${text} NOT NULL,
  bytes ${bytes} NOT NULL CHECK (length(bytes) > 0),
  PRIMARY KEY (practice, client, sha256)
) ${after};
`;

/** With the tombstone of their client they go, too. */
export const DESTROY_FILES_SQL =
  'DELETE FROM file_content WHERE practice = NEW.practice AND client = NEW.client;';
