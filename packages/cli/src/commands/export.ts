/** `assuage export`: a whole practice in one file. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readKnowledge } from '@assuage/knowledge/node';
import type { Practice } from '@assuage/record';
import { diskTrouble, writeWhole } from '../input/whole-file.ts';
import { fail, ok, type Result } from '../result.ts';
import { auditCommandLine } from './command-line-audit.ts';

export interface ExportRequest {
  readonly database: string;
  readonly file: string;
  /** Left out: the only one. */
  readonly practice: string | undefined;
}

/** @returns what to print */
export async function exportAll({
  database,
  file,
  practice: wanted,
}: ExportRequest): Promise<Result<string, string>> {
  const record = await import('@assuage/record');
  if (!record.isPostgresUrl(database) && !existsSync(database))
    return fail(`${database}: there are no records here`);
  const path = resolve(file);
  if (existsSync(path)) return fail(`${file} is there already. Choose another name.`);
  try {
    const journal = await record.openJournal(database);
    try {
      const practice = chosen(await journal.practices(), wanted);
      if (!practice.ok) return practice;
      const { clients, entries } = await writeWhole(path, (sink) =>
        record.exportPractice(journal, practice.value, names(record), sink),
      );
      // After the file is written, so that it is the same as one made after an import.
      await auditCommandLine(journal, practice.value.id, 'assuage export', 'export-practice');
      return ok(
        `${practice.value.name}: ${entries} entries of ${clients} clients are in ${file}. It holds health records that anyone can read who has it: keep it safe.\n`,
      );
    } finally {
      await journal.close();
    }
  } catch (error) {
    if (error instanceof record.JournalError) return fail(error.message);
    const trouble = diskTrouble(error);
    if (trouble !== undefined) return fail(`${file}: ${trouble}. Nothing was written.`);
    throw error;
  }
}

export function chosen(
  practices: readonly Practice[],
  wanted: string | undefined,
): Result<Practice, string> {
  const [first, ...others] = practices.filter(({ id }) => wanted === undefined || id === wanted);
  if (first && others.length === 0) return ok(first);
  if (!first && wanted === undefined) return fail('There is no practice here.');
  const list = practices.map(({ id, name }) => `  ${id}  ${name}`).join('\n');
  return fail(
    first
      ? `There are several practices here. Choose one with --practice:\n${list}`
      : `No practice has the id ${wanted}. These are here:\n${list}`,
  );
}

/** Without its knowledge the program still gives everything away, with ids instead of names. */
function names({ namesIn }: typeof import('@assuage/record')): (id: string) => string {
  const loaded = readKnowledge();
  return loaded.ok ? namesIn(loaded.knowledge) : (id) => id;
}
