import { emptyDatabase } from '../../testing/database.ts';
import { run } from '../../testing/postgres.ts';
import { describeRetention } from '../../testing/retention-contract.ts';

describeRetention('PostgreSQL', async () => {
  const where = await emptyDatabase();
  return {
    where,
    run: (sql) => run(where, "SET assuage.practice = 'a'", 'SET ROLE assuage_app', sql),
  };
});
