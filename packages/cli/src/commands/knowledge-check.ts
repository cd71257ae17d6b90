/**
 * `assuage knowledge check`: every mistake in a knowledge folder, in the rules taken together, and every
 * case that does not come true.
 */
import {
  type Issue,
  type Library,
  loadKnowledge,
  loadLibrary,
  type SourceText,
} from '@assuage/knowledge';
import { checkMeasureCases } from '@assuage/outcomes';
import {
  type Aspect,
  analyse,
  checkCases,
  compileEngine,
  type Mistake,
  type NotShown,
} from '@assuage/safety';

export interface CheckReport {
  /** Lines to print, mistakes first, counts last. */
  readonly lines: readonly string[];
  readonly isFine: boolean;
}

/** @param folder what to write before each path, so that an editor can open it; ends in a slash */
export function checkKnowledge(
  files: {
    readonly subjects: readonly SourceText[];
    readonly cases: readonly SourceText[];
    readonly measureCases: readonly SourceText[];
  },
  release: string,
  folder: string,
): CheckReport {
  const loaded = loadKnowledge(files.subjects, release);
  if (!loaded.ok)
    return {
      lines: [
        ...loaded.issues.map((issue) => formatAt(folder, issue)),
        `${count(files.subjects.length, 'file')}, ${count(loaded.issues.length, 'mistake')}; the cases were not run`,
      ],
      isFine: false,
    };
  const { knowledge, measures } = loaded;
  const read = loadLibrary(files.subjects, knowledge);
  const misread = read.ok ? [] : read.issues;
  const engine = compileEngine(knowledge);
  const mistakes = analyse(engine).map((mistake) => issueFor(mistake, files.subjects));
  const cases = checkCases(engine, files.cases);
  const notShown = cases.notShown.map((rule) => issueForRule(rule, files.subjects));
  const scored = checkMeasureCases(measures, files.measureCases);
  const [passed, failed] = [cases.passed + scored.passed, cases.failed + scored.failed];
  const limits = engine.rules.reduce((sum, rule) => sum + rule.limits.length, 0);
  return {
    lines: [
      ...misread.map((issue) => formatAt(folder, issue)),
      ...mistakes.map((issue) => formatAt(folder, issue)),
      ...cases.issues.map((issue) => formatAt(folder, issue)),
      ...notShown.map((issue) => formatAt(folder, issue)),
      ...scored.issues.map((issue) => formatAt(folder, issue)),
      ...(read.ok ? [countLibrary(read.library)] : []),
      [
        count(knowledge.conditions.length, 'condition'),
        count(knowledge.medicines.length, 'medicine'),
        count(knowledge.medicineNames.length, 'medicine name'),
        count(knowledge.findings.length, 'finding'),
        count(knowledge.techniques.length, 'technique'),
        count(measures.measures.length, 'measure'),
        count(knowledge.sources.length, 'source'),
        count(engine.rules.length, 'rule'),
        count(limits, 'limit'),
      ].join(', '),
      `${count(passed + failed, 'case')}: ${passed} passed, ${failed} failed; release ${release}`,
    ],
    isFine:
      misread.length +
        cases.issues.length +
        mistakes.length +
        notShown.length +
        scored.issues.length ===
      0,
  };
}

const countLibrary = ({ studies, unread, claims, evidence }: Library): string =>
  `${count(studies.length, 'study', 'studies')}, ${count(unread.length, 'citation')} without results, ${count(claims.length, 'claim')}, evidence on ${count(evidence.length, 'condition')}`;

const LACKING: Record<Aspect, string> = {
  fires: 'one in which it fires',
  boundary: 'one just across its boundary, in which a single answer keeps it from firing',
  missing: 'one in which an answer is missing and asked for',
};

function issueForRule({ rule, aspects }: NotShown, files: readonly SourceText[]): Issue {
  const { kind, id } = rule.subject;
  const lacking = aspects.map((aspect) => LACKING[aspect]).join('; ');
  const message = `the rule ${rule.rule.id} lacks a worked case: ${lacking}`;
  return lineWith(files, `${kind}s/${id}.yaml`, `- id: ${rule.rule.id}`, message);
}

/** At the line of the id: what is wrong lies in rules that may be in several files. */
const issueFor = ({ kind, id, message }: Mistake, files: readonly SourceText[]): Issue =>
  lineWith(files, `${kind}s/${id}.yaml`, `id: ${id}`, message);

function lineWith(
  files: readonly SourceText[],
  file: string,
  wanted: string,
  message: string,
): Issue {
  const lines = files.find(({ path }) => path === file)?.text.split('\n') ?? [];
  const line = lines.findIndex((text) => text.trim() === wanted) + 1;
  return { file, line: Math.max(1, line), message };
}

const formatAt = (folder: string, { file, line, message }: Issue): string =>
  `${folder}${file}:${line}: ${message}`;

const count = (number: number, noun: string, many = `${noun}s`): string =>
  `${number} ${number === 1 ? noun : many}`;
