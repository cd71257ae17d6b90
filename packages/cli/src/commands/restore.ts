/** `assuage restore`: the records from a backup, into an empty folder. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { isLocked, readPassphrase, unlock } from '../input/passphrase.ts';
import { JOURNAL_FILE } from '../input/practice.ts';
import { diskTrouble, syncFolder } from '../input/whole-file.ts';
import { fail, ok, type Result } from '../result.ts';

export interface RestoreRequest {
  readonly file: string;
  /** Empty, or not there yet. */
  readonly folder: string;
  readonly passphraseFile: string | undefined;
}

/** @returns what to print */
export async function restore({
  file,
  folder,
  passphraseFile,
}: RestoreRequest): Promise<Result<string, string>> {
  const record = await import('@assuage/record');
  if (existsSync(folder) && readdirSync(folder).length > 0)
    return fail(`${folder} is not empty. Choose a new folder; nothing was changed.`);
  const bytes = await plainBytes(file, passphraseFile);
  if (!bytes.ok) return bytes;
  const unfinished = join(folder, `${JOURNAL_FILE}.unfinished`);
  try {
    const { database, key } = record.readBackup(bytes.value, file);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeDurably(unfinished, database);
    const { findings, clients, entries } = await record.verifyJournal(unfinished);
    if (key) writeDurably(join(folder, `${JOURNAL_FILE}.key`), key);
    renameSync(unfinished, join(folder, JOURNAL_FILE));
    syncFolder(folder);
    const odd =
      findings.length === 0
        ? ' Every chain is whole.'
        : `\nThe records were not as they should be when this was backed up: run "assuage db verify --data ${folder}".`;
    return ok(
      `${entries} entries of ${clients} clients are in ${folder}.${odd}\nStart "assuage serve --data ${folder}" and look at a few clients.\n`,
    );
  } catch (error) {
    rmSync(unfinished, { force: true });
    if (error instanceof record.JournalError) return fail(error.message);
    const trouble = diskTrouble(error);
    if (trouble !== undefined) return fail(`${folder}: ${trouble}. Nothing was restored.`);
    throw error;
  }
}

async function plainBytes(
  file: string,
  passphraseFile: string | undefined,
): Promise<Result<Uint8Array, string>> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const trouble = diskTrouble(error);
    if (trouble !== undefined) return fail(`${file}: ${trouble}`);
    throw error;
  }
  if (!isLocked(bytes)) return ok(bytes);
  if (passphraseFile === undefined)
    return fail(`${file} is encrypted. Name the file with its passphrase: --passphrase-file FILE`);
  const passphrase = readPassphrase(passphraseFile);
  if (!passphrase.ok) return passphrase;
  const plain = await unlock(bytes, passphrase.value);
  return plain
    ? ok(plain)
    : fail(`${file}: the passphrase does not fit, or the file is damaged. Nothing was restored.`);
}

function writeDurably(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
