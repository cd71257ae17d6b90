/** Sending a file to a client's record. */
import { send } from './api.ts';
import { newId } from './ids.ts';
import { timeText } from './moment.ts';
import type { BodyOf, ClientRecord } from './record.ts';

/** In bytes; the server refuses more. */
const MOST_BYTES = 10_000_000;

/** What the device offers to choose from; the server looks at the bytes. */
export const OFFERED =
  'image/jpeg,image/png,image/webp,image/heic,.heic,application/pdf,text/plain';

/** What is said about a file, beside what its bytes say. */
export type FileWords = Pick<BodyOf<'file'>, 'title' | 'what' | 'dated'>;

/** @returns why a file cannot be sent; undefined when it can be tried */
export function refusalOf({ size }: Pick<File, 'size'>): string | undefined {
  if (size === 0) return 'This file is empty';
  return size > MOST_BYTES
    ? 'This file is larger than 10 MB. Take the photo at a lower resolution, or save the pages in two files'
    : undefined;
}

/** A file to be added. Whatever is tried again stays one file, because its entry keeps its id and time. */
export interface ChosenFile {
  readonly file: File;
  readonly id: string;
  /** When it was chosen, as local time. */
  readonly on: string;
}

export const chosenFile = (file: File, now: Date = new Date()): ChosenFile => ({
  file,
  id: newId(now.getTime()),
  on: timeText(now),
});

/**
 * @throws ApiError in words, and whatever the device says when it cannot read the file
 */
export async function sendFile(
  client: string,
  { file, id, on }: ChosenFile,
  words: FileWords,
): Promise<ClientRecord> {
  const bytes = await file.arrayBuffer();
  const sha256 = hexadecimal(await crypto.subtle.digest('SHA-256', bytes));
  const content = await base64Of(file);
  return send(`/api/clients/${encodeURIComponent(client)}/files`, {
    id,
    on,
    ...words,
    sha256,
    content,
  });
}

const hexadecimal = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** RFC 4648, as a file travels to the server. */
export const base64Of = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });

/** "840 bytes", "64 KB", "2.4 MB", of 1000 each, as disks count. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1).replace('.0', '')} MB`;
}
