/** Reads the knowledge folder from disk. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SourceText } from '../file.ts';
import { type LibraryResult, loadLibrary } from '../library/load.ts';
import { type LoadResult, loadKnowledge } from '../load.ts';

/** The knowledge that ships with the program. */
export const KNOWLEDGE_FOLDER = fileURLToPath(new URL('../../../../knowledge/', import.meta.url));

export interface KnowledgeFiles {
  readonly subjects: SourceText[];
  /** Worked cases of rules. */
  readonly cases: SourceText[];
  /** Worked cases of measures: answers and the score they give. */
  readonly measureCases: SourceText[];
}

export function readKnowledgeFiles(folder: string): KnowledgeFiles {
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => ({ path, text: readFileSync(`${folder}/${path}`, 'utf8') }));
  const isCases = ({ path }: SourceText) => path.endsWith('.cases.yaml');
  const isOfMeasure = ({ path }: SourceText) => path.startsWith('measures/');
  const cases = texts.filter(isCases);
  return {
    subjects: texts.filter((file) => !isCases(file)),
    cases: cases.filter((file) => !isOfMeasure(file)),
    measureCases: cases.filter(isOfMeasure),
  };
}

/** @returns 12 hex digits of SHA-256 over the paths and texts of the files, in order of path */
export function releaseOf(files: readonly SourceText[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of files) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex').slice(0, 12);
}

export function readKnowledge(folder = KNOWLEDGE_FOLDER): LoadResult {
  const { subjects } = readKnowledgeFiles(folder);
  return loadKnowledge(subjects, releaseOf(subjects));
}

/** What studies found, beside the knowledge of the same folder: its ids are what the studies may name. */
export function readLibrary(folder = KNOWLEDGE_FOLDER): LibraryResult {
  const { subjects } = readKnowledgeFiles(folder);
  const loaded = loadKnowledge(subjects, releaseOf(subjects));
  return loaded.ok ? loadLibrary(subjects, loaded.knowledge) : loaded;
}
