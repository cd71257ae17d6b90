/** `assuage import`: a practice from its file into an empty place. */
import { readFileSync } from 'node:fs';
import { diskTrouble } from '../input/whole-file.ts';
import { fail, ok, type Result } from '../result.ts';

/** @returns what to print */
export async function importAll(database: string, file: string): Promise<Result<string, string>> {
  const { importPractice, JournalError, verifyJournal } = await import('@assuage/record');
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const trouble = diskTrouble(error);
    if (trouble !== undefined) return fail(`${file}: ${trouble}`);
    throw error;
  }
  try {
    const { name, clients, entries, already } = await importPractice(database, bytes, file);
    const what = `${name}: ${entries} entries of ${clients} clients`;
    if (already) return ok(`${what} were here already. Nothing was changed.\n`);
    const { findings } = await verifyJournal(database);
    const odd =
      findings.length === 0
        ? ''
        : `\nThe file holds ${findings.length} things that "assuage db verify" asks you to look at.`;
    return ok(
      `${what} are here, every chain is whole.${odd}\nStart "assuage serve": it prints a link with which the owner chooses a new password.\n`,
    );
  } catch (error) {
    if (error instanceof JournalError) return fail(error.message);
    throw error;
  }
}
