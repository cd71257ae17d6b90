import { emptyDatabase } from '../../testing/database.ts';
import { run } from '../../testing/postgres.ts';
import { describeReview } from '../../testing/review-contract.ts';

describeReview('PostgreSQL', async () => {
  const where = await emptyDatabase();
  return {
    where,
    run: (sql) => run(where, "SET assuage.practice = 'a'", 'SET ROLE assuage_app', sql),
    meddle: (sql) => run(where, sql),
  };
});
