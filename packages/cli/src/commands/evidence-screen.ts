/** `assuage evidence screen`: the sheet that readers fill in, and the counts of a PRISMA flow. Pure. */
import {
  type Agreement,
  agreementOf,
  DECISION_COLUMNS,
  type Flow,
  flowOf,
  nameOfPaper,
  readDecisions,
  type Standing,
  standingOf,
} from '@assuage/evidence';
import { csvOf } from '@assuage/record';
import type { FoundFile, ImportReport } from './evidence-import.ts';

const FOR_READERS = ['title', 'authors', 'year', 'journal', 'abstract'] as const;

/** A row to each candidate, for each reader to fill in a copy of. */
export function sheetOf({ candidates }: ImportReport): string {
  const [name, ...decision] = DECISION_COLUMNS;
  return csvOf(
    [name, ...FOR_READERS, ...decision],
    candidates.map((paper) => [
      nameOfPaper(paper),
      paper.title,
      paper.authors.join('; '),
      paper.year,
      paper.journal,
      paper.abstract,
      '',
      'title',
      '',
      '',
    ]),
  );
}

export interface ScreeningReport {
  readonly flow: Flow;
  readonly agreement?: Agreement;
  /** Papers that nobody has decided, or on which the readers disagree. */
  readonly open: readonly {
    readonly paper: string;
    readonly title: string;
    readonly standing: Standing;
  }[];
  readonly included: readonly { readonly paper: string; readonly title: string }[];
  /** Rows of the sheets that cannot be meant. */
  readonly issues: readonly {
    readonly file: string;
    readonly line: number;
    readonly why: string;
  }[];
}

export function reportScreening(
  found: ImportReport,
  sheets: readonly FoundFile[],
): ScreeningReport {
  const papers = found.candidates.map((one) => ({ paper: nameOfPaper(one), title: one.title }));
  const names = new Set(papers.map(({ paper }) => paper));
  const read = sheets.map(({ name, text }) => ({ file: name, ...readDecisions(text, names) }));
  const decisions = read.flatMap((sheet) => sheet.decisions);
  const agreement = agreementOf(decisions);
  const byPaper = Map.groupBy(decisions, ({ paper }) => paper);
  const standing = papers.map((one) => ({
    ...one,
    standing: standingOf(byPaper.get(one.paper) ?? []),
  }));
  return {
    flow: flowOf([...names], found.duplicates.length, decisions),
    ...(agreement ? { agreement } : {}),
    open: standing.filter(({ standing: { at } }) => at === 'undecided' || at === 'disputed'),
    included: standing.flatMap(({ standing: { at }, ...one }) => (at === 'in' ? [one] : [])),
    issues: read.flatMap(({ file, issues }) => issues.map((issue) => ({ file, ...issue }))),
  };
}

export function formatScreening({ flow, agreement, open, included }: ScreeningReport): string {
  const { title, 'full-text': fullText } = flow.open;
  const lines = [
    `Records identified: ${flow.identified}`,
    `  removed before screening, as duplicates or in the library already: ${flow.duplicates}`,
    `Records screened by title and abstract: ${flow.screened}`,
    `  left out: ${flow.outByTitle}`,
    `  open: ${title.undecided} not decided, ${title.disputed} disputed`,
    `Reports assessed in full: ${flow.assessed}`,
    ...flow.outByFullText.map(([reason, count]) => `  left out, ${reason}: ${count}`),
    `  open: ${fullText.undecided} not decided, ${fullText.disputed} disputed`,
    `Studies included: ${flow.included}`,
  ];
  const blocks = [
    lines.join('\n'),
    agreement === undefined ? '' : agreementWords(agreement),
    block(
      'Included:',
      included.map(({ paper, title }) => `  ${paper}: ${title}`),
    ),
    block(
      'Open:',
      open.map(
        ({ paper, title, standing }) =>
          `  ${paper}: ${title} (${standing.at}${'stage' in standing ? `, ${standing.stage}` : ''})`,
      ),
    ),
  ];
  return `${blocks.filter((text) => text !== '').join('\n\n')}\n`;
}

const agreementWords = ({ readers, both, same, kappa }: Agreement): string =>
  `${readers.join(' and ')} decided alike on ${same} of ${both}${kappa === undefined ? '' : `; Cohen's kappa ${kappa.toFixed(2)}`}.`;

const block = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : [title, ...lines].join('\n');
