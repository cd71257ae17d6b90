/** `assuage knowledge mutate`: would a worked case notice if a rule were dropped, loosened or shifted? */
import { formatIssue, loadKnowledge, type SourceText } from '@assuage/knowledge';
import { MUTANT_KINDS, mutateRules } from '@assuage/safety';
import type { CheckReport } from './knowledge-check.ts';

/** The least share of the mutants that has to be caught. */
const GOAL = 0.95;

/** @param folder what to write before each path, so that an editor can open it; ends in a slash */
export function mutateKnowledge(
  files: { readonly subjects: readonly SourceText[]; readonly cases: readonly SourceText[] },
  release: string,
  folder: string,
): CheckReport {
  const loaded = loadKnowledge(files.subjects, release);
  if (!loaded.ok) return { lines: loaded.issues.map(formatIssue), isFine: false };
  const { made, equivalent, survivors } = mutateRules(loaded.knowledge, files.cases);
  const lines = survivors.map(
    ({ file, rule, kind, change }) => `${folder}${file}: ${kind}: ${rule}: ${change}`,
  );
  lines.push(`not made, because they change nothing: ${equivalent.length}`);
  for (const { rule, change } of equivalent) lines.push(`  ${rule}: ${change}`);
  let all = 0;
  for (const kind of MUTANT_KINDS) {
    all += made[kind];
    const missed = survivors.filter((survivor) => survivor.kind === kind).length;
    lines.push(`${kind}: ${score(made[kind] - missed, made[kind])}`);
  }
  const caught = all - survivors.length;
  lines.push(`caught in all: ${score(caught, all)}; release ${release}`);
  return { lines, isFine: caught >= GOAL * all };
}

const score = (caught: number, made: number): string =>
  `${caught} of ${made}${made === 0 ? '' : ` (${((100 * caught) / made).toFixed(1)}%)`}`;
