/** Files of studies, claims and evidence → the library, or every mistake in them at once. Pure. */
import { type ParsedFile, parseFile, type SourceText } from '../file.ts';
import { didYouMean, type Issue } from '../issues.ts';
import { factsOf, type Knowledge } from '../knowledge.ts';
import { namesFrom } from '../reading-age.ts';
import type { Source } from '../subjects.ts';
import { Technique } from '../subjects.ts';
import { nearestWords } from '../words.ts';
import { checkLibrary, type Shelves } from './check.ts';
import { checkHelps } from './check-helps.ts';
import type { Library } from './library.ts';
import { type Citations, type Claim, type Evidence, LibraryFile, type Study } from './study.ts';

export type LibraryResult =
  | { readonly ok: true; readonly library: Library }
  | { readonly ok: false; readonly issues: Issue[] };

const FOLDERS: Record<LibraryFile['kind'], string> = {
  study: 'studies',
  citations: 'studies',
  claim: 'claims',
  evidence: 'evidence',
};

/** Files of the library are read apart from the subjects: no rule depends on them. */
export const isLibraryFile = ({ path }: SourceText): boolean =>
  Object.values(FOLDERS).some((folder) => path.startsWith(`${folder}/`));

/**
 * @param files every `.yaml` file under `knowledge/`; those of other folders are left aside
 * @param knowledge what the files may refer to, and the sources that may be studies here
 */
export function loadLibrary(files: readonly SourceText[], knowledge: Knowledge): LibraryResult {
  const { shelves, issues } = readShelves(files);
  issues.push(
    ...checkLibrary(shelves, {
      conditions: new Set(factsOf(knowledge).map(({ id }) => id)),
      techniques: new Set(knowledge.techniques.map(({ id }) => id)),
      names: namesFrom([
        ...factsOf(knowledge).flatMap(({ name, also }) => [name, ...also]),
        ...knowledge.medicineNames.flatMap(({ words }) => words),
      ]),
    }),
  );
  issues.push(...lostStudies(files, knowledge.sources, shelves.studies));
  issues.push(...checkTechniques(files, shelves, knowledge));
  return issues.length > 0
    ? { ok: false, issues }
    : { ok: true, library: libraryOf(shelves, knowledge.release) };
}

/**
 * The library of a release that was checked when it was made, perhaps by milder rules: to be compared, not to be
 * used.
 * @returns undefined where its files are in a form that is not read here
 */
export function readPastLibrary(
  files: readonly SourceText[],
  release: string,
): Library | undefined {
  const { shelves, issues } = readShelves(files);
  return issues.length > 0 ? undefined : libraryOf(shelves, release);
}

function readShelves(files: readonly SourceText[]): { shelves: Shelves; issues: Issue[] } {
  const issues: Issue[] = [];
  const parsed: ParsedFile<LibraryFile>[] = [];
  for (const text of files.filter(isLibraryFile)) {
    const result = parseFile(text, LibraryFile);
    if (!result.ok) {
      issues.push(...result.issues);
      continue;
    }
    const { file } = result;
    const { kind, id } = file.value;
    const expected = `${FOLDERS[kind]}/${id}.yaml`;
    if (text.path !== expected)
      issues.push(file.issue(['id'], `a ${kind} with the id "${id}" belongs in ${expected}`));
    parsed.push(file);
  }
  const shelves = {
    studies: parsed.filter(isOf<Study>('study')),
    citations: parsed.filter(isOf<Citations>('citations')),
    claims: parsed.filter(isOf<Claim>('claim')),
    evidence: parsed.filter(isOf<Evidence>('evidence')),
  };
  return { shelves, issues };
}

function libraryOf(shelves: Shelves, release: string): Library {
  const values = <T>(shelf: readonly ParsedFile<T>[]): T[] => shelf.map(({ value }) => value);
  return {
    release,
    studies: values(shelves.studies),
    unread: values(shelves.citations).flatMap(({ citations }) => citations),
    claims: values(shelves.claims),
    evidence: values(shelves.evidence),
  };
}

/** The files of techniques are read once more, to point at the line; their own mistakes are told elsewhere. */
function checkTechniques(
  files: readonly SourceText[],
  shelves: Shelves,
  { techniques, sources }: Knowledge,
): Issue[] {
  const under = new Map(techniques.map((technique) => [technique.id, technique.under]));
  const broader = (id: string): ReadonlySet<string> =>
    new Set((under.get(id) ?? []).flatMap((parent) => [parent, ...broader(parent)]));
  const papers = new Map(sources.map(({ id, study }) => [id, study]));
  const read = {
    studyOf: (source: string) => papers.get(source),
    studies: new Map(shelves.studies.map(({ value }) => [value.id, value])),
    evidence: new Map(shelves.evidence.map(({ value }) => [value.id, value])),
    broader,
  };
  return files
    .filter(({ path }) => path.startsWith('techniques/'))
    .flatMap((text) => {
      const result = parseFile(text, Technique);
      return result.ok ? checkHelps(result.file, read) : [];
    });
}

const isOf =
  <T extends LibraryFile>(kind: T['kind']) =>
  (file: ParsedFile<LibraryFile>): file is ParsedFile<T> & ParsedFile<LibraryFile> =>
    file.value.kind === kind;

/** Sources that say they are a study of the library, and are none. */
function lostStudies(
  files: readonly SourceText[],
  sources: readonly Source[],
  studies: readonly ParsedFile<Study>[],
): Issue[] {
  const ids = new Set(studies.map(({ value }) => value.id));
  return sources.flatMap(({ id, study }) => {
    if (study === undefined || ids.has(study)) return [];
    const file = `sources/${id}.yaml`;
    const text = files.find(({ path }) => path === file)?.text ?? '';
    const line = 1 + text.split('\n').findIndex((one) => one.startsWith('study:'));
    const near = didYouMean(nearestWords(study, ids.keys(), 4));
    return [{ file, line: Math.max(1, line), message: `unknown study "${study}"${near}` }];
  });
}
