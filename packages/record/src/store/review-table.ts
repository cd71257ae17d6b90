/** The table of a practice's own review of papers, in SQL that SQLite and PostgreSQL both read. */

/**
 * @param text the type of a text that is ordered by its code points
 * @param isJson what holds of a body that is JSON
 * @param after what follows the table
 */
export const reviewTable = (text: string, isJson: string, after: string) => `
CREATE TABLE review_step (
  practice ${text} NOT NULL REFERENCES practice (id),
  id ${text} NOT NULL,
  account ${text} NOT NULL,
  account_name TEXT NOT NULL,
  at ${text} NOT NULL,
  body TEXT NOT NULL CHECK (${isJson}),
  PRIMARY KEY (practice, id)
) ${after};
`;
