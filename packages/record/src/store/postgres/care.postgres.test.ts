import { describeCare } from '../../testing/care-contract.ts';
import { emptyDatabase } from '../../testing/database.ts';
import { run } from '../../testing/postgres.ts';

describeCare('PostgreSQL', async () => {
  const where = await emptyDatabase();
  return {
    where,
    async meddle(sql) {
      // As whoever owns the server could: without triggers and without foreign keys.
      await run(where, 'SET session_replication_role = replica', sql);
    },
  };
});
