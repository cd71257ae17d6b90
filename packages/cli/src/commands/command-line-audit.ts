/** The line in the audit for what was done at the command line, where nobody signs in. */
import { userInfo } from 'node:os';
import type { Action } from '@assuage/accounts';
import type { Journal } from '@assuage/record';

/** @param command as it was typed, without its files: `assuage export` */
export async function auditCommandLine(
  journal: Journal,
  practice: string,
  command: string,
  action: Action,
  details: object = {},
): Promise<void> {
  const { writeAudit } = await import('@assuage/accounts');
  const person = userInfo().username;
  await journal.inAccounts(practice, (rows) =>
    writeAudit(
      { practice, now: () => new Date() },
      rows,
      {
        kind: 'account',
        id: `command-line:${person}`,
        name: `${person}, at the command line`,
        role: 'owner',
        clients: [],
      },
      { address: 'this computer', device: command },
      { action, outcome: 'done', details },
    ),
  );
}
