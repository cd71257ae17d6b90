/** `assuage import-clients`: who the clients are, from a list of another program, and back out again. */
import { existsSync, readFileSync } from 'node:fs';
import type { ClientList, JudgedRow, ListOptions, PastImport } from '@assuage/contacts';
import type { Journal, Practice } from '@assuage/record';
import { diskTrouble } from '../input/whole-file.ts';
import { fail, ok, type Result } from '../result.ts';
import { atCommandLine } from './command-line-audit.ts';
import { chosen } from './export.ts';

interface Request {
  readonly database: string;
  readonly practice: string | undefined;
}
export interface ImportClientsRequest extends Request, ListOptions {
  readonly file: string;
  /** Only says what would be done. */
  readonly dryRun: boolean;
  /** Leaves out the rows that cannot be taken, instead of taking none. */
  readonly skipBad: boolean;
  readonly now: Date;
}
export interface UndoImportRequest extends Request {
  /** The id of the import. */
  readonly undo: string;
  readonly dryRun: boolean;
}

type Done = Result<string, readonly string[]>;
const COMMAND = 'assuage import-clients';

/** @returns what to print, or one message to a line */
export async function importClients(request: ImportClientsRequest): Promise<Done> {
  const { file, dryRun, skipBad, now } = request;
  const bytes = bytesOf(file);
  if (!bytes.ok) return fail([`${file}: ${bytes.error}`]);
  const contacts = await import('@assuage/contacts');
  const read = contacts.readClientList(bytes.value, request);
  if (!read.ok) return fail([`${file}: ${read.error}`]);
  const list = read.value;
  const needed = neededFor(list);
  if (needed !== undefined) return fail([`${file}: ${needed}`]);
  return withPractice(request, async (journal, practice) => {
    if (practice.demo && !dryRun)
      return fail([
        'This is the demo practice, in which everyone is invented and nobody signs in. Start a practice of your own: assuage serve --own --data FOLDER',
      ]);
    const rows = contacts.judge(list.clients, {
      here: await journal.clients(practice.id),
      by: { name: practice.therapist.name, role: 'therapist' },
      now,
    });
    if (dryRun) return ok(report(file, list, rows, 'Nothing was written.'));
    const bad = rows.flatMap((row) =>
      row.outcome === 'bad' ? [`${file}, ${place(list)} ${row.line}: ${row.why}`] : [],
    );
    if (bad.length > 0 && !skipBad)
      return fail([
        ...bad,
        `Nothing was written. Mend ${bad.length === 1 ? 'this row' : 'these rows'}, or leave them out with --skip-bad.`,
      ]);
    const id = await contacts.takeClients(journal, practice.id, rows, atCommandLine(COMMAND));
    const added = rows.filter(({ outcome }) => outcome === 'new').length;
    const undo =
      id === undefined ? [] : [`To take this import back: assuage import-clients --undo ${id}`];
    return ok(report(file, list, rows, [`${added} clients were added.`, ...undo].join('\n')));
  });
}

/** @returns what to print */
export const undoImport = (request: UndoImportRequest): Promise<Done> =>
  withPractice(request, async (journal, practice) => {
    const { undo, dryRun } = request;
    const { takeBack } = await import('@assuage/contacts');
    const done = await takeBack(journal, practice.id, undo, atCommandLine(COMMAND), dryRun);
    if (!done)
      return fail([`No import has the id ${undo}. "assuage import-clients --list" shows them.`]);
    const { taken, kept, gone } = done;
    return ok(
      [
        `${taken.length} ${dryRun ? 'would be taken back' : 'taken back'}, ${kept.length} kept, ${gone} gone already`,
        '',
        ...taken.map(({ client, name }) => `  ${name} (${client})`),
        ...kept.map(({ client, name, why }) => `  kept: ${name} (${client}) ${why}`),
        '',
        dryRun
          ? 'Nothing was written.'
          : 'Each record that was taken back leaves a tombstone and a line in the audit.',
        '',
      ].join('\n'),
    );
  });

/** @returns what to print */
export const listImports = (request: Request): Promise<Done> =>
  withPractice(request, async (journal, practice) => {
    const { pastImports } = await import('@assuage/contacts');
    const lines = (await pastImports(journal, practice.id)).map(importLine);
    return ok(`${lines.length === 0 ? 'No clients were imported yet.' : lines.join('\n')}\n`);
  });

const importLine = ({ id, at, by, added, here }: PastImport): string =>
  `${id}  ${at.slice(0, 10)}  ${added} added, ${here} here still  (${by})`;

async function withPractice(
  { database, practice: wanted }: Request,
  work: (journal: Journal, practice: Practice) => Promise<Done>,
): Promise<Done> {
  const record = await import('@assuage/record');
  if (!record.isPostgresUrl(database) && !existsSync(database))
    return fail([`${database}: there are no records here`]);
  try {
    const journal = await record.openJournal(database);
    try {
      const practice = chosen(await journal.practices(), wanted);
      return practice.ok ? await work(journal, practice.value) : fail([practice.error]);
    } finally {
      await journal.close();
    }
  } catch (error) {
    if (error instanceof record.JournalError) return fail([error.message]);
    throw error;
  }
}

function bytesOf(file: string): Result<Uint8Array, string> {
  try {
    return ok(readFileSync(file));
  } catch (error) {
    const trouble = diskTrouble(error);
    if (trouble !== undefined) return fail(trouble);
    throw error;
  }
}

function neededFor({ needs, columns }: ClientList): string | undefined {
  if (needs === 'date-order')
    return 'the birth dates can be read in two ways (03/04/1970). Say --dates dmy for 3 April, or --dates mdy for March 4';
  const headers = columns.map(({ header }) => header);
  if (needs === 'name')
    return `no column holds the name. The columns are: ${headers.join(', ')}. Say which, such as --map "${headers[0]}=name"`;
  return undefined;
}

const place = ({ kind }: ClientList): string => (kind === 'workbook' ? 'row' : 'line');

function report(
  file: string,
  list: ClientList,
  rows: readonly JudgedRow[],
  result: string,
): string {
  const count = (outcome: JudgedRow['outcome']): number =>
    rows.filter((row) => row.outcome === outcome).length;
  const others = list.sheets?.filter((sheet) => sheet !== list.sheet) ?? [];
  return [
    `${file}: ${count('new')} new, ${count('existing')} here already, ${count('bad')} cannot be taken`,
    ...(list.sheet === undefined ? [] : [`The sheet "${list.sheet}" was read.`]),
    ...(others.length === 0 ? [] : [`For another one, say --sheet: ${others.join(', ')}`]),
    '',
    ...list.columns.map(({ header, field }) => `  ${header} → ${field ?? 'not imported'}`),
    '',
    ...rows.map((row) => `  ${place(list)} ${row.line}: ${outcomeOf(row)}`),
    '',
    result,
    '',
  ].join('\n');
}

function outcomeOf(row: JudgedRow): string {
  if (row.outcome === 'bad') return `cannot be taken: ${row.why}`;
  const said = row.outcome === 'new' ? `${row.name} is new` : `${row.name} ${row.as}`;
  return row.note === undefined ? said : `${said}; ${row.note}`;
}
