import { DatabaseSync } from 'node:sqlite';
import { describeCare } from '../../testing/care-contract.ts';
import { temporary } from '../../testing/folder.ts';

describeCare('SQLite', async () => {
  const where = temporary('journal.db');
  return {
    where,
    async meddle(sql) {
      const database = new DatabaseSync(where, { enableForeignKeyConstraints: false });
      database.exec(
        'DROP TRIGGER IF EXISTS entry_is_never_changed; DROP TRIGGER IF EXISTS entry_is_never_deleted',
      );
      database.exec(sql);
      database.close();
    },
  };
});
