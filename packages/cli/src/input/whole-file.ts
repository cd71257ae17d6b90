/** Writes a file whole or not at all: under another name first, then on the disk, then under its own name. */
import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * @param path only its owner may read it; one that is there is replaced
 * @param write called once with a sink for the bytes
 * @param check reads what is on the disk before it gets its name; throws when it is not as it should be
 */
export async function writeWhole<Result>(
  path: string,
  write: (sink: (bytes: Uint8Array) => void) => Promise<Result>,
  check: (unfinished: string) => Promise<void> = async () => {},
): Promise<Result> {
  const folder = dirname(path);
  const unfinished = join(folder, `.assuage-${randomUUID()}.unfinished`);
  const file = openSync(unfinished, 'wx', 0o600);
  try {
    let result: Result;
    try {
      result = await write((bytes) => writeAll(file, bytes));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    await check(unfinished);
    renameSync(unfinished, path);
    syncFolder(folder);
    return result;
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** Writes words. @returns what the disk or its owner said, or nothing */
export async function writeText(path: string, text: string): Promise<string | undefined> {
  try {
    await writeWhole(path, async (sink) => sink(new TextEncoder().encode(text)));
    return undefined;
  } catch (error) {
    const trouble = diskTrouble(error);
    if (trouble === undefined) throw error;
    return trouble;
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

/** So that the new name outlives a power cut. Windows keeps names safe by itself and has no such call. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** What the operating system said, for people; undefined when it said nothing. */
export function diskTrouble(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? error.code : undefined;
  // Node.js reads no more in one piece, and asks no operating system about it.
  if (code === 'ERR_FS_FILE_TOO_LARGE')
    return 'a file of more than 2 GB cannot be read in one piece. So much belongs in PostgreSQL: "assuage db copy" takes it there';
  if (!('syscall' in error)) return undefined;
  if (code === 'ENOSPC') return 'the disk is full';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'you may not write here';
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such file or folder';
  if (code === 'EISDIR') return 'this is a folder; name a file';
  return error.message;
}
