/** `assuage export-contacts`: names and contact data for an address book. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { diskTrouble, writeWhole } from '../input/whole-file.ts';
import { fail, ok, type Result } from '../result.ts';
import { auditCommandLine } from './command-line-audit.ts';
import { chosen } from './export.ts';

export interface ExportContactsRequest {
  readonly database: string;
  readonly practice: string | undefined;
  readonly file: string;
  /** An id, or a name that only one client has; left out: everyone. */
  readonly client: string | undefined;
}

/** @returns what to print */
export async function exportContacts(
  request: ExportContactsRequest,
): Promise<Result<string, readonly string[]>> {
  const { database, file, client } = request;
  const record = await import('@assuage/record');
  if (!record.isPostgresUrl(database) && !existsSync(database))
    return fail([`${database}: there are no records here`]);
  const path = resolve(file);
  if (existsSync(path)) return fail([`${file} is there already. Choose another name.`]);
  try {
    const journal = await record.openJournal(database);
    try {
      const practice = chosen(await journal.practices(), request.practice);
      if (!practice.ok) return fail([practice.error]);
      const everyone = await journal.clients(practice.value.id);
      const meant = everyone.filter(
        ({ id, name }) => client === undefined || id === client || name === client,
      );
      const [first, second] = meant;
      if (client !== undefined && !first) return fail([`No client has the id or name ${client}.`]);
      if (client !== undefined && second)
        return fail([
          `Several clients are called ${client}. Use an id:`,
          ...meant.map(({ id, born }) => `  ${id}  born ${born ?? 'unknown'}`),
        ]);
      const { cardsOf } = await import('@assuage/contacts');
      await writeWhole(path, async (sink) => sink(new TextEncoder().encode(cardsOf(meant))));
      await auditCommandLine(
        journal,
        practice.value.id,
        'assuage export-contacts',
        client === undefined ? 'export-contacts' : 'export-contact',
        client === undefined ? { clients: meant.length } : { client: first?.id },
      );
      return ok(
        `The contact data of ${meant.length === 1 ? '1 client is' : `${meant.length} clients are`} in ${file}. Who is a client is private, too: keep it safe.\n`,
      );
    } finally {
      await journal.close();
    }
  } catch (error) {
    if (error instanceof record.JournalError) return fail([error.message]);
    const trouble = diskTrouble(error);
    if (trouble !== undefined) return fail([`${file}: ${trouble}. Nothing was written.`]);
    throw error;
  }
}
