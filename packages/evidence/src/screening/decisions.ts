/** The decisions of readers, from the sheet that they filled in with a spreadsheet. */
import type { Paper } from '../import/paper.ts';
import { rowsOf } from '../pooling/input/rows.ts';
import { type ScreeningDecision, STAGES, type Stage } from './screening.ts';

/** The columns of the sheet; the others in it are for the readers. */
export const DECISION_COLUMNS = ['paper', 'reader', 'stage', 'decision', 'reason'] as const;

/** What names a paper in the sheet: its number in PubMed, else its DOI, else its title. */
export const nameOfPaper = ({ pmid, doi, title }: Pick<Paper, 'pmid' | 'doi' | 'title'>): string =>
  pmid === undefined ? (doi ?? title) : `PMID ${pmid}`;

export interface ReadDecisions {
  readonly decisions: readonly ScreeningDecision[];
  readonly issues: readonly { readonly line: number; readonly why: string }[];
}

/**
 * @param text CSV with a row of column names; a row without a decision is not decided yet
 * @param papers the names of the papers that are screened
 */
export function readDecisions(text: string, papers: ReadonlySet<string>): ReadDecisions {
  const read = rowsOf(text);
  if (!read.ok) return { decisions: [], issues: [{ line: 1, why: read.why }] };
  const [head, ...rows] = read.value.rows;
  const names = (head?.cells ?? []).map((cell) => cell.toLowerCase());
  const missing = DECISION_COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0)
    return {
      decisions: [],
      issues: [{ line: 1, why: `it lacks the column ${missing.join(', ')}` }],
    };

  const decisions: ScreeningDecision[] = [];
  const issues: { line: number; why: string }[] = [];
  for (const { line, cells } of rows) {
    const cell = (column: (typeof DECISION_COLUMNS)[number]) => cells[names.indexOf(column)] ?? '';
    if (cell('decision') === '') continue;
    const decision = decisionIn(cell, papers);
    if (typeof decision === 'string') issues.push({ line, why: decision });
    else decisions.push(decision);
  }
  return { decisions, issues };
}

/** @returns what is wrong with the row, or its decision */
function decisionIn(
  cell: (column: (typeof DECISION_COLUMNS)[number]) => string,
  papers: ReadonlySet<string>,
): ScreeningDecision | string {
  // Spreadsheets keep the apostrophe that guards a title that looks like a formula.
  const paper = cell('paper').replace(/^'/, '');
  if (!papers.has(paper)) return `"${paper}" is not among the papers of this search`;
  const word = cell('decision').toLowerCase();
  if (word !== 'in' && word !== 'out') return `the decision is "in" or "out", not "${word}"`;
  const stage = (cell('stage').toLowerCase() || 'title') as Stage;
  if (!STAGES.includes(stage)) return `the stage is "title" or "full-text", not "${stage}"`;
  const reader = cell('reader');
  if (reader === '') return 'it is not said who decided';
  const reason = cell('reason');
  if (word === 'out' && stage === 'full-text' && reason === '')
    return 'a paper that was read in full is left out with a reason';
  return { paper, reader, stage, isIn: word === 'in', ...(reason === '' ? {} : { reason }) };
}
