import { type Answer, answer, refuse } from '../answer.ts';

/** One row of a table with the line of the file that it begins on, from 1. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Rows {
  readonly separator: ',' | ';' | '\t';
  /** Without the empty ones. */
  readonly rows: readonly Row[];
}

/**
 * The rows of CSV text (RFC 4180), with commas, semicolons or, as spreadsheets paste, tabs: whichever the first
 * line has most of outside quotes.
 */
export function rowsOf(text: string): Answer<Rows> {
  const source = text.replace(/^\ufeff/, '');
  const separator = separatorIn(source);
  const rows: Row[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let began = 1;
  const endRow = (): void => {
    cells.push(cell.trim());
    if (cells.some((each) => each !== '')) rows.push({ line: began, cells });
    cells = [];
    cell = '';
  };
  for (let i = 0; i < source.length; i += 1) {
    const mark = source[i] ?? '';
    if (mark === '\n') line += 1;
    if (quoted) {
      if (mark !== '"') cell += mark;
      else if (source[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (mark === '"' && cell.trim() === '') {
      cell = '';
      quoted = true;
    } else if (mark === separator) {
      cells.push(cell.trim());
      cell = '';
    } else if (mark === '\n') {
      endRow();
      began = line;
    } else if (mark !== '\r') cell += mark;
  }
  if (quoted) return refuse(`line ${began}: a quotation mark is opened and never closed`);
  endRow();
  return answer({ separator, rows });
}

function separatorIn(text: string): Rows['separator'] {
  const first = (text.split('\n', 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (mark: string): number => first.split(mark).length;
  return ([',', ';', '\t'] as const).reduce((best, mark) =>
    count(mark) > count(best) ? mark : best,
  );
}
