/** Many named parts in one ZIP file, with a list of what each must be. The same parts give the same bytes. */
import { createHash } from 'node:crypto';
import { strToU8, unzipSync, Zip, ZipDeflate } from 'fflate';
import * as v from 'valibot';
import { canonical } from '../chain.ts';
import { JournalError } from '../journal.ts';

const MANIFEST = 'manifest.json';
/** A ZIP file without extensions has at most so many parts. */
const MOST_PARTS = 65_000;
/** The earliest time that a ZIP file can hold: when it was made would make every file another. */
const NO_TIME = new Date(1980, 0, 1);
/** Unpacked. More than this is no practice but an attack, or belongs on a PostgreSQL server. */
const MOST_BYTES = 4 * 1024 ** 3;
const TEXT_AT_ONCE = 65_536;

const Manifest = v.object({
  format: v.string(),
  parts: v.record(v.string(), v.strictObject({ bytes: v.number(), sha256: v.string() })),
});

export interface Part {
  write(content: string | Uint8Array): void;
  end(): void;
}

export interface Packer {
  /** One part at a time: end it before the next. */
  part(name: string): Part;
  /** A part that is at hand as a whole. */
  add(name: string, content: string | Uint8Array): void;
  /** Writes the list of parts, and the end. */
  finish(): void;
}

/** @param sink takes the bytes of the file, in order */
export function createPacker(format: string, sink: (bytes: Uint8Array) => void): Packer {
  const parts: Record<string, { bytes: number; sha256: string }> = {};
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    sink(bytes);
  });
  const begin = (name: string): ZipDeflate => {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = NO_TIME;
    zip.add(file);
    return file;
  };
  const packer: Packer = {
    part(name) {
      if (Object.keys(parts).length >= MOST_PARTS)
        throw new JournalError(
          'cannot-write',
          `There are too many clients and files for one file (more than ${MOST_PARTS} parts). Copy the database instead: "assuage db copy".`,
        );
      const file = begin(name);
      const hash = createHash('sha256');
      let bytes = 0;
      let waiting = '';
      const push = (chunk: Uint8Array) => {
        hash.update(chunk);
        bytes += chunk.length;
        file.push(chunk);
      };
      const flush = () => {
        if (waiting !== '') push(strToU8(waiting));
        waiting = '';
      };
      return {
        write(content) {
          if (typeof content !== 'string') return push(content);
          waiting += content;
          if (waiting.length >= TEXT_AT_ONCE) flush();
        },
        end() {
          flush();
          file.push(new Uint8Array(), true);
          parts[name] = { bytes, sha256: hash.digest('hex') };
        },
      };
    },
    add(name, content) {
      const part = packer.part(name);
      part.write(content);
      part.end();
    },
    finish() {
      const file = begin(MANIFEST);
      file.push(strToU8(`${canonical({ format, parts })}\n`), true);
      zip.end();
    },
  };
  return packer;
}

/**
 * @param what the file, for people
 * @returns every part, each as it was written
 * @throws JournalError `not-ours` or `damaged`, which says what is wrong and where
 */
export function readPack(format: string, file: Uint8Array, what: string): Map<string, Uint8Array> {
  const found = unpack(file, what);
  const listed = found.get(MANIFEST);
  const manifest = listed && manifestIn(listed);
  if (!manifest) throw notOurs(what);
  if (manifest.format !== format)
    throw new JournalError(
      'not-ours',
      `${what} is of the kind "${manifest.format}", and "${format}" is needed here.`,
    );
  found.delete(MANIFEST);
  for (const [name, { bytes, sha256 }] of Object.entries(manifest.parts)) {
    const part = found.get(name);
    if (!part) throw damagedPack(what, name, 'is missing');
    if (part.length !== bytes || createHash('sha256').update(part).digest('hex') !== sha256)
      throw damagedPack(what, name, 'is not as it was written');
  }
  for (const name of found.keys())
    if (!Object.hasOwn(manifest.parts, name))
      throw damagedPack(what, name, 'is not in the list of parts');
  return found;
}

export const damagedPack = (what: string, part: string, why: string): JournalError =>
  new JournalError(
    'damaged',
    `${what}: ${part} ${why}. Nothing was written. Take another copy of the file, or make it anew.`,
  );

const notOurs = (what: string): JournalError =>
  new JournalError(
    'not-ours',
    `${what} was not made by Assuage, or only a part of it is here. Nothing was written.`,
  );

function unpack(file: Uint8Array, what: string): Map<string, Uint8Array> {
  let bytes = 0;
  const tooLarge = new JournalError(
    'cannot-read',
    `${what} is too large to be read in one piece. Nothing was written.`,
  );
  try {
    const parts = unzipSync(file, {
      filter: ({ originalSize }) => {
        bytes += originalSize;
        if (bytes > MOST_BYTES) throw tooLarge;
        return true;
      },
    });
    return new Map(Object.entries(parts));
  } catch (error) {
    throw error === tooLarge ? error : notOurs(what);
  }
}

function manifestIn(bytes: Uint8Array): v.InferOutput<typeof Manifest> | undefined {
  try {
    return v.parse(Manifest, JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return undefined;
  }
}
