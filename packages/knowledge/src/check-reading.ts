/** What clients read about what they have must be easy to read. */
import type { ParsedFile, Path } from './file.ts';
import type { Issue } from './issues.ts';
import { type MedicineNames, wordsFor } from './medicine-names.ts';
import { gradeOf, longEnough, type Names, namesFrom } from './reading-age.ts';
import type { Condition, Finding, Subject } from './subjects.ts';

/** Readable at the age of 11. */
const HARDEST = 6;
const PAGE_PARTS = ['feel', 'may', 'mayNot', 'tell', 'help'] as const;

interface Passage {
  readonly at: Path;
  readonly text: string;
}

/**
 * The description and the page of an illness, or of a finding that has a page, measured as one text,
 * since a grade of a single short sentence says little. The issue stands at the hardest sentence, where mending it starts.
 */
export function checkReading(
  files: readonly ParsedFile<Subject>[],
  nameFiles: readonly ParsedFile<MedicineNames>[],
): Issue[] {
  const names = namesFrom([
    ...files.flatMap(({ value }) => namesOf(value)),
    ...nameFiles.flatMap(({ value }) => value.names.flatMap(wordsFor)),
  ]);
  return files.flatMap((file) => {
    if (!isReadByClients(file.value)) return [];
    const passages = passagesOf(file.value);
    const text = passages.map((passage) => passage.text).join(' ');
    const grade = gradeOf(text, names);
    if (!longEnough(text) || grade <= HARDEST) return [];
    return [
      file.issue(
        hardestOf(passages, names).at,
        `what clients read here is of grade ${(Math.ceil(grade * 10) / 10).toFixed(1)}, and may be of grade ${HARDEST} at most: this is the hardest sentence`,
      ),
    ];
  });
}

const isReadByClients = (subject: Subject): subject is Condition | Finding =>
  subject.kind === 'condition' || (subject.kind === 'finding' && subject.page !== undefined);

function namesOf(subject: Subject): string[] {
  return isReadByClients(subject) || subject.kind === 'medicine'
    ? [subject.name, ...subject.also]
    : [];
}

function passagesOf({ plain, page }: Condition | Finding): Passage[] {
  const parts = page
    ? PAGE_PARTS.flatMap((part) =>
        page[part].map((text, i): Passage => ({ at: ['page', part, i], text: ended(text) })),
      )
    : [];
  return [{ at: ['plain'], text: ended(plain) }, ...parts];
}

/** An item of a list is a sentence, with its full stop or without. */
const ended = (text: string): string => text.trim().replace(/(?<![.?!:])$/, '.');

function hardestOf(passages: readonly Passage[], names: Names): Passage {
  return passages.reduce((hardest, passage) =>
    gradeOf(passage.text, names) > gradeOf(hardest.text, names) ? passage : hardest,
  );
}
