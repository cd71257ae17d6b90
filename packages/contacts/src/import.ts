/** Imports of clients: taken whole, remembered in the audit, and taken back. */
import { randomUUIDv7 } from 'node:crypto';
import { type AccountRows, type Actor, type Caller, writeAudit } from '@assuage/accounts';
import { type Journal, JournalError, type KeptRecord } from '@assuage/record';
import type { JudgedRow } from './judge.ts';

/** Whose deed it is, from where and when: for the audit and the tombstones. */
export interface Doer {
  readonly actor: Extract<Actor, { kind: 'account' }>;
  readonly caller: Caller;
  readonly now: () => Date;
}

export interface PastImport {
  /** A UUID. */
  readonly id: string;
  /** An instant. */
  readonly at: string;
  readonly by: string;
  /** How many clients it added. */
  readonly added: number;
  /** How many of them are here still. */
  readonly here: number;
}

export interface TakenBack {
  readonly taken: readonly ImportedClient[];
  /** Those that stay, and why. */
  readonly kept: readonly (ImportedClient & { readonly why: string })[];
  /** How many were taken back or destroyed earlier. */
  readonly gone: number;
}
interface ImportedClient {
  readonly client: string;
  readonly name: string;
}

/**
 * Adds everyone who is new, all or nobody.
 *
 * @returns the id of the import; undefined when nobody is new
 * @throws JournalError when the journal refuses
 */
export async function takeClients(
  journal: Journal,
  practice: string,
  rows: readonly JudgedRow[],
  doer: Doer,
): Promise<string | undefined> {
  const entries = rows.flatMap((row) => (row.outcome === 'new' ? [row.entry] : []));
  if (entries.length === 0) return undefined;
  const id = randomUUIDv7();
  await journal.append(practice, entries, doer.now().toISOString());
  await journal.inAccounts(practice, async (accounts) => {
    for (const { client } of entries)
      await note(accounts, practice, doer, {
        action: 'add-client',
        client,
        details: { import: id },
      });
  });
  return id;
}

/** The newest first. */
export async function pastImports(journal: Journal, practice: string): Promise<PastImport[]> {
  const added = await addedBy(journal, practice);
  const here = new Set((await journal.clients(practice)).map(({ id }) => id));
  return [...Map.groupBy(added, (line) => line.import)]
    .map(([id, lines]) => ({
      id,
      at: lines[0]?.at ?? '',
      by: lines[0]?.by ?? '',
      added: lines.length,
      here: lines.filter(({ client }) => here.has(client)).length,
    }))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

/**
 * Destroys the records that an import began and in which nothing was written since: each leaves a tombstone and
 * a line in the audit. All others stay.
 *
 * @param dryRun only says what would be done
 * @returns undefined when there was no such import
 */
export async function takeBack(
  journal: Journal,
  practice: string,
  id: string,
  doer: Doer,
  dryRun = false,
): Promise<TakenBack | undefined> {
  const clients = (await addedBy(journal, practice, id)).map(({ client }) => client);
  if (clients.length === 0) return undefined;
  const records = new Map(
    (await journal.retention.records(practice)).map((record) => [record.client, record]),
  );
  const taken: ImportedClient[] = [];
  const kept: (ImportedClient & { why: string })[] = [];
  for (const record of clients.flatMap((client) => records.get(client) ?? [])) {
    const { client, name } = record;
    const why =
      whyKept(record) ??
      (dryRun ? undefined : await destroyed(journal, practice, id, record, doer));
    if (why === undefined) taken.push({ client, name });
    else kept.push({ client, name, why });
  }
  return { taken, kept, gone: clients.length - taken.length - kept.length };
}

function whyKept({ entries, holds: [hold] }: KeptRecord): string | undefined {
  if (hold) return `is on hold: ${hold.reason}`;
  if (entries === 1) return undefined;
  return entries === 2 ? '1 entry was added since' : `${entries - 1} entries were added since`;
}

/** @returns why it could not be: somebody wrote in it, or put it on hold, in this moment */
async function destroyed(
  journal: Journal,
  practice: string,
  id: string,
  { client, hash }: KeptRecord,
  doer: Doer,
): Promise<string | undefined> {
  try {
    await journal.retention.destroy(
      practice,
      {
        client,
        hash,
        destroyedAt: doer.now().toISOString(),
        destroyedBy: doer.actor.name,
        reason: 'the import that began it was taken back',
        rule: 'nothing but what was imported was ever in it',
      },
      (accounts) =>
        note(accounts, practice, doer, {
          action: 'destroy-record',
          client,
          details: { import: id },
        }),
    );
    return undefined;
  } catch (error) {
    if (
      error instanceof JournalError &&
      ['conflict', 'held', 'unknown-client'].includes(error.code)
    )
      return error.message;
    throw error;
  }
}

/** @param id of one import; left out: of all */
const addedBy = (journal: Journal, practice: string, id?: string) =>
  journal.inAccounts(practice, async (accounts) => {
    const lines = await accounts
      .selectFrom('audit')
      .select(['client', 'at', 'actor_name as by', 'details'])
      .where('practice', '=', practice)
      .where('action', '=', 'add-client')
      .where('details', 'like', '{"import":"%')
      .orderBy('at')
      .orderBy('id')
      .execute();
    return lines.flatMap(({ client, at, by, details }) => {
      const found = (JSON.parse(details) as { import: string }).import;
      return client === null || (id !== undefined && found !== id)
        ? []
        : [{ client, at, by, import: found }];
    });
  });

const note = (
  accounts: AccountRows,
  practice: string,
  { actor, caller, now }: Doer,
  deed: { action: string; client: string; details: object },
): Promise<void> =>
  writeAudit({ practice, now }, accounts, actor, caller, { ...deed, outcome: 'done' });
