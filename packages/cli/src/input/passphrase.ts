/** Files locked with a passphrase, in the age format: the program `age` opens them too. */
import { readFileSync } from 'node:fs';
import { Decrypter, Encrypter } from 'age-encryption';
import { fail, ok, type Result } from '../result.ts';
import { diskTrouble } from './whole-file.ts';

const FIRST_LINE = Buffer.from('age-encryption.org/v1\n');

export const isLocked = (bytes: Uint8Array): boolean =>
  FIRST_LINE.equals(bytes.subarray(0, FIRST_LINE.length));

/** @param file its first line is the passphrase; an option would show it to other users of the computer */
export function readPassphrase(file: string): Result<string, string> {
  try {
    const [line = ''] = readFileSync(file, 'utf8').split(/\r?\n/);
    return line === ''
      ? fail(`${file}: the passphrase is missing; write it on the first line`)
      : ok(line);
  } catch (error) {
    const trouble = diskTrouble(error);
    if (trouble !== undefined) return fail(`${file}: ${trouble}`);
    throw error;
  }
}

export function lock(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(bytes);
}

/** @returns undefined when the passphrase does not fit, or the file is damaged */
export async function unlock(
  bytes: Uint8Array,
  passphrase: string,
): Promise<Uint8Array | undefined> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(bytes);
  } catch {
    return undefined;
  }
}
