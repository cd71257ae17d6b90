/**
 * `assuage knowledge check`: every mistake in a knowledge folder, in the rules taken together, and every
 * case that does not come true.
 */
import { type Issue, loadKnowledge, type SourceText } from '@assuage/knowledge';
import { analyse, checkCases, compileEngine, type Mistake } from '@assuage/safety';

export interface CheckReport {
  /** Lines to print, mistakes first, counts last. */
  readonly lines: readonly string[];
  readonly isFine: boolean;
}

/** @param folder what to write before each path, so that an editor can open it; ends in a slash */
export function checkKnowledge(
  files: { readonly subjects: readonly SourceText[]; readonly cases: readonly SourceText[] },
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
  const { knowledge } = loaded;
  const engine = compileEngine(knowledge);
  const mistakes = analyse(engine).map((mistake) => issueFor(mistake, files.subjects));
  const cases = checkCases(engine, files.cases);
  const limits = engine.rules.reduce((sum, rule) => sum + rule.limits.length, 0);
  return {
    lines: [
      ...mistakes.map((issue) => formatAt(folder, issue)),
      ...cases.issues.map((issue) => formatAt(folder, issue)),
      ...(cases.rulesWithoutCase.length > 0
        ? [`Rules that fire in no case: ${cases.rulesWithoutCase.join(', ')}`]
        : []),
      [
        count(knowledge.conditions.length, 'condition'),
        count(knowledge.medicines.length, 'medicine'),
        count(knowledge.medicineNames.length, 'medicine name'),
        count(knowledge.findings.length, 'finding'),
        count(knowledge.techniques.length, 'technique'),
        count(knowledge.sources.length, 'source'),
        count(engine.rules.length, 'rule'),
        count(limits, 'limit'),
      ].join(', '),
      `${count(cases.passed + cases.failed, 'case')}: ${cases.passed} passed, ${cases.failed} failed; release ${release}`,
    ],
    isFine: cases.issues.length === 0 && mistakes.length === 0,
  };
}

/** At the line of the id: what is wrong lies in rules that may be in several files. */
function issueFor({ kind, id, message }: Mistake, files: readonly SourceText[]): Issue {
  const file = `${kind}s/${id}.yaml`;
  const lines = files.find(({ path }) => path === file)?.text.split('\n') ?? [];
  const line = lines.findIndex((text) => text.startsWith('id:')) + 1;
  return { file, line: Math.max(1, line), message };
}

const formatAt = (folder: string, { file, line, message }: Issue): string =>
  `${folder}${file}:${line}: ${message}`;

const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`;
