/** Who is meant in the audit by what is done at the command line, where nobody signs in. */
import { userInfo } from 'node:os';
import type { Action, Actor, Caller } from '@assuage/accounts';
import type { Journal } from '@assuage/record';

/** @param command as it was typed, without its files: `assuage export` */
export function atCommandLine(command: string): {
  readonly actor: Extract<Actor, { kind: 'account' }>;
  readonly caller: Caller;
  readonly now: () => Date;
} {
  const person = userInfo().username;
  return {
    actor: {
      kind: 'account',
      id: `command-line:${person}`,
      name: `${person}, at the command line`,
      role: 'owner',
      clients: [],
    },
    caller: { address: 'this computer', device: command },
    now: () => new Date(),
  };
}

/** @param command as it was typed, without its files: `assuage export` */
export async function auditCommandLine(
  journal: Journal,
  practice: string,
  command: string,
  action: Action,
  details: object = {},
): Promise<void> {
  const { writeAudit } = await import('@assuage/accounts');
  const { actor, caller, now } = atCommandLine(command);
  await journal.inAccounts(practice, (rows) =>
    writeAudit({ practice, now }, rows, actor, caller, { action, outcome: 'done', details }),
  );
}
