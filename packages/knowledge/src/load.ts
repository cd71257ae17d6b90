/** Files → knowledge, or every mistake in them at once. Pure: reading the disk is `node/read.ts`. */
import { BodyData, createBody } from './body.ts';
import { checkReferences } from './check.ts';
import { type ParsedFile, parseFile, type SourceText } from './file.ts';
import type { Issue } from './issues.ts';
import type { Knowledge } from './knowledge.ts';
import { isLibraryFile } from './library/load.ts';
import { MedicineNames, namedMedicine } from './medicine-names.ts';
import { Subject } from './subjects.ts';

export type LoadResult =
  | { readonly ok: true; readonly knowledge: Knowledge }
  | { readonly ok: false; readonly issues: Issue[] };

const FOLDERS: Record<(Subject | MedicineNames)['kind'], string> = {
  condition: 'conditions',
  medicine: 'medicines',
  'medicine-names': 'medicine-names',
  finding: 'findings',
  technique: 'techniques',
  source: 'sources',
};

/**
 * @param files every `.yaml` file under `knowledge/` except `*.cases.yaml`; those of the library (studies,
 *   claims, evidence) are left to `loadLibrary`
 * @param release the content hash of those files
 */
export function loadKnowledge(files: readonly SourceText[], release: string): LoadResult {
  const issues: Issue[] = [];
  const bodyText = files.find((file) => file.path === 'body.yaml');
  const bodyFile = bodyText && parseFile(bodyText, BodyData);
  if (!bodyFile) issues.push({ file: 'body.yaml', line: 1, message: 'the body map is missing' });
  else if (!bodyFile.ok) issues.push(...bodyFile.issues);

  const subjects: ParsedFile<Subject>[] = [];
  const names: ParsedFile<MedicineNames>[] = [];
  for (const text of files) {
    if (text.path === 'body.yaml' || isLibraryFile(text)) continue;
    const isNames = text.path.startsWith(`${FOLDERS['medicine-names']}/`);
    const parsed = parseFile(text, isNames ? MedicineNames : Subject);
    if (!parsed.ok) {
      issues.push(...parsed.issues);
      continue;
    }
    const { file } = parsed;
    const { kind, id } = file.value;
    if (isOfNames(file)) names.push(file);
    else if (isOfSubject(file)) subjects.push(file);
    const expected = `${FOLDERS[kind]}/${id}.yaml`;
    if (text.path !== expected)
      issues.push(file.issue(['id'], `a ${kind} with the id "${id}" belongs in ${expected}`));
  }
  if (!bodyFile?.ok) return { ok: false, issues };

  const all = subjects.map((file) => file.value);
  const knowledge: Knowledge = {
    release,
    body: bodyFile.file.value,
    conditions: all.filter((subject) => subject.kind === 'condition'),
    medicines: all.filter((subject) => subject.kind === 'medicine'),
    medicineNames: names.flatMap((file) => file.value.names.map(namedMedicine)),
    findings: all.filter((subject) => subject.kind === 'finding'),
    techniques: all.filter((subject) => subject.kind === 'technique'),
    sources: all.filter((subject) => subject.kind === 'source'),
  };
  const body = createBody(knowledge.body);
  issues.push(...checkReferences(subjects, names, body, issues.length > 0));
  return issues.length > 0 ? { ok: false, issues } : { ok: true, knowledge };
}

const isOfNames = (file: ParsedFile<Subject | MedicineNames>): file is ParsedFile<MedicineNames> =>
  file.value.kind === 'medicine-names';
const isOfSubject = (file: ParsedFile<Subject | MedicineNames>): file is ParsedFile<Subject> =>
  !isOfNames(file);
