/** What must hold of the names of medicines: known classes, one meaning to a word, classes that agree with ATC. */
import type { ParsedFile, Path } from './file.ts';
import { didYouMean, type Issue } from './issues.ts';
import { type MedicineName, type MedicineNames, wordsFor } from './medicine-names.ts';
import type { Medicine, Subject } from './subjects.ts';
import { nearestWords, normalise } from './words.ts';

/** @param taken words of the subjects, normalised, and the subject that each leads to */
export function checkMedicineNames(
  files: readonly ParsedFile<MedicineNames>[],
  subjects: readonly Subject[],
  taken: ReadonlyMap<string, string>,
): Issue[] {
  const classes = new Map(
    subjects.filter((s): s is Medicine => s.kind === 'medicine').map((s) => [s.id, s]),
  );
  const sources = new Set(subjects.filter((s) => s.kind === 'source').map((s) => s.id));
  const seen = new Map<string, string>();
  const issues: Issue[] = [];
  for (const file of files)
    for (const [i, line] of file.value.names.entries()) {
      const report = (at: Path, message: string) =>
        issues.push(file.issue(['names', i, ...at], `${line.name}: ${message}`));
      for (const [j, id] of line.classes.entries())
        if (!classes.has(id))
          report(
            ['classes', j],
            `unknown medicine class "${id}"${didYouMean(nearestWords(id, classes.keys(), 4))}`,
          );
      if (line.checked !== undefined && !sources.has(line.checked))
        report(
          ['checked'],
          `unknown source "${line.checked}"${didYouMean(nearestWords(line.checked, sources, 4))}`,
        );
      for (const word of new Set(wordsFor(line).map(normalise))) {
        const subject = taken.get(word);
        const isItsClass = line.classes.length === 1 && line.classes[0] === subject;
        if (subject !== undefined && !isItsClass)
          report([], `"${word}" also names "${subject}": one word must lead to one subject`);
        const other = seen.get(word);
        if (other !== undefined)
          report([], `"${word}" also stands at "${other}": each word stands once`);
        seen.set(word, line.name);
      }
      const outside = groupsMissed(line, classes);
      if (outside)
        report(
          ['atc'],
          `${line.atc} is outside the ATC groups of its classes (${outside.join(', ')}): mend the class, or say in which source it was checked`,
        );
    }
  return issues;
}

/** The groups that a code should have been in, when it is in none of them. */
function groupsMissed(
  { atc, classes, checked }: MedicineName,
  known: ReadonlyMap<string, Medicine>,
): string[] | undefined {
  if (atc === undefined || checked !== undefined) return undefined;
  const groups = classes.flatMap((id) => known.get(id)?.atc ?? []);
  return groups.length === 0 || groups.some((group) => atc.startsWith(group)) ? undefined : groups;
}
