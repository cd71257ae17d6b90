/** Files of studies, claims and evidence → the library, or every mistake in them at once. Pure. */
import { type ParsedFile, parseFile, type SourceText } from '../file.ts';
import type { Issue } from '../issues.ts';
import { factsOf, type Knowledge } from '../knowledge.ts';
import { namesFrom } from '../reading-age.ts';
import { checkLibrary } from './check.ts';
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
 * @param knowledge what the files may refer to: conditions, techniques, sources
 */
export function loadLibrary(files: readonly SourceText[], knowledge: Knowledge): LibraryResult {
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
  issues.push(
    ...checkLibrary(shelves, {
      conditions: new Set(factsOf(knowledge).map(({ id }) => id)),
      techniques: new Set(knowledge.techniques.map(({ id }) => id)),
      sources: new Set(knowledge.sources.map(({ id }) => id)),
      names: namesFrom([
        ...factsOf(knowledge).flatMap(({ name, also }) => [name, ...also]),
        ...knowledge.medicineNames.flatMap(({ words }) => words),
      ]),
    }),
  );
  if (issues.length > 0) return { ok: false, issues };
  const values = <T>(shelf: readonly ParsedFile<T>[]): T[] => shelf.map(({ value }) => value);
  return {
    ok: true,
    library: {
      release: knowledge.release,
      studies: values(shelves.studies),
      unread: values(shelves.citations).flatMap(({ citations }) => citations),
      claims: values(shelves.claims),
      evidence: values(shelves.evidence),
    },
  };
}

const isOf =
  <T extends LibraryFile>(kind: T['kind']) =>
  (file: ParsedFile<LibraryFile>): file is ParsedFile<T> & ParsedFile<LibraryFile> =>
    file.value.kind === kind;
