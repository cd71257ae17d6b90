/** Comma-separated text → a table. Pure. */
import { parse } from 'csv-parse/sync';
import { fail, ok, type Result } from '../result.ts';
import { isWritten, type Table } from './table.ts';

/** The head of a list that is too long, and then nobody reads on. */
const MOST_RECORDS = 50_010;
const SEPARATORS = [',', ';', '\t'] as const;

/** The separator is the one that the first line has most of. */
export function readCsv(text: string): Result<Table, string> {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const count = (separator: string): number => head.split(separator).length;
  const delimiter = SEPARATORS.toSorted((a, b) => count(b) - count(a))[0] ?? ',';
  try {
    const found = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: MOST_RECORDS,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    const rows = found.map(({ info, record }) => ({ line: info.lines, cells: record }));
    return ok({ rows: rows.filter(isWritten) });
  } catch (error) {
    return fail(`this is no table: ${error instanceof Error ? error.message : String(error)}`);
  }
}
