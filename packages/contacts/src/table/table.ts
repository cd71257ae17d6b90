/** A table in a file, before anything is understood of it. */

export interface Row {
  /** Of the file, or of the sheet, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  /** Those in which something is written. */
  readonly rows: readonly Row[];
  /** The sheet of a workbook that was read. */
  readonly sheet?: string;
  /** All sheets of it in which something is written. */
  readonly sheets?: readonly string[];
}

export const isWritten = ({ cells }: Row): boolean => cells.some((cell) => cell.trim() !== '');
