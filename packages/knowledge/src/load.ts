/** Files → knowledge, or every mistake in them at once. Pure: reading the disk is `node/read.ts`. */
import { BodyData, createBody } from './body.ts';
import { checkReferences } from './check.ts';
import { type ParsedFile, parseFile, type SourceText } from './file.ts';
import type { Issue } from './issues.ts';
import type { Knowledge } from './knowledge.ts';
import { isLibraryFile } from './library/load.ts';
import { checkMeasures, citationsOf } from './measures/check.ts';
import type { Measures } from './measures/measures.ts';
import { Measure, MeasureSets } from './measures/schema.ts';
import { MedicineNames, namedMedicine } from './medicine-names.ts';
import { type Source, Subject } from './subjects.ts';

export type LoadResult =
  | { readonly ok: true; readonly knowledge: Knowledge; readonly measures: Measures }
  | { readonly ok: false; readonly issues: Issue[] };

type Content = Subject | MedicineNames | Measure | MeasureSets;
const FOLDERS: Record<Content['kind'], string> = {
  condition: 'conditions',
  medicine: 'medicines',
  'medicine-names': 'medicine-names',
  finding: 'findings',
  technique: 'techniques',
  source: 'sources',
  measure: 'measures',
  'measure-sets': 'measures',
};
const SETS = 'measures/sets.yaml';

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
  const measures: ParsedFile<Measure>[] = [];
  const sets: ParsedFile<MeasureSets>[] = [];
  for (const text of files) {
    if (text.path === 'body.yaml' || isLibraryFile(text)) continue;
    const parsed = parseFile(text, schemaFor(text.path));
    if (!parsed.ok) {
      issues.push(...parsed.issues);
      continue;
    }
    const { file } = parsed;
    const { kind, id } = file.value;
    if (isOf('medicine-names', file)) names.push(file);
    else if (isOf('measure', file)) measures.push(file);
    else if (isOf('measure-sets', file)) sets.push(file);
    else if (isOfSubject(file)) subjects.push(file);
    const expected = `${FOLDERS[kind]}/${id}.yaml`;
    if (text.path !== expected)
      issues.push(file.issue(['id'], `a ${kind} with the id "${id}" belongs in ${expected}`));
  }
  if (!bodyFile?.ok) return { ok: false, issues };

  const all = subjects.map((file) => file.value);
  const sources = all.filter((subject) => subject.kind === 'source');
  const citedByMeasures = new Set(
    measures.flatMap(({ value }) => citationsOf(value).map(({ citation }) => citation.source)),
  );
  const cited = sourcesCited([all, names.map((file) => file.value)]);
  const isForMeasures = ({ id }: Source) => citedByMeasures.has(id) && !cited.has(id);
  const knowledge: Knowledge = {
    release,
    body: bodyFile.file.value,
    conditions: all.filter((subject) => subject.kind === 'condition'),
    medicines: all.filter((subject) => subject.kind === 'medicine'),
    medicineNames: names.flatMap((file) => file.value.names.map(namedMedicine)),
    findings: all.filter((subject) => subject.kind === 'finding'),
    techniques: all.filter((subject) => subject.kind === 'technique'),
    sources: sources.filter((source) => !isForMeasures(source)),
  };
  const body = createBody(knowledge.body);
  issues.push(...checkReferences(subjects, names, body, citedByMeasures, issues.length > 0));
  const known = {
    sources: new Set(sources.map(({ id }) => id)),
    conditions: new Set(knowledge.conditions.map(({ id }) => id)),
  };
  issues.push(...checkMeasures(measures, sets, known));
  if (issues.length > 0) return { ok: false, issues };
  return {
    ok: true,
    knowledge,
    measures: {
      release,
      measures: measures.map((file) => file.value),
      sets: sets[0]?.value,
      sources: sources.filter(({ id }) => citedByMeasures.has(id)),
    },
  };
}

const schemaFor = (path: string) => {
  if (path === SETS) return MeasureSets;
  if (path.startsWith(`${FOLDERS.measure}/`)) return Measure;
  return path.startsWith(`${FOLDERS['medicine-names']}/`) ? MedicineNames : Subject;
};

const isOf = <K extends Content['kind']>(
  kind: K,
  file: ParsedFile<Content>,
): file is ParsedFile<Extract<Content, { kind: K }>> => file.value.kind === kind;
const isOfSubject = (file: ParsedFile<Content>): file is ParsedFile<Subject> =>
  !['medicine-names', 'measure', 'measure-sets'].includes(file.value.kind);

/** The ids of all sources that are cited anywhere in plain data. */
function sourcesCited(data: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof data !== 'object' || data === null) return found;
  for (const [key, value] of Object.entries(data)) {
    if ((key === 'source' || key === 'checked') && typeof value === 'string') found.add(value);
    else sourcesCited(value, found);
  }
  return found;
}
