/** What may be kept as a file, and how its kind is known: by its first bytes, never by its name. */
import { createHash } from 'node:crypto';

/** In bytes. A photo of a phone has 2 to 6 million, a letter of several pages that was scanned less than 10. */
export const MOST_FILE_BYTES = 10_000_000;

export const FILE_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'application/pdf',
  'text/plain',
] as const;
export type FileType = (typeof FILE_TYPES)[number];

/** How the names of such files end, without the dot. */
const ENDINGS: Readonly<Record<FileType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
};

/** In hexadecimal. */
export const sha256Of = (content: Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/**
 * By the signatures of the formats: PNG (RFC 2083, 3.1), JPEG (SOI and a marker), WebP (RFC 9649, 2.4), HEIC
 * (ISO/IEC 23008-12: the brand in `ftyp`), PDF (ISO 32000). Text is UTF-8 without control characters.
 *
 * @returns undefined for everything else, which is not kept
 */
export function fileTypeOf(content: Uint8Array): FileType | undefined {
  if (startsWith(content, 0, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(content, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (says(content, 0, 'RIFF') && says(content, 8, 'WEBP')) return 'image/webp';
  if (says(content, 4, 'ftyp') && HEIC_BRANDS.some((brand) => says(content, 8, brand)))
    return 'image/heic';
  if (says(content, 0, '%PDF-')) return 'application/pdf';
  return isText(content) ? 'text/plain' : undefined;
}

const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'];

const startsWith = (content: Uint8Array, at: number, bytes: readonly number[]): boolean =>
  bytes.every((byte, i) => content[at + i] === byte);

const says = (content: Uint8Array, at: number, letters: string): boolean =>
  startsWith(content, at, [...Buffer.from(letters, 'latin1')]);

const isControl = (byte: number): boolean =>
  byte === 0x7f ||
  (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d);

function isText(content: Uint8Array): boolean {
  if (content.length === 0 || content.some(isControl)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content);
    return true;
  } catch {
    return false;
  }
}

/** A name for the disk of whoever takes a file along: letters, digits and spaces of its title, and its ending. */
export function fileNameOf({ title, dated, type }: NamedFile): string {
  const words = title
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N} _-]+/gu, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();
  return `${[dated, [...words].slice(0, MOST_NAME).join('').trim()].join(' ').trim()}.${ENDINGS[type]}`;
}

/** Where the bytes of a file stand in the export of a practice. */
export const filePartOf = (
  client: string,
  { sha256, type }: { readonly sha256: string; readonly type: FileType },
): string => `files/${client}/${sha256}.${ENDINGS[type]}`;

/** A name has at most 255 bytes on most disks, and a letter at most 4. */
const MOST_NAME = 50;

interface NamedFile {
  readonly title: string;
  /** `YYYY-MM-DD` */
  readonly dated: string;
  readonly type: FileType;
}
