/** Reads one text file, or standard input, and refuses early what cannot be what is expected there. */
import { constants, type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { fail, ok, type Result } from '../result.ts';

export const MOST_BYTES = 1_000_000;
export const STDIN_NAME = '(standard input)';

/** What is expected in a file, for messages. */
export interface Expected {
  readonly name: string;
  readonly is: string;
}
const CLIENT_FILE: Expected = { name: 'a client file', is: 'JSON or YAML, in UTF-8' };

/** @param path a file, or `-` for `stdin` */
export async function readText(
  path: string,
  stdin: Readable,
  expected = CLIENT_FILE,
): Promise<Result<string, string>> {
  if (path === '-') return decode(await readAtMost(stdin), expected);
  let file: FileHandle;
  try {
    file = await open(path, constants.O_RDONLY);
  } catch (error) {
    return fail(whyUnreadable(error));
  }
  try {
    const stat = await file.stat();
    if (stat.isDirectory()) return fail('this is a folder; name one file in it');
    if (stat.isFile() && stat.size > MOST_BYTES) return fail(tooLarge(stat.size, expected));
    return decode(await readAtMost(file.createReadStream({ autoClose: false })), expected);
  } catch (error) {
    return fail(whyUnreadable(error));
  } finally {
    await file.close();
  }
}

const tooLarge = (bytes: number, { name }: Expected): string =>
  `too large: ${megabytes(bytes)} MB, and ${name} is at most ${megabytes(MOST_BYTES)} MB`;
const megabytes = (bytes: number): string => String(Math.ceil(bytes / 100_000) / 10);

/** Stops as soon as there is too much, so that an endless input ends at once. */
async function readAtMost(stream: Readable): Promise<Buffer | 'too large'> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    const buffer = Buffer.from(chunk);
    bytes += buffer.length;
    if (bytes > MOST_BYTES) return 'too large';
    chunks.push(buffer);
  }
  return Buffer.concat(chunks);
}

function decode(bytes: Buffer | 'too large', { name, is }: Expected): Result<string, string> {
  if (bytes === 'too large')
    return fail(`too large: ${name} is at most ${megabytes(MOST_BYTES)} MB`);
  const notText = `not a text file: ${name} is ${is}`;
  if (bytes.includes(0)) return fail(notText);
  try {
    // The decoder also takes away a byte order mark.
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return fail(notText);
  }
}

function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such file';
  if (code === 'EISDIR') return 'this is a folder; name one file in it';
  if (code === 'EACCES' || code === 'EPERM') return 'this file may not be read by you';
  return `cannot be read (${error instanceof Error ? error.message : String(error)})`;
}
