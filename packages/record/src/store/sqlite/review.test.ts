import { DatabaseSync } from 'node:sqlite';
import { temporary } from '../../testing/folder.ts';
import { describeReview } from '../../testing/review-contract.ts';

describeReview('SQLite', async () => {
  const where = temporary('journal.db');
  const run = async (sql: string) => {
    const database = new DatabaseSync(where);
    try {
      database.exec(sql);
    } finally {
      database.close();
    }
  };
  return { where, run, meddle: run };
});
