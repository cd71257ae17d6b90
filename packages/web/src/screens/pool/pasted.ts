/** A pasted table of studies → what they say together, or what is wrong with it. Pure. */
import {
  type Better,
  forestPlot,
  funnelPlot,
  MEASURES,
  type Measure,
  type Report,
  readStudies,
  report,
  rowsOf,
  type StudyTable,
} from '@assuage/evidence';
import { poolTexts as texts } from './pool.words.ts';

/** More squares than anybody looks at, and a phone should not stand still. */
const MOST_STUDIES = 500;

export interface Asked {
  readonly text: string;
  /** Null: the first that the columns allow. */
  readonly measure: Measure | null;
  /** Null when it is not said. */
  readonly better: Better | null;
}

export interface Pooled {
  readonly table: StudyTable;
  readonly found: Report;
  /** As SVG, all texts in it escaped. */
  readonly forest: string;
  /** Null below ten studies. */
  readonly funnel: string | null;
}

export type PooledOrWhy =
  | { readonly ok: true; readonly value: Pooled }
  | { readonly ok: false; readonly why: readonly string[] };

/** What the studies in a pasted table say together; else every mistake in it, with its row. */
export function poolPasted({ text, measure, better }: Asked): PooledOrWhy {
  const read = readStudies(text, measure === null ? {} : { measure });
  if (!read.ok)
    return { ok: false, why: read.issues.map(({ line, message }) => texts.line(line, message)) };
  const table = read.value;
  const { studies } = table;
  if (studies.length > MOST_STUDIES) return { ok: false, why: [texts.tooMany(MOST_STUDIES)] };
  if (studies.length === 0) return { ok: false, why: [texts.none, ...leftOutLines(table)] };
  const said = report(studies, { measure: table.measure, better });
  if (!said.ok) return { ok: false, why: [said.why] };
  const funnel = funnelPlot(said.value, 'funnel-plot');
  return {
    ok: true,
    value: {
      table,
      found: said.value,
      forest: forestPlot(said.value, 'forest-plot'),
      funnel: funnel.ok ? funnel.value : null,
    },
  };
}

/** The studies of which a number is missing, a line each. */
export const leftOutLines = ({ leftOut }: StudyTable): string[] =>
  leftOut.map(({ line, name, message }) => texts.line(line, `${name}: ${message}`));

/** The names of the columns as the table has them; none for an empty one. */
export function headOf(text: string): readonly string[] {
  const read = rowsOf(text);
  return (read.ok && read.value.rows[0]?.cells) || [];
}

/** The measures that a table's columns allow, its default first; none while it has no such columns. */
export function measuresOf(text: string): readonly Measure[] {
  const head = headOf(text);
  // A row of which everything is missing is left out, so that only the columns decide.
  const empty = `${rowText(head, ',')}\nNA`;
  const first = readStudies(empty);
  if (head.length === 0 || !first.ok) return [];
  const others = MEASURES.filter(
    (measure) => measure !== first.value.measure && readStudies(empty, { measure }).ok,
  );
  return [first.value.measure, ...others];
}

/** The table with one more row, written as its other rows are; with column names when it had none. */
export function withRow(text: string, head: readonly string[], cells: readonly string[]): string {
  const read = rowsOf(text);
  const separator = read.ok && read.value.rows.length > 0 ? read.value.separator : ',';
  const before = text.trim() === '' ? rowText(head, separator) : text.replace(/[\r\n]+$/, '');
  return `${before}\n${rowText(cells, separator)}\n`;
}

/** How many studies a table has, whole or not. */
export function rowCount(text: string): number {
  const read = rowsOf(text);
  return read.ok ? Math.max(0, read.value.rows.length - 1) : 0;
}

const rowText = (cells: readonly string[], separator: string): string =>
  cells
    .map((cell) =>
      cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
    )
    .join(separator);

/**
 * The studies with the effects that were pooled, to be read back by this page or by `assuage pool`: effects and
 * variances with all their digits, ratios as natural logarithms.
 */
export function effectsCsv({ found: { studies, fit } }: Pooled): string {
  const rows = studies.map(({ name, yi, vi }, i) => [
    // An apostrophe keeps spreadsheets from running a name as a formula.
    /^[=+\-@\t]/.test(name) ? `'${name}` : name,
    String(yi),
    String(vi),
    fit === null ? '' : String(fit.weights[i] ?? ''),
  ]);
  const head = ['study', 'yi', 'vi', 'weight_percent'];
  return `${[head, ...rows].map((row) => rowText(row, ',')).join('\n')}\n`;
}
