/** `assuage backup`: everything in one file, made while Assuage runs, and checked before it gets its name. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isLocked, lock, readPassphrase, unlock } from '../input/passphrase.ts';
import { diskTrouble, writeWhole } from '../input/whole-file.ts';
import { fail, ok, type Result } from '../result.ts';

export interface BackupRequest {
  readonly database: string;
  /** Where the key file is. */
  readonly key: string;
  readonly folder: string;
  /** How many backups stay; undefined: all. */
  readonly keep: number | undefined;
  readonly passphraseFile: string | undefined;
  readonly now: Date;
}
export interface BackedUp {
  /** What to print. */
  readonly text: string;
  /** What is odd in the records themselves; empty when all is well. */
  readonly oddities: readonly string[];
}

/** The day and time in UTC, so that the order of names is the order of time. */
const NAME = /^assuage-\d{8}T\d{6}Z\.zip(\.age)?$/;
const WORK = '.backup-';
const DAY_MS = 86_400_000;

export const backupName = (now: Date, locked: boolean): string =>
  `assuage-${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}.zip${locked ? '.age' : ''}`;

/** The backups in a folder, the oldest first. */
export const backupsIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => NAME.test(name))
        .sort()
    : [];

export async function backup(request: BackupRequest): Promise<Result<BackedUp, string>> {
  const { database, key, keep, passphraseFile, now } = request;
  const record = await import('@assuage/record');
  if (record.isPostgresUrl(database))
    return fail(
      'A PostgreSQL server has its own backups: pg_dump, or base backups. docs/backup.md has the commands.',
    );
  if (!existsSync(database)) return fail(`${database}: there are no records here`);
  const passphrase = passphraseFile === undefined ? ok(undefined) : readPassphrase(passphraseFile);
  if (!passphrase.ok) return passphrase;
  const folder = resolve(request.folder);
  const name = backupName(now, passphrase.value !== undefined);
  let work: string | undefined;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    removeLeftovers(dirname(database), now);
    // Beside the records, where plain copies are already: the backup may go to a disk that others read.
    work = mkdtempSync(join(dirname(database), WORK));
    const copy = join(work, 'assuage.sqlite');
    record.snapshotSqlite(database, copy);
    const { findings, clients, entries } = await record.verifyJournal(copy);
    const packed = record.packBackup(copy, key);
    const file = join(folder, name);
    await writeWhole(
      file,
      async (sink) =>
        sink(passphrase.value === undefined ? packed : await lock(packed, passphrase.value)),
      async (unfinished) => {
        const read = await opened(readFileSync(unfinished), passphrase.value);
        record.readBackup(read ?? new Uint8Array(), file);
      },
    );
    const removed = findings.length > 0 || keep === undefined ? [] : rotate(folder, keep);
    return ok({
      text: [
        `${file}: ${entries} entries of ${clients} clients, read back and checked.`,
        passphrase.value === undefined
          ? 'It holds health records and the key of the second steps, not encrypted: keep it safe.'
          : 'It is encrypted. Without the passphrase nobody can open it, you included.',
        ...(removed.length === 0 ? [] : [`Older ones removed: ${removed.join(', ')}`]),
        '',
      ].join('\n'),
      oddities: findings.map(({ message }) => message),
    });
  } catch (error) {
    if (error instanceof record.JournalError) return fail(error.message);
    const trouble = diskTrouble(error);
    if (trouble !== undefined) return fail(`No backup was made in ${folder}: ${trouble}.`);
    throw error;
  } finally {
    if (work !== undefined) rmSync(work, { recursive: true, force: true });
  }
}

async function opened(
  bytes: Uint8Array,
  passphrase: string | undefined,
): Promise<Uint8Array | undefined> {
  return passphrase !== undefined && isLocked(bytes) ? unlock(bytes, passphrase) : bytes;
}

/** What a backup left that was cut off by a crash. */
function removeLeftovers(folder: string, now: Date): void {
  for (const name of readdirSync(folder).filter((found) => found.startsWith(WORK)))
    if (now.getTime() - statSync(join(folder, name)).mtimeMs > DAY_MS)
      rmSync(join(folder, name), { recursive: true, force: true });
}

/** @returns what was removed: only files with the name of a backup, the oldest first */
function rotate(folder: string, keep: number): string[] {
  const removed = backupsIn(folder).slice(0, -keep);
  for (const name of removed) rmSync(join(folder, name));
  return removed;
}
