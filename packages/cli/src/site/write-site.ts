/** Puts a site into a folder, all of it or nothing. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fail, ok, type Result } from '../result.ts';

/** Names every file of a site, so that a later one may take its place. */
const LIST_FILE = 'assuage-site.json';
const FORMAT = 'assuage-knowledge-site-1';

/**
 * @param folder new, empty, or with an earlier site and nothing else
 * @returns how many files were written
 */
export function writeSite(
  folder: string,
  files: ReadonlyMap<string, string>,
): Result<number, string> {
  const other = otherFile(folder);
  if (other !== undefined) return fail(`${folder}: ${other}`);
  const target = existsSync(folder) ? realpathSync(folder) : resolve(folder);
  const parent = dirname(target);
  const paths = [...files.keys(), LIST_FILE].sort();
  const list = JSON.stringify({ format: FORMAT, files: paths }, null, 2);
  let aside: string | undefined;
  try {
    mkdirSync(parent, { recursive: true });
    aside = mkdtempSync(join(parent, `.${basename(target)}-`));
    const site = join(aside, 'new');
    for (const [path, text] of [...files, [LIST_FILE, `${list}\n`] as const]) {
      const file = join(site, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    replace(target, site, join(aside, 'old'));
    return ok(paths.length);
  } catch (error) {
    return fail(`${folder}: cannot be written (${error instanceof Error ? error.message : error})`);
  } finally {
    if (aside !== undefined) rmSync(aside, { recursive: true, force: true });
  }
}

/** @param old where what stood there is put, and taken from again when the new cannot take its place */
function replace(target: string, site: string, old: string): void {
  if (existsSync(target)) renameSync(target, old);
  try {
    renameSync(site, target);
  } catch (error) {
    if (existsSync(old)) renameSync(old, target);
    throw error;
  }
}

/** Why a site must not be put there, if so. */
function otherFile(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  if (!statSync(folder).isDirectory()) return 'this is a file: give a new or empty folder';
  const listed = listedIn(folder);
  const ours = new Set(listed.flatMap((path) => [path, dirname(path)]));
  const other = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .find((path) => !ours.has(path));
  return (
    other &&
    `this folder holds other files (${other}), and nothing was written: give a new or empty folder`
  );
}

function listedIn(folder: string): readonly string[] {
  const file = join(folder, LIST_FILE);
  if (!existsSync(file)) return [];
  try {
    const list: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const isOurs =
      typeof list === 'object' &&
      list !== null &&
      'format' in list &&
      list.format === FORMAT &&
      'files' in list &&
      Array.isArray(list.files);
    return isOurs ? (list.files as unknown[]).filter((path) => typeof path === 'string') : [];
  } catch {
    return [];
  }
}
