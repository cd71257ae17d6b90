/** The file of a practice, made, read and forged. */
import { createHash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { onTestFinished } from 'vitest';
import { exportPractice } from '../archive/export.ts';
import { importPractice } from '../archive/import.ts';
import type { Journal } from '../journal.ts';
import { openJournal } from '../store/open.ts';
import { temporary } from './folder.ts';

export async function opened(where = temporary('journal.db')): Promise<Journal> {
  const journal = await openJournal(where);
  onTestFinished(() => journal.close());
  return journal;
}

export async function exported(journal: Journal): Promise<Uint8Array> {
  const [only] = await journal.practices();
  if (!only) throw new Error('no practice');
  const chunks: Uint8Array[] = [];
  await exportPractice(
    journal,
    only,
    (id) => id,
    (bytes) => chunks.push(bytes),
  );
  return Buffer.concat(chunks);
}

export const importedTo = async (file: Uint8Array, where = temporary('new.db')) => {
  const imported = await importPractice(where, file, 'harbour.zip');
  return { where, imported, journal: await opened(where) };
};

/** The parts of the file as a stranger's program reads them. */
export const partsOf = (file: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(file)).map(([name, part]) => [name, strFromU8(part)]),
  );

/** The file with other content in a part, and a list of parts that says so: what a liar would make. */
export function forged(
  file: Uint8Array,
  change: (parts: Record<string, string>) => void,
): Uint8Array {
  const parts = partsOf(file);
  change(parts);
  const manifest = JSON.parse(parts['manifest.json'] ?? '') as { parts: Record<string, object> };
  for (const [name, text] of Object.entries(parts))
    if (name !== 'manifest.json')
      manifest.parts[name] = {
        bytes: strToU8(text).length,
        sha256: createHash('sha256').update(text).digest('hex'),
      };
  parts['manifest.json'] = JSON.stringify(manifest);
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  );
}
