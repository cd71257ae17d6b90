import { describeAccounts } from '../../testing/accounts-contract.ts';
import { temporary } from '../../testing/folder.ts';

describeAccounts('SQLite', async () => temporary('journal.db'));
