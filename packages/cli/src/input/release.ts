/** A knowledge release named on the command line: a folder, or a revision of this project's history. */
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  formatIssue,
  type Issue,
  type Knowledge,
  type Library,
  loadKnowledge,
  loadLibrary,
  type Measures,
  readPastLibrary,
  type SourceText,
} from '@assuage/knowledge';
import { KNOWLEDGE_FOLDER, readKnowledgeFiles, releaseOf } from '@assuage/knowledge/node';
import { fail, ok, type Result } from '../result.ts';

const GIT = 'git:';
const MOST_BYTES = 100_000_000;

/** The knowledge with what studies found and the outcome measures, of one release. */
export interface Release {
  readonly knowledge: Knowledge;
  readonly library: Library;
  readonly measures: Measures;
}

/** @param name a folder, or `git:` and a revision: `git:HEAD~1`, `git:v1.2` */
export function readRelease(name: string): Result<Knowledge, string[]> {
  const read = readFiles(name);
  return read.ok ? ok(read.value.knowledge) : read;
}

/** The same, with the library; a release from before there was one has an empty one. */
export function readWholeRelease(name: string): Result<Release, string[]> {
  const read = readFiles(name);
  if (!read.ok) return read;
  const { knowledge, measures, files } = read.value;
  const loaded = loadLibrary(files, knowledge);
  return loaded.ok
    ? ok({ knowledge, library: loaded.library, measures })
    : fail(messages(name, loaded.issues));
}

/** The same, where its library may be in a form that this version cannot read: then there is none. */
export function readAnyRelease(
  name: string,
): Result<Omit<Release, 'library'> & { readonly library: Library | undefined }, string[]> {
  const read = readFiles(name);
  if (!read.ok) return read;
  const { knowledge, measures, files } = read.value;
  return ok({ knowledge, measures, library: readPastLibrary(files, knowledge.release) });
}

function readFiles(
  name: string,
): Result<{ knowledge: Knowledge; measures: Measures; files: readonly SourceText[] }, string[]> {
  const files = name.startsWith(GIT) ? filesAt(name.slice(GIT.length)) : filesIn(name);
  if (!files.ok) return fail([`${name}: ${files.error}`]);
  const loaded = loadKnowledge(files.value, releaseOf(files.value));
  return loaded.ok
    ? ok({ knowledge: loaded.knowledge, measures: loaded.measures, files: files.value })
    : fail(messages(name, loaded.issues));
}

const messages = (name: string, issues: readonly Issue[]): string[] =>
  issues.map((issue) => `${name}: ${formatIssue(issue)}`);

function filesIn(folder: string): Result<readonly SourceText[], string> {
  if (!existsSync(folder)) return fail('there is no such folder');
  if (!statSync(folder).isDirectory()) return fail('this is not a folder');
  return ok(readKnowledgeFiles(resolve(folder)).subjects);
}

function filesAt(revision: string): Result<readonly SourceText[], string> {
  if (!/^[\w][\w./~^@{}-]*$/.test(revision)) return fail('this is not a revision');
  try {
    const paths = git(['ls-tree', '-r', '-z', '--name-only', revision])
      .toString('utf8')
      .split('\0')
      .filter((path) => path.endsWith('.yaml') && !path.endsWith('.cases.yaml'))
      .sort();
    if (paths.length === 0) return fail('this revision has no knowledge');
    const wanted = paths.map((path) => `${revision}:./${path}\n`).join('');
    return ok(split(git(['cat-file', '--batch'], wanted), paths));
  } catch {
    return fail('git does not know this revision here');
  }
}

const git = (args: readonly string[], input?: string): Buffer =>
  execFileSync('git', args, {
    cwd: KNOWLEDGE_FOLDER,
    maxBuffer: MOST_BYTES,
    stdio: ['pipe', 'pipe', 'ignore'],
    ...(input === undefined ? {} : { input }),
  });

/** `git cat-file --batch`: a line "<id> blob <bytes>", that many bytes and a line end, for each file. */
function split(batch: Buffer, paths: readonly string[]): SourceText[] {
  let at = 0;
  return paths.map((path) => {
    const end = batch.indexOf('\n', at);
    const bytes = Number(batch.toString('utf8', at, end).split(' ').at(-1));
    const text = batch.toString('utf8', end + 1, end + 1 + bytes);
    at = end + 1 + bytes + 1;
    return { path, text };
  });
}
