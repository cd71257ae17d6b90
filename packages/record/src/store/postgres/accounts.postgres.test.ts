import { describeAccounts } from '../../testing/accounts-contract.ts';
import { emptyDatabase } from '../../testing/database.ts';

describeAccounts('PostgreSQL', emptyDatabase);
