/** A pasted table of studies → what they say together, or what is wrong with it. Pure. */
import {
  type Better,
  forestPlot,
  funnelPlot,
  hasSites,
  type ImportantRequest,
  MEASURES,
  type Measure,
  type PooledSites,
  type PoolingIssue,
  type PoolingRequest,
  poolSites,
  poolTable,
  type Report,
  readStudies,
  rowsOf,
  type Section,
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
  readonly more: More;
}

/** What else may be asked, as it is typed or chosen; empty where it is not. */
export interface More {
  readonly moderator: string;
  readonly subgroup: string;
  readonly cohort: string;
  readonly change: string;
  readonly deviation: string;
  readonly correlation: string;
}

export const NOTHING_MORE: More = {
  moderator: '',
  subgroup: '',
  cohort: '',
  change: '',
  deviation: '',
  correlation: '',
};

export interface Pooled {
  readonly kind: 'studies';
  readonly table: StudyTable;
  readonly found: Report;
  readonly sections: readonly Section[];
  /** As SVG, all texts in it escaped; `forestNarrow` for phones. */
  readonly forest: string;
  readonly forestNarrow: string;
  /** Null below ten studies. */
  readonly funnel: string | null;
}

export type PooledOrWhy =
  | { readonly ok: true; readonly value: Pooled | ({ readonly kind: 'sites' } & PooledSites) }
  | { readonly ok: false; readonly why: readonly string[] };

/** What the studies in a pasted table say together; else every mistake in it, with its row. */
export function poolPasted(asked: Asked): PooledOrWhy {
  const { text } = asked;
  if (hasSites(text)) {
    const sites = poolSites(text);
    return sites.ok ? { ok: true, value: { kind: 'sites', ...sites.value } } : wrong(sites.issues);
  }
  if (rowCount(text) > MOST_STUDIES) return { ok: false, why: [texts.tooMany(MOST_STUDIES)] };
  const request = requestOf(asked);
  if (typeof request === 'string') return { ok: false, why: [request] };
  const said = poolTable(text, request);
  if (!said.ok) return wrong(said.issues);
  const { report: found, table, sections } = said.value;
  const funnel = funnelPlot(found, 'funnel-plot');
  return {
    ok: true,
    value: {
      kind: 'studies',
      table,
      found,
      sections,
      forest: forestPlot(found, 'forest-plot'),
      forestNarrow: forestPlot(found, 'forest-plot-narrow', 'narrow'),
      funnel: funnel.ok ? funnel.value : null,
    },
  };
}

const wrong = (issues: readonly PoolingIssue[]): PooledOrWhy => ({
  ok: false,
  why: issues.map(({ line, message }) => (line === null ? message : texts.line(line, message))),
});

/** What is asked, or which box holds no number. */
function requestOf({ measure, better, more }: Asked): PoolingRequest | string {
  const { moderator, subgroup, cohort } = more;
  const boxes = { change: more.change, deviation: more.deviation, correlation: more.correlation };
  const numbers = Object.entries(boxes).map(([box, typed]) => [box, numberOf(typed)] as const);
  const bad = numbers.find(([, value]) => Number.isNaN(value))?.[0];
  if (bad !== undefined) return texts.noNumber(texts.boxes[bad as keyof typeof boxes]);
  const [change, sd, correlation] = numbers.map(([, value]) => value);
  if (sd !== undefined && change === undefined) return texts.deviationAlone;
  const important: ImportantRequest | undefined =
    change === undefined ? undefined : { change, ...(sd !== undefined && { sd }) };
  return {
    better,
    method: 'REML',
    test: 'adhoc',
    ...(measure && { measure }),
    ...(moderator !== '' && { moderators: [moderator] }),
    ...(subgroup !== '' && { subgroup }),
    ...(cohort !== '' && { cohort }),
    ...(correlation !== undefined && { correlation }),
    ...(important && { important }),
  };
}

/** Nothing for an empty box; NaN for what is no number. */
const numberOf = (typed: string): number | undefined =>
  typed.trim() === '' ? undefined : Number(typed.trim().replace(',', '.').replace('−', '-'));

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
  const rows = studies.map(({ name, yi, vi, converted }, i) => [
    nameInFile(converted ? texts.converted(name) : name),
    String(yi),
    String(vi),
    fit === null ? '' : String(fit.weights[i] ?? ''),
  ]);
  const head = ['study', 'yi', 'vi', 'weight_percent'];
  return `${[head, ...rows].map((row) => rowText(row, ',')).join('\n')}\n`;
}

/** An apostrophe keeps spreadsheets from running a name as a formula. */
const nameInFile = (name: string): string => (/^[=+\-@\t]/.test(name) ? `'${name}` : name);
