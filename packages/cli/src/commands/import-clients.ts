/** `assuage import-clients`: who the clients are, from the list of another program. */
import { randomUUIDv7 } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { normalise } from '@assuage/knowledge';
import type { NewEntry, Practice } from '@assuage/record';
import * as v from 'valibot';
import {
  type ClientList,
  type ListedClient,
  type ListOptions,
  readClientList,
} from '../input/client-list.ts';
import { dayOf } from '../input/dates.ts';
import { diskTrouble } from '../input/whole-file.ts';
import { fail, ok, type Result } from '../result.ts';
import { auditCommandLine } from './command-line-audit.ts';
import { chosen } from './export.ts';

export interface ImportClientsRequest extends ListOptions {
  readonly database: string;
  readonly file: string;
  readonly practice: string | undefined;
  /** Only says what would be done. */
  readonly dryRun: boolean;
  /** Leaves out the rows that cannot be taken, instead of taking none. */
  readonly skipBad: boolean;
  readonly now: Date;
}

type Row = { readonly line: number; readonly name: string } & (
  | { readonly outcome: 'new'; readonly entry: NewEntry }
  | { readonly outcome: 'existing'; readonly as: string }
  | { readonly outcome: 'bad'; readonly why: string }
);

/** @returns what to print, or one message to a line */
export async function importClients(
  request: ImportClientsRequest,
): Promise<Result<string, readonly string[]>> {
  const { database, file, dryRun, skipBad, now } = request;
  const record = await import('@assuage/record');
  if (!record.isPostgresUrl(database) && !existsSync(database))
    return fail([`${database}: there are no records here`]);
  const text = readTable(file);
  if (!text.ok) return fail([`${file}: ${text.error}`]);
  const list = readClientList(text.value, request);
  if (!list.ok) return fail([`${file}: ${list.error}`]);
  try {
    const journal = await record.openJournal(database);
    try {
      const practice = chosen(await journal.practices(), request.practice);
      if (!practice.ok) return fail([practice.error]);
      if (practice.value.demo && !dryRun)
        return fail([
          'This is the demo practice, in which everyone is invented and nobody signs in. Start a practice of your own: assuage serve --own --data FOLDER',
        ]);
      const here = await journal.clients(practice.value.id);
      const rows = judge(list.value.clients, here, practice.value, now, (entry) => {
        const read = v.safeParse(record.NewEntry, entry);
        return read.success ? ok(read.output) : fail(read.issues[0].message);
      });
      const bad = rows.flatMap((row) =>
        row.outcome === 'bad' ? [`${file}, line ${row.line}: ${row.why}`] : [],
      );
      if (dryRun) return ok(report(file, list.value, rows, 'Nothing was written.'));
      if (bad.length > 0 && !skipBad)
        return fail([
          ...bad,
          `Nothing was written. Mend ${bad.length === 1 ? 'this row' : 'these rows'}, or leave them out with --skip-bad.`,
        ]);
      const added = rows.flatMap((row) => (row.outcome === 'new' ? [row.entry] : []));
      if (added.length > 0) {
        await journal.append(practice.value.id, added, now.toISOString());
        await auditCommandLine(journal, practice.value.id, 'assuage import-clients', 'add-client', {
          clients: added.length,
        });
      }
      return ok(report(file, list.value, rows, `${added.length} clients were added.`));
    } finally {
      await journal.close();
    }
  } catch (error) {
    if (error instanceof record.JournalError) return fail([error.message]);
    throw error;
  }
}

/** UTF-8, or what spreadsheets on Windows write. */
function readTable(file: string): Result<string, string> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const trouble = diskTrouble(error);
    if (trouble !== undefined) return fail(trouble);
    throw error;
  }
  if (bytes.subarray(0, 2).toString('latin1') === 'PK')
    return fail('this is a workbook or a ZIP file. Save it as CSV first');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ok(new TextDecoder('utf-16le').decode(bytes));
  if (bytes.includes(0)) return fail('this is no text. Save it as CSV first');
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return ok(new TextDecoder('windows-1252').decode(bytes));
  }
}

const samePerson = (name: string, born: string): string => `${normalise(name)}|${born}`;

function judge(
  listed: readonly ListedClient[],
  here: readonly { readonly name: string; readonly born: string }[],
  { therapist }: Practice,
  now: Date,
  parse: (entry: unknown) => Result<NewEntry, string>,
): Row[] {
  const known = new Map(here.map(({ name, born }) => [samePerson(name, born), 'is here already']));
  const on = `${dayOf(now)}T${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
  return listed.map((client): Row => {
    const { line, name, born, pronouns, phone, email, address } = client;
    const bad = (why: string): Row => ({ line, name, outcome: 'bad', why });
    if (name === '') return bad('no name');
    if (!born.ok) return bad(`${name}: ${born.error}`);
    if (born.value > dayOf(now)) return bad(`${name}: the date of birth is in the future`);
    const person = samePerson(name, born.value);
    const as = known.get(person);
    if (as !== undefined) return { line, name, outcome: 'existing', as };
    const id = randomUUIDv7();
    const contact = {
      ...(phone !== '' && { phone }),
      ...(email !== '' && { email }),
      ...(address !== '' && { address }),
    };
    const entry = parse({
      id,
      client: id,
      kind: 'client',
      v: 1,
      on,
      by: { name: therapist.name, role: 'therapist' },
      body: {
        name,
        born: born.value,
        ...(pronouns !== '' && { pronouns }),
        ...(Object.keys(contact).length > 0 && { contact }),
      },
    });
    if (!entry.ok) return bad(`${name}: ${entry.error}`);
    known.set(person, `is the same person as line ${line}`);
    return { line, name, outcome: 'new', entry: entry.value };
  });
}

function report(
  file: string,
  { columns }: ClientList,
  rows: readonly Row[],
  result: string,
): string {
  const count = (outcome: Row['outcome']): number =>
    rows.filter((row) => row.outcome === outcome).length;
  return [
    `${file}: ${count('new')} new, ${count('existing')} here already, ${count('bad')} cannot be taken`,
    '',
    ...columns.map(({ header, field }) => `  ${header} → ${field ?? 'not imported'}`),
    '',
    ...rows.map((row) => `  line ${row.line}: ${outcomeOf(row)}`),
    '',
    result,
    '',
  ].join('\n');
}

function outcomeOf(row: Row): string {
  if (row.outcome === 'bad') return `cannot be taken: ${row.why}`;
  return row.outcome === 'new' ? `${row.name} is new` : `${row.name} ${row.as}`;
}
